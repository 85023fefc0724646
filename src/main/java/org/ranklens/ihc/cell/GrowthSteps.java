package org.ranklens.ihc.cell;

import java.util.stream.IntStream;

/**
 * Steps from a pixel to its eight neighbours, and ways made of them. A way is one number: its cost,
 * its length in tenths of pixels, and the side of the last step. A step is one number, too, so that
 * nothing has to be looked up: how far the next pixel is, its length, and its side.
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

  private static final int OFFSET_SHIFT = 8;
  private static final int STEP_LENGTH_MASK = (1 << (OFFSET_SHIFT - LENGTH_SHIFT)) - 1;

  /** The sides, row by row. */
  private static final int SIDES = 8;

  private static final int[] X = {-1, 0, 1, -1, 1, -1, 0, 1};
  private static final int[] Y = {-1, -1, -1, 0, 0, 1, 1, 1};
  private static final int[] LENGTHS = {
    DIAGONAL, STRAIGHT, DIAGONAL, STRAIGHT, STRAIGHT, DIAGONAL, STRAIGHT, DIAGONAL
  };

  private final int[] offsets = new int[SIDES];
  private final int[] all;
  private final int[][] onwards = new int[SIDES][];

  GrowthSteps(int stride) {
    for (int side = 0; side < SIDES; side++) {
      offsets[side] = Y[side] * stride + X[side];
    }
    all = IntStream.range(0, SIDES).map(this::step).toArray();
    for (int side = 0; side < SIDES; side++) {
      int last = side;
      onwards[side] =
          IntStream.range(0, SIDES).filter(next -> leadsOn(last, next)).map(this::step).toArray();
    }
  }

  private int step(int side) {
    return (offsets[side] << OFFSET_SHIFT) | (LENGTHS[side] << LENGTH_SHIFT) | side;
  }

  /** Returns whether two steps lead where one doesn't. */
  private static boolean leadsOn(int first, int second) {
    return Math.abs(X[first] + X[second]) > 1 || Math.abs(Y[first] + Y[second]) > 1;
  }

  /** Returns all steps. */
  int[] all() {
    return all;
  }

  /**
   * Returns the steps by which a way can lead on: the pixel that it came from had a shorter one to
   * the others, over no more change of DAB.
   */
  int[] onwards(int way) {
    return onwards[way & SIDE_MASK];
  }

  /** Returns how far the next pixel is. */
  static int offset(int step) {
    return step >> OFFSET_SHIFT;
  }

  /** Returns the length of a step in tenths of pixels. */
  static int length(int step) {
    return (step >> LENGTH_SHIFT) & STEP_LENGTH_MASK;
  }

  /** Returns where the last step of a way to {@code p} came from. */
  int before(int p, int way) {
    return p - offsets[way & SIDE_MASK];
  }

  /** Returns the way that ends with a step. */
  static int way(int cost, int length, int step) {
    return (cost << COST_SHIFT) | (length << LENGTH_SHIFT) | (step & SIDE_MASK);
  }

  static int cost(int way) {
    return way >>> COST_SHIFT;
  }

  static int lengthOf(int way) {
    return (way >>> LENGTH_SHIFT) & LENGTH_MASK;
  }
}
