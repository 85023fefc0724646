package org.ranklens.ihc.cell;

import java.util.Arrays;
import org.ranklens.ihc.stain.PlaneMemory;

/**
 * Grows every nucleus into its surroundings, the cheapest way first: a step costs its length and
 * what DAB changes along it, so that neighbours meet where the stain changes. Growth ends at a
 * distance from the nucleus, so what one cell takes depends on nothing further away.
 *
 * <p>Pixels are met all over the tile, and memory is what that waits for: all that is asked of a
 * neighbour stands in one number, its DAB among it, and pixels of one cost are fetched many at
 * once. Pixels are counted with a rim of one around the area, so that no neighbour has to be
 * checked for being there.
 *
 * <p>Planes may be longer than the area: pixels are counted apart.
 */
final class CytoplasmGrowth {

  /** A larger change costs no more. */
  private static final double MOST_OD = 3;

  /** Micrometres that a change of DAB by 1 costs. */
  private static final double MICRONS_PER_OD = 20;

  private static final long LOW = 0xffffffffL;

  /** Pixels that the planes have around the area's. */
  static final int RIM = 1;

  private final int stride;
  private final int size;
  private final GrowthSteps steps;

  /** Begins as the nuclei. */
  private final int[] labels;

  /** The best way known to each pixel, above the bits of its DAB. */
  private final long[] ways;

  private final float[] dab;
  private final double odCost;
  private final int mostLength;

  /** Written alone: the compiler would leave out what it is made of. */
  @SuppressWarnings("UnusedVariable")
  private long fetched;

  private CytoplasmGrowth(
      int width, int height, TileFrame frame, double reach, PlaneMemory memory) {
    this.stride = width + 2;
    this.size = stride * (height + 2);
    this.steps = new GrowthSteps(stride);
    this.labels = memory.ints(size);
    this.ways = memory.longs(size);
    this.dab = memory.floats(size);
    Arrays.fill(labels, 0, size, 0);
    Arrays.fill(ways, 0, size, 0);
    Arrays.fill(dab, 0, size, 0);
    this.odCost = GrowthSteps.STRAIGHT * frame.pixels(MICRONS_PER_OD);
    this.mostLength = (int) (GrowthSteps.STRAIGHT * frame.pixels(reach));
  }

  /**
   * Grows over squares of about a micrometre: stain's colour has no finer detail.
   *
   * @param memory good as long as the growth
   */
  static CytoplasmGrowth of(CoarseStains stains, double reachMicrons, PlaneMemory memory) {
    float[] dab = stains.meanDab(memory);
    CytoplasmGrowth growth =
        of(
            stains.labels(),
            dab,
            stains.width(),
            stains.height(),
            stains.frame(),
            reachMicrons,
            memory);
    memory.giveBack(dab);
    return growth;
  }

  /** Grows. */
  static CytoplasmGrowth of(
      int[] nuclei,
      float[] dab,
      int width,
      int height,
      TileFrame frame,
      double reach,
      PlaneMemory memory) {
    CytoplasmGrowth growth = new CytoplasmGrowth(width, height, frame, reach, memory);
    for (int y = 0; y < height; y++) {
      growth.begin(nuclei, dab, y * width, width, (y + 1) * growth.stride + 1);
    }
    growth.grow();
    GrownLabels.follow(growth.labels, growth.ways, growth.size, growth.steps, growth.stride);
    return growth;
  }

  /** There is no way into nuclei, nor into the rim. */
  private void begin(int[] nuclei, float[] smooth, int from, int width, int to) {
    System.arraycopy(nuclei, from, labels, to, width);
    System.arraycopy(smooth, from, dab, to, width);
    for (int p = to; p < to + width; p++) {
      int way = labels[p] == 0 ? GrowthSteps.NO_WAY : 0;
      ways[p] = ((long) way << 32) | (Float.floatToRawIntBits(dab[p]) & LOW);
    }
  }

  private void grow() {
    BucketQueue queue = new BucketQueue(GrowthSteps.DIAGONAL + (int) (odCost * MOST_OD) + 2);
    addRims(queue);
    int[] next = new int[BucketQueue.MOST];
    while (!queue.isEmpty()) {
      int count = queue.poll(next);
      count = fetch(next, count, queue.cost());
      for (int i = 0; i < count; i++) {
        spread(next[i], queue);
      }
    }
  }

