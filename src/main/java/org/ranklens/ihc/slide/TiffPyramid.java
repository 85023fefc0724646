package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ranklens.RefusedException;
import org.ranklens.plugin.PluginLibrary;

/**
 * The slide in a TIFF: its levels, and what else the file holds.
 *
 * @param stored the levels, from the largest on; at least one
 * @param maker whose it is
 * @param text what the file says of pixel size and objective
 * @param others the pictures that are no level
 * @param remarks what a user may want to know, in a sentence each
 * @param passedOver what could not be read of what only describes it, in a sentence each
 */
record TiffPyramid(
    List<Stored> stored,
    TiffMaker maker,
    TiffText text,
    List<OtherImage> others,
    List<String> remarks,
    List<String> passedOver) {

  /** Those of 256 pixels of a slide of 800,000 x 800,000, and a third for its smaller levels. */
  static final long MOST_TILES = 13_000_000;

  private static final int MOST_TOLD = 4;

  /** A level, the image that holds it, and where the image's tiles lie in it. */
  record Stored(Level level, TiffDirectory tags, TiffImage image, TileLayout layout) {}

  static TiffPyramid of(TiffFile file) throws IOException {
    List<TiffDirectory> directories = file.directories();
    Optional<String> vendor = TiffVendor.ofBioFormats(directories);
    if (vendor.isPresent()) {
      throw new RefusedException(
          "is a " + vendor.get() + ", which only Bio-Formats reads",
          file.name(),
          "",
          PluginLibrary.BIOFORMATS.remedy());
    }
    return BifPyramid.scan(directories).isPresent()
        ? BifPyramid.of(file, directories)
        : PlainPyramid.of(file, directories);
  }

  /** Returns what must stand beside a result: tags that only describe, and can't be read. */
  static List<String> passedOver(List<TiffDirectory> directories) {
    return directories.stream()
        .flatMap(directory -> directory.passedOver().stream())
        .distinct()
        .limit(MOST_TOLD)
        .map(trouble -> "what only describes the slide was passed over: " + trouble)
        .toList();
  }

  /** Refuses more tiles than any slide has, before more of them are read. */
  static void checkTiles(TiffFile file, long tiles) throws IOException {
    if (tiles > MOST_TILES) {
      throw file.broken("its images claim more than " + MOST_TILES + " tiles together");
    }
  }

  TiffDirectory fullTags() {
    return stored.get(0).tags();
  }

  TiffImage image(int level) {
    return stored.get(level).image();
  }

  List<Level> levels() {
    return stored.stream().map(Stored::level).toList();
  }
}
