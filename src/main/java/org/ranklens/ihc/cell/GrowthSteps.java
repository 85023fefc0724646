package org.ranklens.ihc.cell;

import java.util.stream.IntStream;

/**
 * Steps from a pixel to its eight neighbours, and ways made of them. A way is one number: its cost,
 * its length in tenths of pixels, and the side of the last step.
 */
final class GrowthSteps {

  static final int STRAIGHT = 10;
  static final int DIAGONAL = 14;

  private static final int COST_SHIFT = 13;
  private static final int LENGTH_SHIFT = 3;
  private static final int SIDE_MASK = (1 << LENGTH_SHIFT) - 1;
  private static final int LENGTH_MASK = (1 << (COST_SHIFT - LENGTH_SHIFT)) - 1;

  /** Costs more than any way. */
  static final int NO_WAY = -1 << COST_SHIFT;

  /** The sides, row by row. */
  private static final int[] ALL = {0, 1, 2, 3, 4, 5, 6, 7};

  private static final int[] X = {-1, 0, 1, -1, 1, -1, 0, 1};
  private static final int[] Y = {-1, -1, -1, 0, 0, 1, 1, 1};
  private static final int[] LENGTHS = {
    DIAGONAL, STRAIGHT, DIAGONAL, STRAIGHT, STRAIGHT, DIAGONAL, STRAIGHT, DIAGONAL
  };

  private final int[] offsets = new int[ALL.length];
  private final int[][] onwards = new int[ALL.length][];

  GrowthSteps(int stride) {
    for (int side : ALL) {
      offsets[side] = Y[side] * stride + X[side];
      onwards[side] = IntStream.of(ALL).filter(next -> leadsOn(side, next)).toArray();
    }
  }

  /** Returns whether two steps lead where one doesn't. */
  private static boolean leadsOn(int first, int second) {
    return Math.abs(X[first] + X[second]) > 1 || Math.abs(Y[first] + Y[second]) > 1;
  }

  /** Returns all sides. */
  int[] all() {
    return ALL;
  }

  /**
   * Returns the sides to which a way can lead on: the pixel that it came from had a shorter step to
   * the others, over no more change of DAB. Not true where change is free.
   */
  int[] onwards(int way) {
    return onwards[way & SIDE_MASK];
  }

  int offset(int side) {
    return offsets[side];
  }

  static int length(int side) {
    return LENGTHS[side];
  }

  /** Returns where the last step of a way to {@code p} came from. */
  int before(int p, int way) {
    return p - offsets[way & SIDE_MASK];
  }

  static int way(int cost, int length, int side) {
    return (cost << COST_SHIFT) | (length << LENGTH_SHIFT) | side;
  }

  static int cost(int way) {
    return way >>> COST_SHIFT;
  }

  static int lengthOf(int way) {
    return (way >>> LENGTH_SHIFT) & LENGTH_MASK;
  }
}
