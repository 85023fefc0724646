package org.ranklens.report.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.pet.PetResult;
import org.ranklens.pet.TimePoint;
import org.ranklens.pet.dicom.CtVolume;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.lesion.LesionMeasurement;
import org.ranklens.pet.lesion.Voi;

/**
 * A lesion before (a) and after (b): axial, coronal and sagittal cuts through it, CT alone and
 * fused, all at one SUV scale and one scale of millimetres.
 */
public final class LesionFigure {

  /** More scans would make the pictures too small to read. */
  private static final int MOST_SCANS = 3;

  private static final int MARGIN = 12;
  private static final int TILE = 300;
  private static final int GAP = 4;
  private static final int BLOCK_GAP = 22;
  private static final int HEAD = 66;
  private static final int FOOT = 62;
  private static final int BAR = 84;
  private static final double FIELD_MM = 240;
  private static final Color CROSS = new Color(0x7FE3FF);
  private static final Color SITE = new Color(0x00E08A);

  private final List<TimePoint> scans;
  private final double suvTop;

  /** Prepares the pictures of a case; of many scans the first and the last ones are drawn. */
  public LesionFigure(PetResult result) {
    List<TimePoint> all = result.timepoints();
    scans = new ArrayList<>();
    scans.add(all.get(0));
    scans.addAll(all.subList(Math.max(1, all.size() - MOST_SCANS + 1), all.size()));
    suvTop = SuvScale.top(all);
  }

  /** Draws a lesion. */
  public Canvas draw(String lesion) {
    int block = 2 * TILE + GAP;
    int width = MARGIN + scans.size() * (block + BLOCK_GAP) + BAR;
    int height = HEAD + 3 * (TILE + GAP) + FOOT;
    Canvas canvas = new Canvas(width, height, Canvas.PAPER);
    for (int s = 0; s < scans.size(); s++) {
      block(canvas, s, MARGIN + s * (block + BLOCK_GAP), lesion);
    }
    colourBar(canvas, width - BAR + 4);
    ScaleBar bar = ScaleBar.atMost(TILE / 2, FIELD_MM / TILE);
    String label = Math.round(bar.length() / 10) + " cm";
    bar.draw(canvas, label, width - 14, height - FOOT + 30, 16, Canvas.INK);
    return canvas;
  }

  private void block(Canvas canvas, int s, int left, String lesion) {
    TimePoint scan = scans.get(s);
    canvas.bold(ScanTitle.letter(s), left, 24, 24, Canvas.INK);
    canvas.text(ScanTitle.of(s, scans.size(), scan), left + 26, 24, 19, Canvas.INK);
    canvas.text(Tones.BONE.label(), left, 54, 15, Canvas.MUTED);
    canvas.text("PET/CT fused", left + TILE + GAP, 54, 15, Canvas.MUTED);
    Optional<LesionMeasurement> measured =
        scan.lesions().stream().filter(l -> l.lesion().equals(lesion)).findFirst();
    int top = HEAD;
    for (Plane plane : Plane.values()) {
      canvas.fill(left, top, 2 * TILE + GAP, TILE, Color.BLACK);
      if (measured.isPresent() && measured.get().position().isPresent()) {
        row(canvas, scan, measured.get(), plane, left, top);
      } else {
        canvas.centred("not located in this scan", left + TILE, top + 150, 17, Canvas.PAPER);
      }
      top += TILE + GAP;
    }
    canvas.text(
        measured
            .map(m -> numbers(m) + change(m, s == 0 ? Optional.empty() : first(lesion)))
            .orElse("no such lesion in this scan"),
        left,
        canvas.height() - FOOT + 26,
        16,
        Canvas.INK);
  }

  private void row(
      Canvas canvas, TimePoint scan, LesionMeasurement lesion, Plane plane, int left, int top) {
    Cut cut = new Cut(plane, lesion.position().orElseThrow(), FIELD_MM, TILE);
    float[] suv = cut.sample(scan.suv().geometry(), index -> scan.suv().suvBw()[index], 0);
    int right = left + TILE + GAP;
    if (scan.ct().isPresent()) {
      CtVolume ct = scan.ct().get();
      float[] hu = cut.sample(ct.geometry(), index -> ct.hu()[index], -1024);
      canvas.image(Tones.ct(hu, TILE, Tones.BONE), left, top);
      canvas.image(Tones.fused(hu, suv, TILE, suvTop), right, top);
      site(canvas, cut, lesion, left, top);
    } else {
      canvas.centred("no CT", left + TILE / 2, top + 150, 17, Canvas.PAPER);
      canvas.image(Tones.inverted(suv, TILE, TILE, suvTop), right, top);
      canvas.fill(right, top, 78, 20, Canvas.PAPER);
      canvas.text("PET alone", right + 6, top + 15, 14, Canvas.INK);
    }
    letters(canvas, plane, left, top);
    letters(canvas, plane, right, top);
    canvas.haloed(plane.label(), left + 6, top + TILE - 8, 14, Canvas.PAPER);
    canvas.haloed(plane.position(cut.centre()), right + 6, top + TILE - 8, 14, Canvas.PAPER);
    cross(canvas, right, top);
  }

