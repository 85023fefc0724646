package org.ranklens.ihc;

import java.util.List;

/**
 * Takes pieces of a slide in an order in which those taken so far are spread over all of it: each
 * lies the golden section of the whole further on, and such steps never come close to each other.
 */
final class GoldenOrder {

  private static final double GOLDEN_SECTION = (Math.sqrt(5) - 1) / 2;

  private GoldenOrder() {}

  /** Returns the i-th piece taken, from 0 on; of few pieces one may come twice. */
  static <T> T take(List<T> pieces, int i) {
    return pieces.get((int) (i * GOLDEN_SECTION % 1 * pieces.size()));
  }
}
