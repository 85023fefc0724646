package org.ranklens.agreement;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One value that a reader, or Ranklens, gave to a slide, a region or a cell: a row of {@code
 * readings.csv}.
 *
 * @param caseCode the case
 * @param slide the slide's file name
 * @param roi the region, or the cell's id for intensity classes; empty for the whole slide
 * @param population {@code all}, {@code multinucleated} or {@code mononuclear}
 * @param metric what was read
 * @param reader who; {@link #MACHINE} is Ranklens
 * @param session which of the reader's readings, from 1 by custom; empty counts as one
 * @param value what the reader said, within the metric's range
 * @param seconds how long it took, where known
 * @param comment free text
 */
public record Reading(
    String caseCode,
    String slide,
    String roi,
    String population,
    Metric metric,
    String reader,
    String session,
    double value,
    OptionalDouble seconds,
    String comment) {

  /** The reader's name that stands for Ranklens. */
  public static final String MACHINE = "machine";

  public Reading {
    Objects.requireNonNull(caseCode, "caseCode");
    Objects.requireNonNull(comment, "comment");
    if (!metric.allows(value)) {
      throw new IllegalArgumentException(
          metric.csvName() + " is " + value + ", allowed is " + metric.allowed());
    }
  }

  /** What was read, whoever read it. */
  Subject subject() {
    return new Subject(caseCode, slide, roi);
  }

  /** A slide, region or cell. */
  record Subject(String caseCode, String slide, String roi) {}
}
