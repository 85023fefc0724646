package org.ranklens.ihc.stain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ranklens.ihc.slide.RgbImage;

/**
 * Stained pixels of some pieces of a slide, in patches of like DAB: however large a giant cell is,
 * it says no more than a few cells do. It owns its arrays.
 */
final class CytoplasmPatches {

  /** DAB and haematoxylin of the pixels of cytoplasm, and what each weighs. */
  static final class Weighed {
    final double[] dab;
    final double[] hematoxylin;
    final double[] weight;
    final double commonest;

    private Weighed(double[] dab, double[] hematoxylin, double[] weight, double commonest) {
      int[] weighed = IntStream.range(0, weight.length).filter(i -> weight[i] > 0).toArray();
      this.dab = of(dab, weighed);
      this.hematoxylin = of(hematoxylin, weighed);
      this.weight = of(weight, weighed);
      this.commonest = commonest;
    }

    private static double[] of(double[] values, int[] places) {
      double[] chosen = new double[places.length];
      for (int i = 0; i < chosen.length; i++) {
        chosen[i] = values[places[i]];
      }
      return chosen;
    }
  }

  private static final double LEAST_LENGTH = 0.3;
  private static final double MOST_LENGTH = 2.2;

  /** A pixel is within one thing where its four neighbours differ by less than this share. */
  private static final double FLAT_SHARE = 0.4;

  /** Below it lie the blurred rims of strong cells' nuclei. */
  private static final double LEAST_DAB_OD = 0.25;

  private static final double MOST_DAB_OD = 0.79;

  /** Pixels of a patch are of one step of DAB's natural logarithm, counted from here. */
  private static final double LOG_STEP = 0.3;

  /** Six steps below an optical density of 1: e to the power of -1.8. */
  private static final double STEP_FROM_OD = 0.1653;

  private static final double MODE_SPREAD_OD = 0.02;

  /** What has more or less haematoxylin than the commonest by this is no cytoplasm. */
  private static final double CYTOPLASM_RANGE_OD = 0.1;

  private static final int LEAST_PATCH_PIXELS = 8;

  /** Larger patches weigh no more; a pixel is some 1 um2. */
  private static final double MOST_PATCH_PIXELS = 20;

  /** Where stain makes hardly any patches, each of its pixels counts. */
  private static final int LEAST_IN_PATCHES = 500;

  private static final int MOST_PIXELS = 1_500_000;
  private static final int NONE = -1;

  private final float[] rgbOd;

  /** The place of the pixel to the left, and of the one above, where these are stained too. */
  private final int[] left;

  private final int[] above;
  private int count;

  private CytoplasmPatches(int pixels) {
    rgbOd = new float[3 * pixels];
    left = new int[pixels];
    above = new int[pixels];
  }

  /** Takes what lies near the plane, of evenly spaced pieces where there are many. */
  static CytoplasmPatches of(List<RgbImage> images, WhitePoint white, StainPlane plane) {
    long pixels = images.stream().mapToLong(CytoplasmPatches::pixels).sum();
    int step = (int) (pixels / MOST_PIXELS) + 1;
    int taken = 0;
    for (int i = 0; i < images.size(); i += step) {
      taken += pixels(images.get(i));
    }
    CytoplasmPatches patches = new CytoplasmPatches(taken);
    OdPixels density = new OdPixels(white);
    for (int i = 0; i < images.size(); i += step) {
      patches.add(images.get(i), density, plane.normal());
    }
    return patches;
  }

  private static int pixels(RgbImage image) {
    return image.width() * image.height();
  }

  private void add(RgbImage image, OdPixels density, double[] normal) {
    int width = image.width();
    int[] row = new int[width];
    Arrays.fill(row, NONE);
    float[] od = new float[3];
    for (int pixel = 0; pixel < pixels(image); pixel++) {
      int x = pixel % width;
      density.read(image, pixel, od);
      if (isStain(image, pixel, od, density, normal)) {
        System.arraycopy(od, 0, rgbOd, 3 * count, 3);
        left[count] = x > 0 ? row[x - 1] : NONE;
        above[count] = row[x];
        row[x] = count++;
      } else {
        row[x] = NONE;
      }
    }
  }

  private static boolean isStain(
      RgbImage image, int pixel, float[] od, OdPixels density, double[] normal) {
    double length = Math.sqrt(od[0] * od[0] + od[1] * od[1] + od[2] * od[2]);
    double off = od[0] * normal[0] + od[1] * normal[1] + od[2] * normal[2];
    return length >= LEAST_LENGTH
        && length <= MOST_LENGTH
        && Math.abs(off) <= StainPlane.NEAR_SINE * length
        && density.steepest(image, pixel, od) < FLAT_SHARE * length;
  }

  /** Returns what the pixels hold by these stains, and which are cytoplasm. */
  Weighed weighed(StainMatrix stains) {
    double[] dab = along(Unmixing.of(stains).dab());
    double[] hematoxylin = along(Unmixing.of(stains).hematoxylin());
    OdHistogram histogram = new OdHistogram();
    for (int i = 0; i < count; i++) {
      if (dab[i] >= LEAST_DAB_OD && dab[i] < MOST_DAB_OD) {
        histogram.add(hematoxylin[i]);
      }
    }
    double commonest = histogram.mode(MODE_SPREAD_OD);
    int[] level = new int[count];
    for (int i = 0; i < count; i++) {
      boolean is =
          dab[i] >= LEAST_DAB_OD
              && dab[i] < MOST_DAB_OD
              && Math.abs(hematoxylin[i] - commonest) < CYTOPLASM_RANGE_OD;
      level[i] = is ? (int) Math.floor(Math.log(dab[i] / STEP_FROM_OD) / LOG_STEP) : NONE;
    }
    return new Weighed(dab, hematoxylin, weights(level), commonest);
  }

  private double[] along(double[] direction) {
    double[] od = new double[count];
    for (int i = 0; i < count; i++) {
      od[i] =
          rgbOd[3 * i] * direction[0]
              + rgbOd[3 * i + 1] * direction[1]
              + rgbOd[3 * i + 2] * direction[2];
    }
    return od;
  }

  /** Returns the weight of each pixel by the size of its patch, 0 for what has no level. */
  private double[] weights(int[] level) {
    int[] root = new int[count];
    int[] size = new int[count];
    for (int i = 0; i < count; i++) {
      root[i] = i;
      if (level[i] != NONE) {
        join(root, level, i, left[i]);
        join(root, level, i, above[i]);
      }
    }
    double[] weight = new double[count];
    int inPatches = 0;
    for (int i = 0; i < count; i++) {
      size[find(root, i)]++;
    }
    for (int i = 0; i < count; i++) {
      int patch = size[find(root, i)];
      if (level[i] != NONE && patch >= LEAST_PATCH_PIXELS) {
        inPatches++;
        weight[i] = Math.min(1, MOST_PATCH_PIXELS / patch);
      }
    }
    return inPatches >= LEAST_IN_PATCHES ? weight : alike(level);
  }

  private static double[] alike(int[] level) {
    return Arrays.stream(level).mapToDouble(own -> own == NONE ? 0 : 1).toArray();
  }

  private static void join(int[] root, int[] level, int pixel, int neighbour) {
    if (neighbour != NONE && level[neighbour] == level[pixel]) {
      int a = find(root, pixel);
      int b = find(root, neighbour);
      root[Math.max(a, b)] = Math.min(a, b);
    }
  }

  private static int find(int[] root, int pixel) {
    int at = pixel;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }
}
