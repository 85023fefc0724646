package org.ranklens.report.figure;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.pet.PetResult;
import org.ranklens.pet.TimePoint;
import org.ranklens.pet.lesion.LesionMeasurement;
import org.ranklens.pet.lesion.ReferenceRegion;

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
    for (ReferenceRegion region : scan.references()) {
      reference(canvas, region, projection, mm, left);
    }
    for (LesionMeasurement lesion : scan.lesions()) {
      lesion
          .position()
          .ifPresent(
              p -> {
                double x = left + (p.xMm() - projection.leftMm()) / mm;
                double y = HEAD + (projection.topMm() - p.zMm()) / mm;
                mark(canvas, lesion, x, y);
              });
    }
    return left + width;
  }

  private static void reference(
      Canvas canvas, ReferenceRegion region, Projection projection, double mm, int left) {
    double x = left + (region.centre().xMm() - projection.leftMm()) / mm;
    double y = HEAD + (projection.topMm() - region.centre().zMm()) / mm;
    double across = Math.max(4, region.radiusMm() / mm);
    double radius = Math.max(4, region.heightMm() / 2 / mm);
    Shape outline =
        region.tissue() == ReferenceRegion.Tissue.LIVER
            ? new Ellipse2D.Double(x - across, y - radius, 2 * across, 2 * radius)
            : new Rectangle2D.Double(x - across, y - radius, 2 * across, 2 * radius);
    canvas.stroke(outline, REFERENCE, 2);
    String name = region.tissue().name().toLowerCase(Locale.ROOT);
    // Below the picture stand its scale and caption.
    boolean below = y + radius + 15 <= HEAD + projection.heightMm() / mm;
    int baseline = (int) (below ? y + radius + 15 : y - radius - 5);
    canvas.centred(name, (int) x, baseline, 14, REFERENCE);
  }

  /** A ring around a lesion; blue and broken in words where nothing takes up any more. */
  private static void mark(Canvas canvas, LesionMeasurement lesion, double x, double y) {
    Color colour = lesion.uptake().isPresent() ? MARK : LOCATED;
    canvas.stroke(new Ellipse2D.Double(x - 13, y - 13, 26, 26), Color.WHITE, 4);
    canvas.stroke(new Ellipse2D.Double(x - 13, y - 13, 26, 26), colour, 2);
    canvas.bold(lesion.lesion(), (int) x + 17, (int) y + 6, 15, Color.WHITE);
    canvas.bold(lesion.lesion(), (int) x + 16, (int) y + 5, 15, colour);
  }
}
