package org.ranklens.report.figure;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.ranklens.pet.PetResult;
import org.ranklens.pet.TimePoint;
import org.ranklens.pet.lesion.LesionMeasurement;

/** How each lesion's uptake and density went from scan to scan. */
public final class TrendFigure {

  private static final int WIDTH = 1160;
  private static final int HEIGHT = 430;
  private static final int PANEL = 560;
  private static final int LEFT = 66;
  private static final int RIGHT = 84;
  private static final int TOP = 54;
  private static final int BOTTOM = 62;

  /** Okabe and Ito's colours for the colour-blind, without the yellow that paper swallows. */
  private static final int[] COLOURS = {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0x000000, 0x56B4E9};

  private final Canvas canvas = new Canvas(WIDTH, HEIGHT, Canvas.PAPER);
  private final List<TimePoint> scans;

  private TrendFigure(List<TimePoint> scans) {
    this.scans = scans;
  }

  /** Draws the trend of a case of two or more scans. */
  public static Canvas draw(PetResult result) {
    TrendFigure figure = new TrendFigure(result.timepoints());
    figure.panel(0, "SUVmax at the lesion's site, g/ml", LesionMeasurement::siteSuvBwMax);
    figure.panel(1, "Density at the lesion's site, median HU", TrendFigure::median);
    return figure.canvas;
  }

  private static OptionalDouble median(LesionMeasurement lesion) {
    return lesion
        .density()
        .map(d -> OptionalDouble.of(d.huMedian()))
        .orElse(OptionalDouble.empty());
  }

  private void panel(int panel, String title, Function<LesionMeasurement, OptionalDouble> value) {
    int left = panel * (PANEL + 40);
    canvas.bold(title, left + 8, 26, 17, Canvas.INK);
    List<String> lesions = lesions();
    double high = 0;
    double low = 0;
    for (String lesion : lesions) {
      for (TimePoint scan : scans) {
        double v = at(scan, lesion, value).orElse(0);
        high = Math.max(high, v);
        low = Math.min(low, v);
      }
    }
    Axis axis = Axis.over(low, Math.max(high, low + 1));
    grid(left, axis);
    double lastLabel = HEIGHT;
    List<double[]> ends = new ArrayList<>();
    for (int i = 0; i < lesions.size(); i++) {
      line(left, axis, lesions.get(i), i, value).ifPresent(ends::add);
    }
    ends.sort((a, b) -> Double.compare(b[1], a[1]));
    for (double[] end : ends) {
      // Names that would fall on each other are moved up.
      lastLabel = Math.min(end[1], lastLabel - 17);
      int lesion = (int) end[0];
      canvas.text(lesions.get(lesion), (int) end[2] + 12, (int) lastLabel + 5, 15, colour(lesion));
    }
  }

  private void grid(int left, Axis axis) {
    for (double tick = axis.low(); tick <= axis.high() + axis.step() / 2; tick += axis.step()) {
      int y = (int) Math.round(axis.y(tick));
      canvas.line(left + LEFT, y, left + PANEL - RIGHT, y, new Color(0xD9DEE5), 1);
      canvas.right(SuvScale.tick(tick), left + LEFT - 8, y + 5, 15, Canvas.MUTED);
    }
    for (int s = 0; s < scans.size(); s++) {
      int x = x(left, s);
      canvas.centred(scans.get(s).name(), x, HEIGHT - BOTTOM + 24, 15, Canvas.INK);
      String date = scans.get(s).date().map(Object::toString).orElse("");
      canvas.centred(date, x, HEIGHT - BOTTOM + 44, 14, Canvas.MUTED);
    }
  }

  /** Returns number, y and x of the line's end. */
  private Optional<double[]> line(
      int left,
      Axis axis,
      String lesion,
      int number,
      Function<LesionMeasurement, OptionalDouble> value) {
    double[] before = null;
    for (int s = 0; s < scans.size(); s++) {
      OptionalDouble v = at(scans.get(s), lesion, value);
      if (v.isPresent()) {
        double[] point = {number, axis.y(v.getAsDouble()), x(left, s)};
        if (before != null) {
          canvas.line(before[2], before[1], point[2], point[1], colour(number), 2.4);
        }
        canvas.fill(new Ellipse2D.Double(point[2] - 5, point[1] - 5, 10, 10), colour(number));
        before = point;
      }
    }
    return Optional.ofNullable(before);
  }

  private int x(int left, int scan) {
    int inset = 46;
    int span = PANEL - LEFT - RIGHT - 2 * inset;
    return left + LEFT + inset + (scans.size() == 1 ? 0 : span * scan / (scans.size() - 1));
  }

  private List<String> lesions() {
    Set<String> names = new LinkedHashSet<>();
    scans.forEach(scan -> scan.lesions().forEach(lesion -> names.add(lesion.lesion())));
    return List.copyOf(names);
  }

  private static OptionalDouble at(
      TimePoint scan, String lesion, Function<LesionMeasurement, OptionalDouble> value) {
    return scan.lesions().stream()
        .filter(l -> l.lesion().equals(lesion))
        .findFirst()
        .map(value)
        .orElse(OptionalDouble.empty());
  }

  private static Color colour(int lesion) {
    return new Color(COLOURS[lesion % COLOURS.length]);
  }

  /**
   * A vertical axis of round ticks.
   *
   * @param low lowest tick
   * @param high highest tick
   * @param step between ticks
   */
  private record Axis(double low, double high, double step) {
    static Axis over(double low, double high) {
      double rough = (high - low) / 5;
      double decade = Math.pow(10, Math.floor(Math.log10(rough)));
      double step = decade;
      for (double round : new double[] {2, 5, 10}) {
        if (step < rough) {
          step = round * decade;
        }
      }
      return new Axis(step * Math.floor(low / step), step * Math.ceil(high / step), step);
    }

    double y(double value) {
      return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (value - low) / (high - low);
    }
  }
}
