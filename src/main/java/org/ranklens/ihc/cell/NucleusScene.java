package org.ranklens.ihc.cell;

import java.util.List;
import java.util.Optional;

/**
 * What the grouping of nuclei looks at. It owns its arrays.
 *
 * <p>The planes are smoothed.
 */
final class NucleusScene {

  /** Added to a level before dividing by it: differences below it are noise. */
  static final double NOISE_OD = 0.1;

  private static final double EVEN_SIGMA_MICRONS = 1.2;
  private static final double MOST_THICKNESS_MICRONS = 12;

  private final Nuclei nuclei;
  private final float[] dab;
  private final float[] hematoxylin;
  private final int width;
  private final TileFrame frame;
  private final double[] od;
  private final float[] evenDab;
  private final int[] tenthsToNucleus;

  NucleusScene(
      Nuclei nuclei,
      float[] dab,
      float[] hematoxylin,
      int width,
      TileFrame frame,
      List<Optional<CytoplasmOd>> cytoplasm) {
    this.nuclei = nuclei;
    this.dab = dab;
    this.hematoxylin = hematoxylin;
    this.width = width;
    this.frame = frame;
    this.od =
        cytoplasm.stream()
            .mapToDouble(measured -> measured.map(CytoplasmOd::mean).orElse(0.0))
            .toArray();
    this.evenDab = evenDab(nuclei.labels(), dab, width, frame);
    this.tenthsToNucleus = tenthsToNucleus(nuclei.labels(), width, frame);
  }

  /** Smooths over the cytoplasm alone, so that nuclei don't pale it. */
  private static float[] evenDab(int[] labels, float[] dab, int width, TileFrame frame) {
    float[] sum = new float[dab.length];
    float[] weight = new float[dab.length];
    for (int p = 0; p < dab.length; p++) {
      weight[p] = labels[p] == 0 ? 1 : 0;
      sum[p] = weight[p] * dab[p];
    }
    double sigma = frame.pixels(EVEN_SIGMA_MICRONS);
    int height = dab.length / width;
    sum = GaussianFilter.of(sum, width, height, sigma);
    weight = GaussianFilter.of(weight, width, height, sigma);
    for (int p = 0; p < dab.length; p++) {
      sum[p] = weight[p] > 0.05f ? sum[p] / weight[p] : dab[p];
    }
    return sum;
  }

  private static int[] tenthsToNucleus(int[] labels, int width, TileFrame frame) {
    int most = (int) (10 * frame.pixels(MOST_THICKNESS_MICRONS));
    int[] way = new int[labels.length];
    int height = labels.length / width;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int p = y * width + x;
        int best = labels[p] > 0 ? 0 : most;
        if (best > 0) {
          best = x > 0 ? Math.min(best, way[p - 1] + 10) : best;
          if (y > 0) {
            best = Math.min(best, way[p - width] + 10);
            best = x > 0 ? Math.min(best, way[p - width - 1] + 14) : best;
            best = x < width - 1 ? Math.min(best, way[p - width + 1] + 14) : best;
          }
        }
        way[p] = best;
      }
    }
    for (int y = height - 1; y >= 0; y--) {
      for (int x = width - 1; x >= 0; x--) {
        int p = y * width + x;
        int best = way[p];
        best = x < width - 1 ? Math.min(best, way[p + 1] + 10) : best;
        if (y < height - 1) {
          best = Math.min(best, way[p + width] + 10);
          best = x > 0 ? Math.min(best, way[p + width - 1] + 14) : best;
          best = x < width - 1 ? Math.min(best, way[p + width + 1] + 14) : best;
        }
        way[p] = best;
      }
    }
    return way;
  }

  /** Returns DAB smoothed over the cytoplasm alone; not a copy. */
  float[] evenDab() {
    return evenDab;
  }

  /** Returns the distance to the nearest nucleus in tenths of pixels, up to 12 um; not a copy. */
  int[] tenthsToNucleus() {
    return tenthsToNucleus;
  }

  Nuclei nuclei() {
    return nuclei;
  }

  float[] dab() {
    return dab;
  }

  float[] hematoxylin() {
    return hematoxylin;
  }

  int width() {
    return width;
  }

  int height() {
    return dab.length / width;
  }

  TileFrame frame() {
    return frame;
  }

  /** Returns the DAB of the cytoplasm around a nucleus, 0 where none could be measured. */
  double od(int nucleus) {
    return od[nucleus];
  }

  double unlikeness(int a, int b) {
    return Math.abs(od(a) - od(b)) / (NOISE_OD + level(a, b));
  }

  double level(int a, int b) {
    return Math.max(0, (od(a) + od(b)) / 2);
  }
}
