package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.List;
import org.ranklens.ihc.stain.StainImages;

/** Finds nuclei in the haematoxylin plane. */
final class NucleusDetector {

  private static final double SIGMA_MICRONS = 0.5;
  private static final double LOWEST_OD = 0.06;
  private static final double HIGHEST_OD = 1.1;
  private static final double STEP_OD = 0.02;

  /**
   * Cytoplasm full of DAB shows some haematoxylin (colour subsampling of JPEG, its own
   * counterstain, vectors that are slightly off), and its nucleus less DAB: without this share of
   * it the nucleus stands out of its cell, not the cell out of its surroundings.
   */
  private static final float DAB_SHARE = 0.15f;

  private NucleusDetector() {}

  static Nuclei find(StainImages images, TileFrame frame, CellSettings settings) {
    int width = images.width();
    float[] smooth =
        GaussianFilter.of(nuclearOd(images), width, images.height(), frame.pixels(SIGMA_MICRONS));
    float[] gradient = gradient(smooth, width);
    int levelCount = (int) Math.round((HIGHEST_OD - LOWEST_OD) / STEP_OD);
    NucleusWorth worth = new NucleusWorth(settings, frame.pixelSizeMicrons());
    NodeBounds bounds = NucleusSplits.bounds(worth, frame);
    ComponentTree tree =
        ComponentTree.of(levels(smooth, levelCount), gradient, width, frame, bounds);
    NucleusSplits splits = new NucleusSplits(tree, gradient, width, frame, worth);
    int[] labels = new int[smooth.length];
    List<Ellipse> shapes = new ArrayList<>();
    for (NucleusChoice.Chosen chosen : NucleusChoice.of(tree.sums(), worth, splits)) {
      splits.paint(chosen, labels, width, shapes);
    }
    boolean[] keep = NucleusFilter.keep(labels, shapes.size(), images, smooth, frame, settings);
    return Nuclei.of(labels, shapes, keep);
  }

  /** Returns haematoxylin less what dense DAB lends it. */
  private static float[] nuclearOd(StainImages images) {
    float[] od = images.hematoxylinOd().clone();
    float[] dab = images.dabOd();
    for (int p = 0; p < od.length; p++) {
      od[p] -= DAB_SHARE * Math.max(0, dab[p]);
    }
    return od;
  }

  private static byte[] levels(float[] plane, int levelCount) {
    byte[] levels = new byte[plane.length];
    for (int p = 0; p < plane.length; p++) {
      double level = Math.floor((plane[p] - LOWEST_OD) / STEP_OD);
      levels[p] = (byte) Math.max(ComponentTree.NONE, Math.min(levelCount - 1, level));
    }
    return levels;
  }

  /** Returns the length of the gradient by central differences, per pixel. */
  private static float[] gradient(float[] plane, int width) {
    int height = plane.length / width;
    float[] gradient = new float[plane.length];
    for (int y = 0; y < height; y++) {
      int above = Math.max(0, y - 1) * width;
      int below = Math.min(height - 1, y + 1) * width;
      for (int x = 0; x < width; x++) {
        float dx =
            plane[y * width + Math.min(width - 1, x + 1)] - plane[y * width + Math.max(0, x - 1)];
        float dy = plane[below + x] - plane[above + x];
        gradient[y * width + x] = (float) (0.5 * Math.sqrt(dx * dx + dy * dy));
      }
    }
    return gradient;
  }
}
