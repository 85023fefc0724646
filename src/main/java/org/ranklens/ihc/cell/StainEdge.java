package org.ranklens.ihc.cell;

import java.util.Optional;
import java.util.function.IntPredicate;

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

  /** A cell of less without an edge is as good as unstained; one of more is among its like. */
  private static final double STAINED_OD = 0.2;

  /** How far an unstained cell is thought to reach beyond its nucleus. */
  private static final double RING_MICRONS = 5;

  /** So close to the nucleus its own blur is no edge. */
  private static final double KEPT_MICRONS = 0.8;

  /** Neighbours of eight that make a pixel part of the cell: fills notches and pale grains. */
  private static final int MOST_NEIGHBOURS = 5;

  private static final int ROUNDS = 2;

  private final CytoplasmGrowth growth;
  private final int[] cells;
  private final float[] dab;
  private final int stride;
  private final TileFrame frame;
  private final boolean[] kept;
  private int[] queue = new int[1024];

  /** Looks at arrays of the growth, which must not change. */
  StainEdge(CytoplasmGrowth growth, TileFrame frame) {
    this.growth = growth;
    this.cells = growth.labels();
    this.dab = growth.dab();
    this.stride = growth.stride();
    this.frame = frame;
    this.kept = new boolean[growth.size()];
  }

  /** Returns which squares are left of a cell; good until the next is cut. */
  IntPredicate cut(LabelRuns runs, int label, Optional<CytoplasmOd> cytoplasm) {
    if (cytoplasm.isEmpty()) {
      return p -> true;
    }
    double inside = cytoplasm.get().mean();
    double outside = inside < LEAST_CONTRAST_OD ? inside : outside(runs, label);
    if (!isEdge(inside, outside)) {
      double reach =
          inside < STAINED_OD ? 10 * frame.pixels(RING_MICRONS) : Double.POSITIVE_INFINITY;
      return p -> growth.tenthPixels(p) <= reach;
    }
    flood(runs, label, leastInside(inside, outside));
    for (int round = 0; round < ROUNDS; round++) {
      fill(runs, label);
    }
    return p -> kept[p];
  }

  /** Tells whether two levels are far enough apart to be inside and outside of a cell. */
  static boolean isEdge(double insideOd, double outsideOd) {
    return insideOd - outsideOd >= Math.max(LEAST_CONTRAST_OD, LEAST_CONTRAST_SHARE * insideOd);
  }

  /** Returns the least DAB of what counts as inside. */
  static double leastInside(double insideOd, double outsideOd) {
    return outsideOd + EDGE_SHARE * (insideOd - outsideOd);
  }

  private double outside(LabelRuns runs, int label) {
    float[] values = new float[runs.pixels(label)];
    int count = growth.cytoplasm(runs, label, values);
    if (count == 0) {
      return Double.NaN;
    }
    return Selection.at(values, 0, count, (int) (OUTSIDE_QUANTILE * count));
  }

  /** Marks what hangs together with the nucleus and is stained. */
  private void flood(LabelRuns runs, int label, double least) {
    int free = (int) (10 * frame.pixels(KEPT_MICRONS));
    if (queue.length < runs.pixels(label)) {
      queue = new int[2 * runs.pixels(label)];
    }
    int waiting = 0;
    for (int run = runs.begin(label); run < runs.begin(label + 1); run++) {
      for (int p = runs.first(run); p < runs.end(run); p++) {
        kept[p] = growth.isNucleus(p);
        if (kept[p]) {
          queue[waiting++] = p;
        }
      }
    }
    int[] sides = {-1, 1, -stride, stride};
    for (int next = 0; next < waiting; next++) {
      int p = queue[next];
      for (int side : sides) {
        int q = p + side;
        if (cells[q] == label && !kept[q] && (dab[q] >= least || growth.tenthPixels(q) <= free)) {
          kept[q] = true;
          queue[waiting++] = q;
        }
      }
    }
  }

  private void fill(LabelRuns runs, int label) {
    int added = 0;
    for (int run = runs.begin(label); run < runs.begin(label + 1); run++) {
      for (int p = runs.first(run); p < runs.end(run); p++) {
        if (!kept[p] && keptAround(p) >= MOST_NEIGHBOURS) {
          queue[added++] = p;
        }
      }
    }
    for (int i = 0; i < added; i++) {
      kept[queue[i]] = true;
    }
  }

  private int keptAround(int p) {
    int own = cells[p];
    int count = 0;
    for (int row = p - stride; row <= p + stride; row += stride) {
      for (int q = row - 1; q <= row + 1; q++) {
        count += cells[q] == own && kept[q] ? 1 : 0;
      }
    }
    return count;
  }
}
