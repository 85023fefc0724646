package org.ranklens.ihc.score;

/** How the total of the immunoreactive score (0 to 12) is put into words. */
public enum IrsCategories {
  /** 0-1, 2-3, 4-8, 9-12. */
  REMMELE_STEGNER(1, 3),
  /** 0-2, 3-4, 6-8, 9-12. */
  TWO_FOUR(2, 4);

  private static final int MOST_OF_MODERATE = 8;

  private final int mostOfNegative;
  private final int mostOfWeak;

  IrsCategories(int mostOfNegative, int mostOfWeak) {
    this.mostOfNegative = mostOfNegative;
    this.mostOfWeak = mostOfWeak;
  }

  String of(int total) {
    if (total <= mostOfNegative) {
      return "negative";
    }
    if (total <= mostOfWeak) {
      return "mild";
    }
    return total <= MOST_OF_MODERATE ? "moderate" : "strong";
  }
}
