package org.ranklens.ihc.cell;

import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a grown cell back to where its stain ends: part of the way between what lies outside and the
 * level of its cytoplasm. An unstained cell, whose end can't be seen, becomes a ring; one whose
 * neighbours stain alike stays as it grew. It owns its arrays.
 */
final class StainEdge {

  /** Less difference between cytoplasm and surroundings is no edge. */
  static final double LEAST_CONTRAST_OD = 0.1;

  /** Nor is less than this share of the level: stain is never quite even. */
  private static final double LEAST_CONTRAST_SHARE = 0.3;

  /** Of a cell's cytoplasm so much is thought to lie outside, if anything does. */
  static final double OUTSIDE_QUANTILE = 0.08;

  /** Blur moves the half-way line of something round inwards; this one stays in place. */
  private static final double EDGE_SHARE = 0.35;

  /** How far an unstained cell is thought to reach beyond its nucleus. */
  private static final double RING_MICRONS = 5;

  /** So close to the nucleus its own blur is no edge. */
  private static final double KEPT_MICRONS = 0.8;

  /** Neighbours of eight that make a pixel part of the cell: fills notches and pale grains. */
  private static final int MOST_NEIGHBOURS = 5;

  private static final int ROUNDS = 2;

  private final int[] nuclei;
  private final int[] cells;
  private final int[] tenthPixels;
  private final float[] dab;
  private final int width;
  private final TileFrame frame;
  private final boolean[] kept;
  private int[] queue = new int[1024];

  /** Looks at arrays, which must not change; {@code dab} is smoothed. */
  StainEdge(Nuclei nuclei, CytoplasmGrowth growth, float[] dab, int width, TileFrame frame) {
    this.nuclei = nuclei.labels();
    this.cells = growth.labels();
    this.tenthPixels = growth.tenthPixels();
    this.dab = dab;
    this.width = width;
    this.frame = frame;
    this.kept = new boolean[dab.length];
  }

  /** Returns what is left of a cell. */
  PixelRuns cut(CellPixels pixels, int label, Optional<CytoplasmOd> cytoplasm) {
    int from = pixels.begin(label);
    int to = pixels.begin(label + 1);
    if (cytoplasm.isEmpty()) {
      return PixelRuns.of(pixels, label, width, frame);
    }
    double inside = cytoplasm.get().mean();
    double outside = outside(pixels, from, to);
    if (inside < LEAST_CONTRAST_OD) {
      double ring = 10 * frame.pixels(RING_MICRONS);
      return PixelRuns.of(p -> tenthPixels[p] <= ring, pixels, label, width, frame);
    }
    if (!isEdge(inside, outside)) {
      return PixelRuns.of(pixels, label, width, frame);
    }
    flood(pixels, from, to, label, leastInside(inside, outside));
    for (int round = 0; round < ROUNDS; round++) {
      fill(pixels, from, to);
    }
    return PixelRuns.of(p -> kept[p], pixels, label, width, frame);
  }

  /** Tells whether two levels are far enough apart to be inside and outside of a cell. */
  static boolean isEdge(double insideOd, double outsideOd) {
    return insideOd - outsideOd >= Math.max(LEAST_CONTRAST_OD, LEAST_CONTRAST_SHARE * insideOd);
  }

  /** Returns the least DAB of what counts as inside. */
  static double leastInside(double insideOd, double outsideOd) {
    return outsideOd + EDGE_SHARE * (insideOd - outsideOd);
  }

  private double outside(CellPixels pixels, int from, int to) {
    float[] values = new float[to - from];
    int count = 0;
    for (int i = from; i < to; i++) {
      if (nuclei[pixels.pixel(i)] == 0) {
        values[count++] = dab[pixels.pixel(i)];
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    Arrays.sort(values, 0, count);
    return values[(int) (OUTSIDE_QUANTILE * count)];
  }

  /** Marks what hangs together with the nucleus and is stained. */
  private void flood(CellPixels pixels, int from, int to, int label, double least) {
    int free = (int) (10 * frame.pixels(KEPT_MICRONS));
    if (queue.length < to - from) {
      queue = new int[2 * (to - from)];
    }
    int waiting = 0;
    for (int i = from; i < to; i++) {
      int p = pixels.pixel(i);
      kept[p] = nuclei[p] == label;
      if (kept[p]) {
        queue[waiting++] = p;
      }
    }
    int[] sides = {-1, 1, -width, width};
    for (int next = 0; next < waiting; next++) {
      int p = queue[next];
      for (int side : sides) {
        int q = p + side;
        if (isNeighbour(p, q)
            && cells[q] == label
            && !kept[q]
            && (dab[q] >= least || tenthPixels[q] <= free)) {
          kept[q] = true;
          queue[waiting++] = q;
        }
      }
    }
  }

  private void fill(CellPixels pixels, int from, int to) {
    int added = 0;
    for (int i = from; i < to; i++) {
      int p = pixels.pixel(i);
      if (!kept[p] && keptAround(p) >= MOST_NEIGHBOURS) {
        queue[added++] = p;
      }
    }
    for (int i = 0; i < added; i++) {
      kept[queue[i]] = true;
    }
  }

  private int keptAround(int p) {
    int own = cells[p];
    int count = 0;
    for (int dy = -width; dy <= width; dy += width) {
      for (int dx = -1; dx <= 1; dx++) {
        int q = p + dy + dx;
        if (isNeighbour(p + dx, q) && isNeighbour(p, p + dx) && cells[q] == own && kept[q]) {
          count++;
        }
      }
    }
    return count;
  }

  /** Tells whether a place one column or one row away lies within the area. */
  private boolean isNeighbour(int p, int q) {
    return q >= 0 && q < cells.length && (Math.abs(q - p) != 1 || q / width == p / width);
  }
}
