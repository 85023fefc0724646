package org.ranklens.report.figure;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.awt.ShapeWriter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.ranklens.ihc.ShowField;
import org.ranklens.ihc.cell.TissueMask;
import org.ranklens.ihc.slide.Level;
import org.ranklens.ihc.slide.RegionOfInterest;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.slide.Slide;

/** The whole slide with every cell as a dot in the colour of its class. */
public final class OverviewFigure {

  private static final int STRIP = 46;
  private static final int LEFT_OUT_STRIP = 30;
  private static final int LEAST_WIDTH = 760;

  private static final List<ClassColour> UPWARDS =
      List.of(
          ClassColour.UNMEASURED,
          ClassColour.NEGATIVE,
          ClassColour.WEAK,
          ClassColour.MODERATE,
          ClassColour.STRONG);

  private OverviewFigure() {}

  /** Draws a slide; the field that is shown by itself is framed, what was taken out is outlined. */
  public static Canvas draw(
      Slide slide,
      CellSketch cells,
      Optional<ShowField> field,
      TissueMask tissue,
      List<RegionOfInterest> regions,
      double pixelSizeMicrons)
      throws IOException {
    Level full = slide.full();
    double scale = cells.scale().perPixel();
    int width = cells.scale().width();
    int height = cells.scale().height();
    RgbImage pixels = SlideView.read(slide, 0, 0, full.width(), full.height(), width, height);
    LeftOut leftOut = new LeftOut(tissue);
    int strip = leftOut.isEmpty() ? STRIP : STRIP + LEFT_OUT_STRIP;
    Canvas canvas = new Canvas(Math.max(LEAST_WIDTH, width), height + strip, Canvas.PAPER);
    canvas.image(pixels, 0, 0);
    canvas.clip(0, 0, width, height);
    dots(canvas, cells.dots(), radius(cells.cells(), width, height));
    leftOut.outlines(canvas, scale);
    field.ifPresent(f -> frame(canvas, f, scale));
    RegionNames names = new RegionNames(width, height);
    regions.forEach(region -> region(canvas, region, scale));
    regions.forEach(region -> names.draw(canvas, region.name(), box(region, scale)));
    canvas.unclip();
    if (!leftOut.isEmpty()) {
      leftOut.legend(canvas, 8, height + STRIP + 19, 19, pixelSizeMicrons);
    }
    Legend.classes(canvas, 8, height + 29, 19);
    ScaleBar bar = ScaleBar.atMost(Math.max(60, width / 6), pixelSizeMicrons / scale);
    bar.draw(canvas, bar.micronsLabel(), canvas.width() - 10, height + 26, 19, Canvas.INK);
    return canvas;
  }

  /** Dots as large as the cells' crowding allows. */
  private static double radius(long cells, int width, int height) {
    double spacing = Math.sqrt((double) width * height / Math.max(1, cells));
    return Math.max(0.9, Math.min(4.5, 0.22 * spacing));
  }

  /** Giant cells and strong classes last, so that the many don't hide the few. */
  private static void dots(Canvas canvas, CellDots cells, double radius) {
    for (ClassColour colour : UPWARDS) {
      cells.forEach(colour, false, place -> canvas.fill(dot(place, radius), colour.awt()));
    }
    for (ClassColour colour : UPWARDS) {
      cells.forEach(
          colour,
          true,
          place -> {
            Ellipse2D dot = dot(place, Math.max(4, 2 * radius));
            canvas.fill(dot, colour.awt());
            canvas.stroke(dot, Color.BLACK, 1.4);
          });
    }
  }

  private static Ellipse2D dot(Point2D place, double radius) {
    return new Ellipse2D.Double(
        place.getX() - radius, place.getY() - radius, 2 * radius, 2 * radius);
  }

  private static void region(Canvas canvas, RegionOfInterest region, double scale) {
    AffineTransformation toPicture = AffineTransformation.scaleInstance(scale, scale);
    Geometry polygon = toPicture.transform(region.polygonLevel0Px());
    canvas.outline(new ShapeWriter().toShape(polygon), Color.WHITE, 1.6);
  }

  private static Rectangle2D box(RegionOfInterest region, double scale) {
    Envelope box = largest(region.polygonLevel0Px()).getEnvelopeInternal();
    return new Rectangle2D.Double(
        box.getMinX() * scale,
        box.getMinY() * scale,
        box.getWidth() * scale,
        box.getHeight() * scale);
  }

  /** Of a region in pieces the name stands at the largest. */
  private static Geometry largest(Geometry region) {
    return IntStream.range(0, region.getNumGeometries())
        .mapToObj(region::getGeometryN)
        .max(Comparator.comparingDouble(Geometry::getArea))
        .orElse(region);
  }

  private static void frame(Canvas canvas, ShowField field, double scale) {
    canvas.outline(
        new Rectangle2D.Double(
            field.x() * scale, field.y() * scale, field.width() * scale, field.height() * scale),
        Color.WHITE,
        3);
  }
}
