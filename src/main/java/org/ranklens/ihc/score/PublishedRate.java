package org.ranklens.ihc.score;

import java.util.Objects;

/**
 * How many cases of a published cohort a rule called so.
 *
 * @param call what they were called
 * @param cases how many were
 * @param of how many cases the cohort has
 * @param source author, year, journal
 * @param notes what must be known before comparing with it
 */
public record PublishedRate(Call call, int cases, int of, String source, String notes) {

  /** What a case is called beside negative. */
  public enum Call {
    POSITIVE,
    OVEREXPRESSED
  }

  public PublishedRate {
    Objects.requireNonNull(call, "call: POSITIVE or OVEREXPRESSED");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(notes, "notes");
    if (cases < 0 || of < 1 || cases > of) {
      throw new IllegalArgumentException(
          "cases must be 0 to of, and of at least 1, not " + cases + " of " + of);
    }
  }
}
