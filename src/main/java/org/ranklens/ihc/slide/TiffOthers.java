package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pictures of a TIFF that are no level of the slide. */
final class TiffOthers {

  private TiffOthers() {}

  static List<OtherImage> of(
      List<TiffDirectory> directories, List<TiffDirectory> levels, OmePlanes ome)
      throws IOException {
    List<OtherImage> others = new ArrayList<>();
    for (int i = 0; i < directories.size(); i++) {
      TiffDirectory directory = directories.get(i);
      if (!levels.contains(directory)) {
        others.add(
            new OtherImage(
                name(directory, i, ome),
                (int) directory.number(TiffTag.IMAGE_WIDTH, 0),
                (int) directory.number(TiffTag.IMAGE_LENGTH, 0),
                !directory.sub() && alike(directory, levels.get(0), ome)));
      }
    }
    return List.copyOf(others);
  }

  /**
   * Returns whether a picture may be tissue, too: without OME-XML one as large and as colourful.
   */
  private static boolean alike(TiffDirectory directory, TiffDirectory full, OmePlanes ome)
      throws IOException {
    return ome.any()
        ? ome.alike(directory, full)
        : word(directory).isEmpty()
            && PlainPyramid.colour(directory)
            && same(directory, full, TiffTag.IMAGE_WIDTH)
            && same(directory, full, TiffTag.IMAGE_LENGTH)
            && same(directory, full, TiffTag.SAMPLES_PER_PIXEL)
            && same(directory, full, TiffTag.PHOTOMETRIC);
  }

  private static boolean same(TiffDirectory one, TiffDirectory other, int tag) throws IOException {
    return one.number(tag, 0) == other.number(tag, 0);
  }

  private static String name(TiffDirectory directory, int index, OmePlanes ome) throws IOException {
    Optional<String> word = word(directory);
    String told = directory.sub() ? "" : ome.owner(directory).map(OmeImage::name).orElse("");
    return word.isPresent()
        ? word.get()
        : aperioThumbnail(directory, index)
            ? "thumbnail"
            : told.isEmpty() ? "image " + index : told;
  }

  /** Aperio has it in the second place, in strips, and gives it no name. */
  private static boolean aperioThumbnail(TiffDirectory directory, int index) throws IOException {
    return index == 1
        && !TiffImage.isTiled(directory)
        && directory.says(TiffTag.IMAGE_DESCRIPTION, "Aperio");
  }

  /**
   * Returns what a picture is that its description calls no slide. Aperio's descriptions have the
   * word at the start of their second line, Philips' at the start of all.
   */
  static Optional<String> word(TiffDirectory directory) throws IOException {
    String description = directory.head(TiffTag.IMAGE_DESCRIPTION).toLowerCase(Locale.ROOT);
    if (description.startsWith("aperio")
        && description.contains("->")
        && !TiffImage.isTiled(directory)) {
      // Aperio's levels are tiled; what was made smaller and is not is the thumbnail.
      return Optional.of("thumbnail");
    }
    return List.of("label", "macro", "thumbnail", "probability").stream()
        .filter(word -> description.startsWith(word) || description.contains("\n" + word))
        .findFirst();
  }
}
