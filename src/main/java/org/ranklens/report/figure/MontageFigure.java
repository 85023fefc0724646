package org.ranklens.report.figure;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.ranklens.ihc.slide.Level;
import org.ranklens.ihc.slide.Slide;

/** Example cells of every class, so that it is seen at once what 1+ means on this slide. */
public final class MontageFigure {

  private static final int TILE = 112;
  private static final int GAP = 6;
  private static final int LABEL = 76;
  private static final int BLOCK_GAP = 30;
  private static final int HEAD = 38;
  private static final int FOOT = 50;
  private static final int MONONUCLEAR = 6;
  private static final int GIANT = 3;
  private static final double MONONUCLEAR_MICRONS = 40;
  private static final double GIANT_MICRONS = 90;

  private static final List<ClassColour> CLASSES =
      List.of(ClassColour.NEGATIVE, ClassColour.WEAK, ClassColour.MODERATE, ClassColour.STRONG);

  /** Tells the outlines of a few cells. */
  public interface Outlines {

    /** Returns the cells whose features begin at these bytes of {@code cells.geojson}. */
    List<FieldCell> at(List<Long> offsets) throws IOException;
  }

  private final Slide slide;
  private final CellSketch cells;
  private final Outlines outlines;
  private final double pixelSizeMicrons;

  private MontageFigure(Slide slide, CellSketch cells, Outlines outlines, double pixelSizeMicrons) {
    this.slide = slide;
    this.cells = cells;
    this.outlines = outlines;
    this.pixelSizeMicrons = pixelSizeMicrons;
  }

  /** Draws the examples, spread evenly over the slide's cells of each class. */
  public static Canvas draw(
      Slide slide, CellSketch cells, Outlines outlines, double pixelSizeMicrons)
      throws IOException {
    return new MontageFigure(slide, cells, outlines, pixelSizeMicrons).drawn();
  }

  private Canvas drawn() throws IOException {
    int giantsLeft = LABEL + MONONUCLEAR * (TILE + GAP) + BLOCK_GAP;
    int width = giantsLeft + GIANT * (TILE + GAP);
    int bottom = HEAD + CLASSES.size() * (TILE + GAP);
    Canvas canvas = new Canvas(width, bottom + FOOT, Canvas.PAPER);
    canvas.bold("mononuclear cells", LABEL, 24, 17, Canvas.INK);
    canvas.bold("multinucleated giant cells", giantsLeft, 24, 17, Canvas.INK);
    int top = HEAD;
    for (ClassColour colour : CLASSES) {
      canvas.fill(0, top, 10, TILE, colour.awt());
      canvas.bold(colour.label(), 22, top + TILE / 2 + 8, 22, Canvas.INK);
      row(canvas, cells.examples(colour, false).pick(MONONUCLEAR), MONONUCLEAR_MICRONS, LABEL, top);
      row(canvas, cells.examples(colour, true).pick(GIANT), GIANT_MICRONS, giantsLeft, top);
      top += TILE + GAP;
    }
    bar(canvas, MONONUCLEAR_MICRONS, LABEL + MONONUCLEAR * (TILE + GAP) - GAP, bottom);
    bar(canvas, GIANT_MICRONS, width - GAP, bottom);
    return canvas;
  }

  private static void bar(Canvas canvas, double microns, int right, int bottom) {
    ScaleBar bar = ScaleBar.atMost(TILE, microns / TILE);
    bar.draw(canvas, bar.micronsLabel(), right, bottom + 22, 16, Canvas.INK);
  }

  private void row(Canvas canvas, List<ExampleCell> picked, double microns, int left, int top)
      throws IOException {
    int x = left;
    for (FieldCell cell : outlines.at(picked.stream().map(ExampleCell::offset).toList())) {
      place(canvas, picked.get((x - left) / (TILE + GAP)), cell, microns, x, top);
      x += TILE + GAP;
    }
    if (picked.isEmpty()) {
      canvas.text("none", left + 8, top + TILE / 2 + 6, 16, new Color(0x8A94A3));
    }
  }

  /** A square around a cell, moved inside where it would leave the slide; a thin line tells it. */
  private void place(
      Canvas canvas, ExampleCell cell, FieldCell drawn, double microns, int left, int top)
      throws IOException {
    Level full = slide.full();
    double edge = Math.min(microns / pixelSizeMicrons, Math.min(full.width(), full.height()));
    double x = Math.max(0, Math.min(full.width() - edge, cell.xPx() - edge / 2));
    double y = Math.max(0, Math.min(full.height() - edge, cell.yPx() - edge / 2));
    canvas.image(SlideView.read(slide, x, y, edge, edge, TILE, TILE), left, top);
    canvas.clip(left, top, TILE, TILE);
    double scale = TILE / edge;
    canvas.stroke(
        FieldCell.path(drawn.outline(), x - left / scale, y - top / scale, scale),
        drawn.colour().awt(),
        1.1);
    canvas.unclip();
  }
}
