package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.List;
import org.ranklens.ihc.stain.StainImages;

/** Finds nuclei in the plane that they stand out of. */
final class NucleusDetector {

  private static final double SIGMA_MICRONS = 0.5;
  private static final double LOWEST_OD = 0.06;
  private static final double HIGHEST_OD = 1.1;
  private static final double STEP_OD = 0.02;

  /** Beside a black nucleus a pale one is found once the black one is out of the way. */
  private static final int MARKED_ROUNDS = 2;

  /** Where less of the surroundings is unlabelled, the pixel stays as it is. */
  private static final float LEAST_WEIGHT = 0.05f;

  private NucleusDetector() {}

  static Nuclei find(
      StainImages images, TileFrame frame, CellSettings settings, Compartment marker) {
    NucleusCandidates found = candidates(images, frame, settings, marker);
    boolean[] keep = NucleusFilter.keep(found, images, frame, settings, marker);
    return Nuclei.of(found.labels(), found.shapes(), keep);
  }

  static NucleusCandidates candidates(
      StainImages images, TileFrame frame, CellSettings settings, Compartment marker) {
    int width = images.width();
    float[] plane = NuclearPlane.of(images, marker);
    float[] smooth = GaussianFilter.of(plane, width, images.height(), frame.pixels(SIGMA_MICRONS));
    NucleusWorth worth = new NucleusWorth(settings, frame.pixelSizeMicrons(), marker);
    NodeBounds bounds = NucleusSplits.bounds(worth, frame);
    int[] labels = new int[smooth.length];
    List<Ellipse> shapes = new ArrayList<>();
    float[] seen = smooth;
    for (int round = 0; round < rounds(marker); round++) {
      if (round > 0) {
        seen = beside(labels, NuclearPlane.pale(images, plane), width, frame);
      }
      byte[] levels = levels(seen, (int) Math.round((HIGHEST_OD - LOWEST_OD) / STEP_OD));
      float[] gradient = gradient(seen, width);
      if (round > 0) {
        without(labels, levels, width);
      }
      ComponentTree tree = ComponentTree.of(levels, gradient, width, frame, bounds);
      NucleusSplits splits = new NucleusSplits(tree, gradient, width, frame, worth, marker);
      for (NucleusChoice.Chosen chosen : NucleusChoice.of(tree.sums(), worth, splits)) {
        splits.paint(chosen, labels, width, shapes);
      }
    }
    return new NucleusCandidates(labels, shapes, plane, smooth);
  }

  /** Smooths what is not labelled alone, so that a black nucleus doesn't darken its neighbours. */
  private static float[] beside(int[] labels, float[] plane, int width, TileFrame frame) {
    float[] sum = new float[plane.length];
    float[] weight = new float[plane.length];
    for (int p = 0; p < plane.length; p++) {
      weight[p] = labels[p] == 0 ? 1 : 0;
      sum[p] = weight[p] * plane[p];
    }
    int height = plane.length / width;
    sum = GaussianFilter.of(sum, width, height, frame.pixels(SIGMA_MICRONS));
    weight = GaussianFilter.of(weight, width, height, frame.pixels(SIGMA_MICRONS));
    for (int p = 0; p < plane.length; p++) {
      sum[p] = weight[p] > LEAST_WEIGHT ? sum[p] / weight[p] : plane[p];
    }
    return sum;
  }

  /** Returns how many times nuclei are looked for; each depends on the ones before. */
  static int rounds(Compartment marker) {
    return marker == Compartment.NUCLEUS ? MARKED_ROUNDS : 1;
  }

  /** Takes what is labelled, and the pixels beside it, out of the tree. */
  private static void without(int[] labels, byte[] levels, int width) {
    for (int p = 0; p < labels.length; p++) {
      int x = p % width;
      if (labels[p] > 0
          || (x > 0 && labels[p - 1] > 0)
          || (x < width - 1 && labels[p + 1] > 0)
          || (p >= width && labels[p - width] > 0)
          || (p + width < labels.length && labels[p + width] > 0)) {
        levels[p] = ComponentTree.NONE;
      }
    }
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
