package org.ranklens.ihc.slide;

import java.util.List;
import java.util.Locale;

/**
 * A picture beside the slide, never analysed: a label, a macro photograph, a thumbnail, another
 * area.
 *
 * @param name as the file calls it, or its place in the file
 * @param width in pixels
 * @param height in pixels
 * @param scanned whether it was scanned as finely as the slide: tissue that is left out
 */
public record OtherImage(String name, int width, int height, boolean scanned) {

  private static final List<String> NO_SLIDES = List.of("label", "macro", "thumbnail", "overview");

  /** How far the pixel sizes of two areas of one scan may be apart. */
  private static final double SAME_SIZE = 0.01;

  /** Returns whether two pixel sizes in micrometres are known and those of one scan. */
  static boolean isAsFine(double one, double other) {
    return one > 0 && other > 0 && Math.abs(one / other - 1) < SAME_SIZE;
  }

  /** Returns whether a picture of this name is no slide. */
  static boolean isNamedSo(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return NO_SLIDES.stream()
        .anyMatch(
            word ->
                lower.equals(word)
                    || lower.startsWith(word + " ")
                    || lower.endsWith(" " + word)
                    || lower.endsWith(word + " image"));
  }
}
