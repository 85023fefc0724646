package org.ranklens.report;

import java.util.Optional;
import org.ranklens.ihc.score.IntensityClass;

/**
 * One colour per intensity class in every figure, told apart also by the colour-blind: blue,
 * yellow, orange, red of rising darkness, grey for what can't be measured (after Okabe M, Ito K.
 * Color Universal Design, 2008).
 */
final class ClassColours {

  private ClassColours() {}

  /** Returns red, green and blue, 0 to 255. */
  static int[] rgb(Optional<IntensityClass> intensityClass) {
    if (intensityClass.isEmpty()) {
      return new int[] {128, 128, 128};
    }
    return switch (intensityClass.orElseThrow()) {
      case NEGATIVE -> new int[] {0, 114, 178};
      case WEAK -> new int[] {240, 228, 66};
      case MODERATE -> new int[] {230, 159, 0};
      case STRONG -> new int[] {200, 30, 30};
    };
  }
}
