package org.ranklens.review;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What sheets are made of.
 *
 * @param results the folder of a run, or of one slide
 * @param slides the folder the slides' paths start from, as the manifest's folder; where it is
 *     empty the current folder and the one above the results are tried
 * @param out where the sheets go
 * @param seed decides fields, order and codes
 * @param fieldsPerSlide 1 to 50, half of them among giant cells
 */
public record SheetSettings(
    Path results, Optional<Path> slides, Path out, long seed, int fieldsPerSlide) {

  /** Fields per slide by default. */
  public static final int FIELDS = 6;

  private static final int MOST_FIELDS = 50;

  public SheetSettings {
    Objects.requireNonNull(results, "results");
    Objects.requireNonNull(slides, "slides");
    Objects.requireNonNull(out, "out");
    if (fieldsPerSlide < 1 || fieldsPerSlide > MOST_FIELDS) {
      throw new IllegalArgumentException(
          "fieldsPerSlide is " + fieldsPerSlide + ", allowed is 1 to " + MOST_FIELDS);
    }
  }
}
