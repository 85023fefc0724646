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