  /** The edge of the region in which the CT was measured. */
  private static void site(Canvas canvas, Cut cut, LesionMeasurement lesion, int left, int top) {
    if (lesion.site().isEmpty()) {
      return;
    }
    Voi voi = lesion.site().get();
    Geometry grid = voi.geometry();
    boolean[] inside = cut.inside(grid, voi::contains);
    for (int v = 1; v < TILE - 1; v++) {
      for (int u = 1; u < TILE - 1; u++) {
        int i = v * TILE + u;
        if (inside[i]
            && !(inside[i - 1] && inside[i + 1] && inside[i - TILE] && inside[i + TILE])) {
          canvas.fill(left + u, top + v, 2, 2, SITE);
        }
      }
    }
  }

  private static void letters(Canvas canvas, Plane plane, int left, int top) {
    int middle = TILE / 2;
    canvas.haloed(plane.leftLetter(), left + 6, top + middle + 6, 16, Canvas.PAPER);
    canvas.haloed(plane.rightLetter(), left + TILE - 19, top + middle + 6, 16, Canvas.PAPER);
    canvas.haloed(plane.topLetter(), left + middle - 5, top + 19, 16, Canvas.PAPER);
    canvas.haloed(plane.bottomLetter(), left + middle - 5, top + TILE - 8, 16, Canvas.PAPER);
  }

  /** A cross that leaves its middle free. */
  private static void cross(Canvas canvas, int left, int top) {
    int middle = TILE / 2;
    int free = 26;
    int arm = 22;
    canvas.line(
        left + middle - free - arm, top + middle, left + middle - free, top + middle, CROSS, 1.4);
    canvas.line(
        left + middle + free, top + middle, left + middle + free + arm, top + middle, CROSS, 1.4);
    canvas.line(
        left + middle, top + middle - free - arm, left + middle, top + middle - free, CROSS, 1.4);
    canvas.line(
        left + middle, top + middle + free, left + middle, top + middle + free + arm, CROSS, 1.4);
  }

  private void colourBar(Canvas canvas, int left) {
    int height = 2 * TILE;
    RgbImage bar = Tones.bar(20, height);
    int top = HEAD + 24;
    canvas.image(bar, left, top);
    for (int tick = 0; tick <= 5; tick++) {
      double value = suvTop * tick / 5;
      int y = top + height - height * tick / 5;
      canvas.line(left + 20, y, left + 25, y, Canvas.INK, 1);
      canvas.text(SuvScale.tick(value), left + 29, y + 6, 16, Canvas.INK);
    }
    canvas.text("SUVbw", left, top - 32, 15, Canvas.INK);
    canvas.text("g/ml", left, top - 14, 15, Canvas.INK);
  }

  private static String numbers(LesionMeasurement lesion) {
    List<String> parts = new ArrayList<>();
    lesion
        .uptake()
        .ifPresentOrElse(
            u -> parts.add(String.format(Locale.ROOT, "SUVmax %.2f", u.suvBwMax())),
            () -> parts.add("no lesion uptake"));
    if (lesion.uptake().isEmpty() && lesion.siteSuvBwMax().isPresent()) {
      parts.add(String.format(Locale.ROOT, "site max %.2f", lesion.siteSuvBwMax().getAsDouble()));
    }
    lesion
        .density()
        .ifPresent(d -> parts.add(String.format(Locale.ROOT, "median %.0f HU", d.huMedian())));
    return String.join(", ", parts);
  }

  private Optional<LesionMeasurement> first(String lesion) {
    return scans.get(0).lesions().stream().filter(l -> l.lesion().equals(lesion)).findFirst();
  }

  /** How the density of the site changed since the first scan. */
  private static String change(LesionMeasurement lesion, Optional<LesionMeasurement> first) {
    return first
        .flatMap(LesionMeasurement::density)
        .flatMap(
            then ->
                lesion
                    .density()
                    .map(
                        now ->
                            String.format(
                                Locale.ROOT, " (%+.0f)", now.huMedian() - then.huMedian())))
        .orElse("");
  }
}
