package org.ranklens.report.figure;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.pet.PetResult;
import org.ranklens.pet.TimePoint;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.lesion.LesionMeasurement;
import org.ranklens.pet.lesion.ReferenceRegion;
import org.ranklens.report.figure.LabelPlaces.Side;

/** Maximum-intensity projections from the front, all scans at one SUV scale, lesions marked. */
public final class MipFigure {

  private static final int HEAD = 44;
  private static final int FOOT = 48;
  private static final int GAP = 26;
  private static final int WIDEST = 520;
  private static final int HIGHEST = 900;
  private static final Color MARK = new Color(0xC2185B);
  private static final Color LOCATED = new Color(0x1565C0);

  private static final Color REFERENCE = new Color(0x00695C);

  /** Radius of the ring around a lesion. */
  private static final int RING = 13;

  private static final List<Side> RIGHT_FIRST =
      List.of(Side.RIGHT, Side.LEFT, Side.ABOVE, Side.BELOW);
  private static final List<Side> BELOW_FIRST =
      List.of(Side.BELOW, Side.ABOVE, Side.LEFT, Side.RIGHT);

  private MipFigure() {}

  /** Draws the scans of a case side by side. */
  public static Canvas draw(PetResult result) {
    List<TimePoint> scans = result.timepoints();
    List<Projection> projections = scans.stream().map(s -> Projection.of(s.suv())).toList();
    double mm = 0;
    for (Projection p : projections) {
      mm = Math.max(mm, Math.max(p.widthMm() / WIDEST, p.heightMm() / HIGHEST));
    }
    int width = GAP;
    int height = 0;
    for (Projection p : projections) {
      width += (int) Math.round(p.widthMm() / mm) + GAP;
      height = Math.max(height, (int) Math.round(p.heightMm() / mm));
    }
    Canvas canvas = new Canvas(Math.max(width, 460), HEAD + height + FOOT, Canvas.PAPER);
    double top = SuvScale.top(scans);
    int left = GAP;
    for (int s = 0; s < scans.size(); s++) {
      left = one(canvas, scans, s, projections.get(s), mm, left, top) + GAP;
    }
    String scale = "white 0 to black " + SuvScale.tick(top) + " g/ml SUVbw";
    canvas.text(scale, GAP, canvas.height() - 16, 15, Canvas.MUTED);
    ScaleBar bar = ScaleBar.atMost(150, mm);
    bar.draw(
        canvas,
        Math.round(bar.length() / 10) + " cm",
        canvas.width() - GAP,
        canvas.height() - 20,
        15,
        Canvas.INK);
    return canvas;
  }

  private static int one(
      Canvas canvas,
      List<TimePoint> scans,
      int s,
      Projection projection,
      double mm,
      int left,
      double top) {
    TimePoint scan = scans.get(s);
    int width = (int) Math.round(projection.widthMm() / mm);
    int height = (int) Math.round(projection.heightMm() / mm);
    canvas.bold(ScanTitle.letter(s), left, 26, 22, Canvas.INK);
    canvas.text(ScanTitle.of(s, scans.size(), scan), left + 24, 26, 17, Canvas.INK);
    RgbImage grey = Tones.inverted(projection.suv(), projection.columns(), projection.rows(), top);
    canvas.image(grey, left, HEAD, width, height);
    canvas.text("R", left + 6, HEAD + 20, 16, Canvas.MUTED);
    canvas.right("L", left + width - 6, HEAD + 20, 16, Canvas.MUTED);
    Rectangle2D picture = new Rectangle2D.Double(left, HEAD, width, height);
    marks(canvas, scan, projection, mm, picture);
    return left + width;
  }

  private static void marks(
      Canvas canvas, TimePoint scan, Projection projection, double mm, Rectangle2D picture) {
    LabelPlaces places = new LabelPlaces(picture);
    Map<String, Rectangle2D> tissues = new LinkedHashMap<>();
    for (ReferenceRegion region : scan.references()) {
      Rectangle2D box = box(region, projection, mm, picture);
      boolean liver = region.tissue() == ReferenceRegion.Tissue.LIVER;
      canvas.stroke(liver ? ellipse(box) : box, REFERENCE, 2);
      places.take(box);
      tissues.put(region.tissue().name().toLowerCase(Locale.ROOT), box);
    }
    Map<LesionMeasurement, Rectangle2D> rings = new LinkedHashMap<>();
    for (LesionMeasurement lesion : scan.lesions()) {
      lesion
          .position()
          .ifPresent(p -> rings.put(lesion, square(projection, mm, picture, p, RING, RING)));
    }
    rings.forEach(
        (lesion, ring) -> {
          canvas.stroke(ellipse(ring), Color.WHITE, 4);
          canvas.stroke(ellipse(ring), colour(lesion), 2);
          places.take(ring);
        });
    rings.forEach((lesion, ring) -> name(canvas, lesion, ring, places));
    tissues.forEach(
        (name, box) -> {
          int wide = Canvas.textWidth(name, 14);
          Rectangle2D label = places.place(box, wide, 14, BELOW_FIRST);
          canvas.text(name, (int) label.getX(), (int) label.getMaxY() - 2, 14, REFERENCE);
        });
  }

  private static Rectangle2D box(
      ReferenceRegion region, Projection projection, double mm, Rectangle2D picture) {
    double across = Math.max(4, region.radiusMm() / mm);
    double radius = Math.max(4, region.heightMm() / 2 / mm);
    return square(projection, mm, picture, region.centre(), across, radius);
  }

  private static Rectangle2D square(
      Projection projection,
      double mm,
      Rectangle2D picture,
      Point3 centre,
      double across,
      double radius) {
    double x = picture.getX() + (centre.xMm() - projection.leftMm()) / mm;
    double y = picture.getY() + (projection.topMm() - centre.zMm()) / mm;
    return new Rectangle2D.Double(x - across, y - radius, 2 * across, 2 * radius);
  }

  private static Shape ellipse(Rectangle2D box) {
    return new Ellipse2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight());
  }

  /** Blue where nothing takes up any more. */
  private static Color colour(LesionMeasurement lesion) {
    return lesion.uptake().isPresent() ? MARK : LOCATED;
  }

  private static void name(
      Canvas canvas, LesionMeasurement lesion, Rectangle2D ring, LabelPlaces places) {
    int wide = Canvas.boldWidth(lesion.lesion(), 15) + 2;
    Rectangle2D label = places.place(ring, wide, 15, RIGHT_FIRST);
    int x = (int) label.getX();
    int baseline = (int) label.getMaxY() - 3;
    canvas.bold(lesion.lesion(), x + 1, baseline + 1, 15, Color.WHITE);
    canvas.bold(lesion.lesion(), x, baseline, 15, colour(lesion));
  }
}
