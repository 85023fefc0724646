package org.ranklens.ihc.score;

/**
 * Cells per intensity class; cells without measurable cytoplasm are in none.
 *
 * @param negative class 0
 * @param weak class 1+
 * @param moderate class 2+
 * @param strong class 3+
 */
public record ClassCounts(long negative, long weak, long moderate, long strong) {

  public ClassCounts {
    if (negative < 0 || weak < 0 || moderate < 0 || strong < 0) {
      throw new IllegalArgumentException("counts are at least 0");
    }
  }

  /** Returns no cells. */
  public static ClassCounts none() {
    return new ClassCounts(0, 0, 0, 0);
  }

  /** Returns these counts and one more cell. */
  public ClassCounts plus(IntensityClass added) {
    return new ClassCounts(
        negative + (added == IntensityClass.NEGATIVE ? 1 : 0),
        weak + (added == IntensityClass.WEAK ? 1 : 0),
        moderate + (added == IntensityClass.MODERATE ? 1 : 0),
        strong + (added == IntensityClass.STRONG ? 1 : 0));
  }

  /** Returns the sum of both. */
  public ClassCounts plus(ClassCounts other) {
    return new ClassCounts(
        negative + other.negative,
        weak + other.weak,
        moderate + other.moderate,
        strong + other.strong);
  }

  /** Returns the number of scored cells. */
  public long total() {
    return negative + positive();
  }

  /** Returns the number of cells of class 1+ and above. */
  public long positive() {
    return weak + moderate + strong;
  }

  /** Returns the sum of the classes over the cells. */
  long weightedSum() {
    return weak + 2 * moderate + 3 * strong;
  }
}
