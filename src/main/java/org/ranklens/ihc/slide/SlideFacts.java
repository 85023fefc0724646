package org.ranklens.ihc.slide;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What a slide's file says of itself.
 *
 * @param name the file's, without its folder
 * @param reader which reader serves the slide, such as {@code tiff}
 * @param levels from the largest to the smallest
 * @param pixelSize of level 0
 * @param objectivePower magnification, empty where the file does not tell
 * @param pixels how they are stored, in a user's words
 * @param otherImages pictures that are no level of the slide: labels, macro photographs
 * @param remarks what a user may want to know, in a sentence each
 * @param passedOver what could not be read of what only describes the slide, in a sentence each
 */
public record SlideFacts(
    String name,
    String reader,
    List<Level> levels,
    PixelSize pixelSize,
    OptionalDouble objectivePower,
    String pixels,
    List<OtherImage> otherImages,
    List<String> remarks,
    List<String> passedOver) {

  public SlideFacts {
    levels = List.copyOf(levels);
    otherImages = List.copyOf(otherImages);
    remarks = List.copyOf(remarks);
    passedOver = List.copyOf(passedOver);
  }

  /** Returns what must stand beside every result of the slide, in a sentence each. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>(passedOver);
    List<OtherImage> left = otherImages.stream().filter(OtherImage::scanned).toList();
    if (!left.isEmpty()) {
      warnings.add(leftOut(left));
    }
    return List.copyOf(warnings);
  }

  private static String leftOut(List<OtherImage> left) {
    String names =
        left.stream()
            .map(area -> "%s, %s x %s pixels".formatted(area.name(), area.width(), area.height()))
            .collect(Collectors.joining("; "));
    return "of its %s scanned areas only the largest is analysed, not: %s"
        .formatted(left.size() + 1, names);
  }
}
