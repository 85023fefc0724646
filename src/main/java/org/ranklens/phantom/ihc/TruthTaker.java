package org.ranklens.phantom.ihc;

import java.util.ArrayList;
import java.util.List;

/** Reads the truth off the canvas: what was drawn, not what was planned. */
final class TruthTaker {

  private TruthTaker() {}

  static List<TrueCell> of(Canvas canvas, List<PlannedCell> planned) {
    List<TrueCell> cells = new ArrayList<>();
    for (int index = 0; index < planned.size(); index++) {
      cells.add(of(canvas, planned.get(index), index));
    }
    return cells;
  }

  private static TrueCell of(Canvas canvas, PlannedCell cell, int index) {
    Mean x = new Mean();
    Mean y = new Mean();
    Mean dab = new Mean();
    Canvas.PixelVisitor take =
        (pixel, xMicrons, yMicrons, distance) -> {
          if (canvas.owner[pixel] == index) {
            x.add(pixel % canvas.width);
            y.add(Math.floorDiv(pixel, canvas.width));
            if (!canvas.nucleus[pixel]) {
              dab.add(canvas.dabOd[pixel]);
            }
          }
        };
    canvas.around(cell.body(), take);
    double pixelArea = canvas.pixelSizeMicrons * canvas.pixelSizeMicrons;
    return new TrueCell(
        index + 1,
        cell.kind() == PlannedCell.Kind.GIANT,
        cell.isStroma(),
        x.value(),
        y.value(),
        cell.nuclei().stream().map(nucleus -> centre(canvas, nucleus)).toList(),
        cell.intensityClass(),
        dab.count * pixelArea,
        dab.value(),
        (int) IhcTruth.CLASS_STARTS.stream().filter(start -> dab.value() >= start).count());
  }

  private static TrueCell.Point centre(Canvas canvas, Blob nucleus) {
    Mean x = new Mean();
    Mean y = new Mean();
    canvas.around(
        nucleus,
        (pixel, xMicrons, yMicrons, distance) -> {
          x.add(pixel % canvas.width);
          y.add(Math.floorDiv(pixel, canvas.width));
        });
    return new TrueCell.Point(x.value(), y.value());
  }

  private static final class Mean {
    private double sum;
    private long count;

    void add(double value) {
      sum += value;
      count++;
    }

    double value() {
      return count == 0 ? 0 : sum / count;
    }
  }
}