  private void addRims(BucketQueue queue) {
    for (int p = stride; p < size - stride; p++) {
      if (labels[p] > 0 && (isFree(p) || isFree(p - stride) || isFree(p + stride))) {
        queue.add(p, 0);
      }
    }
  }

  /** Tells whether a pixel, or one at its sides, is of no nucleus. */
  private boolean isFree(int p) {
    return labels[p - 1] == 0 || labels[p] == 0 || labels[p + 1] == 0;
  }

  /**
   * Keeps the pixels that no cheaper way was found to since they began to wait, and touches what
   * their steps will look at: so the processor waits for all of it at once.
   */
  private int fetch(int[] pixels, int count, int cost) {
    int kept = 0;
    long touched = 0;
    for (int i = 0; i < count; i++) {
      int p = pixels[i];
      touched += ways[p - stride] + ways[p + stride];
      pixels[kept] = p;
      kept += GrowthSteps.cost((int) (ways[p] >>> 32)) == cost ? 1 : 0;
    }
    fetched += touched;
    return kept;
  }

  /** Steps on from a pixel. */
  private void spread(int p, BucketQueue queue) {
    long own = ways[p];
    int way = (int) (own >>> 32);
    int length = GrowthSteps.lengthOf(way);
    int room = mostLength - length;
    if (room < GrowthSteps.STRAIGHT) {
      return;
    }
    int at = GrowthSteps.cost(way);
    float ownDab = Float.intBitsToFloat((int) own);
    long[] all = ways;
    for (int step : length > 0 ? steps.onwards(way) : steps.all()) {
      int stepLength = GrowthSteps.length(step);
      int q = p + GrowthSteps.offset(step);
      long its = all[q];
      int cost = GrowthSteps.cost((int) (its >>> 32));
      int next = at + stepLength;
      if (cost <= next || stepLength > room) {
        continue;
      }
      double change = Math.abs(Float.intBitsToFloat((int) its) - ownDab);
      next += (int) (odCost * (change < MOST_OD ? change : MOST_OD));
      if (next < cost) {
        all[q] = ((long) GrowthSteps.way(next, length + stepLength, step) << 32) | (its & LOW);
        queue.add(q, next);
      }
    }
  }

  /** Returns the width with the rim. */
  int stride() {
    return stride;
  }

  /** Returns the pixels with the rim. */
  int size() {
    return size;
  }

  /** Returns the cell of each pixel, 0 where there is none, with a rim of one pixel; not a copy. */
  int[] labels() {
    return labels;
  }

  /** Returns the DAB of each pixel, with a rim of one pixel; not a copy. */
  float[] dab() {
    return dab;
  }

  private int way(int p) {
    return (int) (ways[p] >>> 32);
  }

  /** Tells whether a pixel of a cell is of its nucleus. */
  boolean isNucleus(int p) {
    return way(p) == 0;
  }

  /**
   * Copies the DAB of a cell's pixels that are not of its nucleus.
   *
   * @param into has room for all pixels of the cell
   * @return how many they are
   */
  int cytoplasm(LabelRuns runs, int label, float[] into) {
    int count = 0;
    for (int run = runs.begin(label); run < runs.begin(label + 1); run++) {
      for (int p = runs.first(run); p < runs.end(run); p++) {
        if (!isNucleus(p)) {
          into[count++] = dab[p];
        }
      }
    }
    return count;
  }

  /** Returns the way from the nucleus to a pixel of a cell, in tenths of pixels. */
  int tenthPixels(int p) {
    return GrowthSteps.lengthOf(way(p));
  }

  /** Tells whether a pixel of a cell touches another cell. */
  boolean isBesideAnother(int p) {
    int own = labels[p];
    return isForeign(labels[p - 1], own)
        || isForeign(labels[p + 1], own)
        || isForeign(labels[p - stride], own)
        || isForeign(labels[p + stride], own);
  }

  private static boolean isForeign(int label, int own) {
    return label != 0 && label != own;
  }
}
