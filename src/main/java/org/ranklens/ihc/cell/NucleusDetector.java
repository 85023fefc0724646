package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ranklens.ihc.stain.PlaneMemory;
import org.ranklens.ihc.stain.StainImages;

/** Finds nuclei in the plane that they stand out of. */
final class NucleusDetector {

  private static final double SIGMA_MICRONS = 0.5;

  /** Beside a black nucleus a pale one is found once the black one is out of the way. */
  private static final int MARKED_ROUNDS = 2;

  /** Where less of the surroundings is unlabelled, the pixel stays as it is. */
  private static final float LEAST_WEIGHT = 0.05f;

  private NucleusDetector() {}

  static Nuclei find(
      StainImages images,
      TileFrame frame,
      CellSettings settings,
      Compartment marker,
      PlaneMemory memory) {
    NucleusCandidates found = candidates(images, frame, settings, marker, memory);
    boolean[] keep = NucleusFilter.keep(found, images, frame, settings, marker);
    return Nuclei.of(found.labels(), found.runs(), found.shapes(), keep);
  }

  static NucleusCandidates candidates(
      StainImages images,
      TileFrame frame,
      CellSettings settings,
      Compartment marker,
      PlaneMemory memory) {
    int width = images.width();
    int height = images.height();
    float[] plane = NuclearPlane.of(images, marker, memory);
    double sigma = frame.pixels(SIGMA_MICRONS);
    float[] smooth = GaussianFilter.of(plane, width, height, sigma, memory.floats(images.pixels()));
    NucleusWorth worth = new NucleusWorth(settings, frame.pixelSizeMicrons(), marker);
    NodeBounds bounds = NucleusSplits.bounds(worth, frame);
    int[] labels = memory.ints(images.pixels());
    Arrays.fill(labels, 0, images.pixels(), 0);
    List<Ellipse> shapes = new ArrayList<>();
    float[] seen = smooth;
    for (int round = 0; round < rounds(marker); round++) {
      if (round > 0) {
        seen = beside(labels, NuclearPlane.pale(images, plane, memory), images, frame);
      }
      SmoothPlane steps = SmoothPlane.of(seen, width, height, memory);
      if (round > 0) {
        steps.dropLabelled(labels, width, height);
      }
      boolean lastRound = round == rounds(marker) - 1;
      ComponentTree tree =
          lastRound
              ? ComponentTree.ofCore(steps, frame, bounds, Surroundings.reach(frame), memory)
              : ComponentTree.of(steps, frame, bounds, memory);
      NucleusSplits splits = new NucleusSplits(tree, frame, worth, marker);
      boolean[] asked = asked(tree.sums(), frame, lastRound);
      for (NucleusChoice.Chosen chosen : NucleusChoice.of(tree.sums(), asked, worth, splits)) {
        splits.paint(chosen, labels, width, shapes);
      }
    }
    return new NucleusCandidates(labels, width, height, shapes, plane, smooth);
  }

  /** What a later round finds depends on all that an earlier one found. */
  private static boolean[] asked(NodeSums sums, TileFrame frame, boolean lastRound) {
    if (lastRound) {
      return AskedNodes.of(sums, frame, Surroundings.reach(frame));
    }
    boolean[] all = new boolean[sums.count()];
    Arrays.fill(all, true);
    return all;
  }

  /** Smooths what is not labelled alone, so that a black nucleus doesn't darken its neighbours. */
  private static float[] beside(int[] labels, float[] plane, StainImages images, TileFrame frame) {
    int width = images.width();
    int height = images.height();
    float[] sum = new float[images.pixels()];
    float[] weight = new float[images.pixels()];
    for (int p = 0; p < sum.length; p++) {
      weight[p] = labels[p] == 0 ? 1 : 0;
      sum[p] = weight[p] * plane[p];
    }
    sum = GaussianFilter.of(sum, width, height, frame.pixels(SIGMA_MICRONS));
    weight = GaussianFilter.of(weight, width, height, frame.pixels(SIGMA_MICRONS));
    for (int p = 0; p < sum.length; p++) {
      sum[p] = weight[p] > LEAST_WEIGHT ? sum[p] / weight[p] : plane[p];
    }
    return sum;
  }

  /** Returns how many times nuclei are looked for; each depends on the ones before. */
  static int rounds(Compartment marker) {
    return marker == Compartment.NUCLEUS ? MARKED_ROUNDS : 1;
  }
}
