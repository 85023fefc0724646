package org.ranklens.report.figure;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ranklens.pet.PetResult;
import org.ranklens.pet.TimePoint;
import org.ranklens.pet.dicom.CtVolume;
import org.ranklens.pet.lesion.ReferenceRegion;

/**
 * Where the normal tissue was measured that lesions are compared with: axial and coronal cuts
 * through the liver's sphere and the aorta's cylinder, fused, from SUV 0 to 5.
 */
public final class NormalTissueFigure {

  private static final int MARGIN = 12;
  private static final int TILE = 280;
  private static final int GAP = 4;
  private static final int BLOCK_GAP = 22;
  private static final int HEAD = 40;
  private static final int FOOT = 34;
  private static final double FIELD_MM = 380;

  /** Liver and blood lie between 1 and 3. */
  private static final double SUV_TOP = 5;

  private static final Color OUTLINE = new Color(0x00E08A);

  private NormalTissueFigure() {}

  /** Draws the scans side by side, or nothing where none has normal tissue. */
  public static Optional<Canvas> draw(PetResult result) {
    List<TimePoint> scans = result.timepoints();
    int rows = scans.stream().mapToInt(s -> s.references().size()).max().orElse(0);
    if (rows == 0) {
      return Optional.empty();
    }
    int block = 2 * TILE + GAP;
    int width = 2 * MARGIN + scans.size() * (block + BLOCK_GAP) - BLOCK_GAP;
    Canvas canvas = new Canvas(width, HEAD + rows * (TILE + FOOT) + GAP, Canvas.PAPER);
    for (int s = 0; s < scans.size(); s++) {
      int left = MARGIN + s * (block + BLOCK_GAP);
      canvas.bold(ScanTitle.letter(s), left, 26, 22, Canvas.INK);
      canvas.text(ScanTitle.of(s, scans.size(), scans.get(s)), left + 24, 26, 17, Canvas.INK);
      int top = HEAD;
      for (ReferenceRegion region : scans.get(s).references()) {
        tile(canvas, scans.get(s), region, Plane.AXIAL, left, top);
        tile(canvas, scans.get(s), region, Plane.CORONAL, left + TILE + GAP, top);
        canvas.text(numbers(region), left, top + TILE + 22, 15, Canvas.INK);
        top += TILE + FOOT;
      }
    }
    return Optional.of(canvas);
  }

  private static String numbers(ReferenceRegion region) {
    return String.format(
        Locale.ROOT,
        "%s: SUVbw mean %.2f, SD %.2f, %d voxels; colours from 0 to 5",
        region.tissue().name().toLowerCase(Locale.ROOT),
        region.suvBwMean(),
        region.suvBwSd(),
        region.voxels());
  }

  private static void tile(
      Canvas canvas, TimePoint scan, ReferenceRegion region, Plane plane, int left, int top) {
    Cut cut = new Cut(plane, region.centre(), FIELD_MM, TILE);
    float[] suv = cut.sample(scan.suv().geometry(), index -> scan.suv().suvBw()[index], 0);
    if (scan.ct().isPresent()) {
      CtVolume ct = scan.ct().get();
      float[] hu = cut.sample(ct.geometry(), index -> ct.hu()[index], -1024);
      canvas.image(Tones.fused(hu, suv, TILE, SUV_TOP), left, top);
    } else {
      canvas.image(Tones.inverted(suv, TILE, TILE, SUV_TOP), left, top);
    }
    double middle = TILE / 2.0;
    double across = region.radiusMm() / FIELD_MM * TILE;
    double half = region.heightMm() / 2 / FIELD_MM * TILE;
    boolean upright = plane != Plane.AXIAL && region.tissue() == ReferenceRegion.Tissue.AORTA;
    double x = left + middle - across;
    Shape outline =
        upright
            ? new Rectangle2D.Double(x, top + middle - half, 2 * across, 2 * half)
            : new Ellipse2D.Double(x, top + middle - across, 2 * across, 2 * across);
    canvas.stroke(outline, OUTLINE, 2);
    canvas.haloed(plane.leftLetter(), left + 6, top + TILE / 2 + 6, 16, Canvas.PAPER);
    canvas.haloed(plane.rightLetter(), left + TILE - 19, top + TILE / 2 + 6, 16, Canvas.PAPER);
    String place = plane.label() + " " + plane.position(region.centre());
    canvas.haloed(place, left + 6, top + TILE - 8, 14, Canvas.PAPER);
  }
}
