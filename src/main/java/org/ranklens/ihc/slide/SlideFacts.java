package org.ranklens.ihc.slide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  private static final double USUAL_PRODUCT = 10;

  /** 3DHISTECH's 20x with an adapter of 1.6 has 4.65. */
  private static final double LEAST_PRODUCT = 4;

  private static final double MOST_PRODUCT = 16;

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
    objectiveDoubt().ifPresent(warnings::add);
    return List.copyOf(warnings);
  }

  /**
   * A pixel of 20x is half a micrometre, of 40x a quarter; adapters change that, but not freely.
   */
  private Optional<String> objectiveDoubt() {
    if (pixelSize.microns().isEmpty() || objectivePower.isEmpty()) {
      return Optional.empty();
    }
    double microns = pixelSize.microns().getAsDouble();
    double power = objectivePower.getAsDouble();
    double product = microns * power;
    return product >= LEAST_PRODUCT && product <= MOST_PRODUCT
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "a pixel size of %.4g um (%s) doesn't fit an objective of %.4gx, where about %.2g um are usual: if it is wrong, give the true one by --pixel-size-um or the manifest's column pixel_size_um",
                microns,
                pixelSize.source(),
                power,
                USUAL_PRODUCT / power));
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
