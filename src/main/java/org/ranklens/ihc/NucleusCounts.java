package org.ranklens.ihc;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many giant cells have how many nuclei.
 *
 * @param cells giant cells by their number of nuclei, from the fewest on
 */
public record NucleusCounts(SortedMap<Integer, Long> cells) {

  public NucleusCounts {
    cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
  }

  /** Returns no giant cells. */
  public static NucleusCounts none() {
    return new NucleusCounts(new TreeMap<>());
  }

  /** Returns the number of giant cells. */
  public long total() {
    return cells.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the giant cells of at least and at most so many nuclei. */
  public long between(int fewest, int most) {
    return cells.subMap(fewest, most + 1).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the fewest nuclei of a giant cell. */
  public OptionalInt min() {
    return cells.isEmpty() ? OptionalInt.empty() : OptionalInt.of(cells.firstKey());
  }

  /** Returns the most nuclei of a giant cell. */
  public OptionalInt max() {
    return cells.isEmpty() ? OptionalInt.empty() : OptionalInt.of(cells.lastKey());
  }

  /**
   * Returns the middle number of nuclei; of an even number of cells the mean of both middle ones.
   */
  public OptionalDouble median() {
    long total = total();
    return total == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((ofRank((total + 1) / 2) + ofRank(total / 2 + 1)) / 2.0);
  }

  private int ofRank(long rank) {
    long seen = 0;
    for (var entry : cells.entrySet()) {
      seen += entry.getValue();
      if (seen >= rank) {
        return entry.getKey();
      }
    }
    throw new IllegalArgumentException("there are fewer cells than " + rank);
  }
}
