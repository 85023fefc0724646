package org.ranklens.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What readers read. */
public enum Metric {
  /** Share of positive cells, 0 to 100. */
  POSITIVE_PERCENT("positive_percent", 0, 100, false, 1, List.of(0.0, 10.0, 50.0, 80.0)),
  /** H-score, 0 to 300. */
  H_SCORE("h_score", 0, 300, false, 1, List.of(50.0, 100.0, 200.0)),
  /** Allred total: 0 or 2 to 8. */
  ALLRED_TOTAL("allred_total", 0, 8, true, 3, List.of()),
  /** Immunoreactive score, 0 to 12. */
  IRS_TOTAL("irs_total", 0, 12, true, 2, List.of()),
  /** Intensity class of one cell, 0 to 3. */
  INTENSITY_CLASS("intensity_class", 0, 3, true, 1, List.of());

  private final String csvName;
  private final double lowest;
  private final double highest;
  private final boolean whole;
  private final double positiveFrom;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, which the checker can't see
  private final List<Double> cuts;

  Metric(
      String csvName,
      double lowest,
      double highest,
      boolean whole,
      double positiveFrom,
      List<Double> cuts) {
    this.csvName = csvName;
    this.lowest = lowest;
    this.highest = highest;
    this.whole = whole;
    this.positiveFrom = positiveFrom;
    this.cuts = cuts;
  }

  /** Returns its name in the tables. */
  public String csvName() {
    return csvName;
  }

  /** Returns the metric of a name in the tables. */
  public static Optional<Metric> named(String csvName) {
    return Arrays.stream(values()).filter(metric -> metric.csvName.equals(csvName)).findFirst();
  }

  /** Whether a value can be one of this metric. */
  boolean allows(double value) {
    boolean gap = this == ALLRED_TOTAL && value == 1;
    return value >= lowest && value <= highest && !gap && (!whole || value == Math.rint(value));
  }

  /** What values are allowed, in words. */
  String allowed() {
    String range = Decimal.shortest(lowest) + " to " + Decimal.shortest(highest);
    return this == ALLRED_TOTAL ? "0 or 2 to 8" : whole ? range + ", whole" : range;
  }

  /** From this value on a case is called positive. */
  double positiveFrom() {
    return positiveFrom;
  }

  /** Whether readings are measures, of which a regression line makes sense. */
  boolean isMeasure() {
    return this != INTENSITY_CLASS;
  }

  /** The category of a value, for kappa: the value itself, or the bin it falls into. */
  int category(double value) {
    if (whole) {
      return (int) value;
    }
    if (this == POSITIVE_PERCENT) {
      // The classes of the immunoreactive score: 0, below 10, 10 to 50, to 80, above.
      return value == 0 ? 0 : value < 10 ? 1 : value <= 50 ? 2 : value <= 80 ? 3 : 4;
    }
    return (int) cuts.stream().filter(cut -> value >= cut).count();
  }

  int categories() {
    return whole ? (int) highest + 1 : cuts.size() + 1;
  }

  /** How a category is called. */
  String categoryName(int category) {
    if (whole) {
      return Integer.toString(category);
    }
    return this == POSITIVE_PERCENT
        ? List.of("0", "<10", "10-50", ">50-80", ">80").get(category)
        : List.of("0-<50", "50-<100", "100-<200", "200-300").get(category);
  }

  /** How values become categories, in words; empty where each value is one. */
  String binning() {
    if (whole) {
      return "";
    }
    return "categories "
        + IntStream.range(0, categories())
            .mapToObj(this::categoryName)
            .collect(Collectors.joining(", "));
  }
}
