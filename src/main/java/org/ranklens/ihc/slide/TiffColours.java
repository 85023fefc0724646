package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.file.Path;
import org.ranklens.RefusedException;

/**
 * Pixels of a TIFF that Bio-Formats takes for RGB or grey though they are not: it hands out the
 * numbers of a palette, the inks of CMYK and the like as they are stored, and says nothing.
 */
final class TiffColours {

  static final String EXPORT = "export the slide as an 8-bit RGB TIFF";

  private static final int JPEG_OF_THE_OLD_KIND = 6;

  private TiffColours() {}

  /**
   * Refuses a file whose slide would be shown in false colours.
   *
   * @param full the level that is the slide
   */
  static void check(Path path, Level full) throws RefusedException {
    String trouble;
    try (TiffFile file = TiffFile.open(path)) {
      trouble = trouble(file, full);
    } catch (IOException e) {
      // Bio-Formats found its way through a file of which nothing can be told here.
      trouble = "";
    }
    if (!trouble.isEmpty()) {
      throw new RefusedException(
          "can't be read in true colours, even by Bio-Formats: " + trouble,
          path.toString(),
          "",
          EXPORT);
    }
  }

  private static String trouble(TiffFile file, Level full) throws IOException {
    for (TiffDirectory directory : file.directories()) {
      if (directory.number(TiffTag.IMAGE_WIDTH, 0) == full.width()
          && directory.number(TiffTag.IMAGE_LENGTH, 0) == full.height()) {
        String trouble = falseColours(directory);
        if (!trouble.isEmpty()) {
          return trouble;
        }
      }
    }
    return "";
  }

  /** Returns why Bio-Formats would show an image in false colours, empty where it would not. */
  static String falseColours(TiffDirectory tags) throws IOException {
    int samples = (int) tags.number(TiffTag.SAMPLES_PER_PIXEL, 1);
    int compression = (int) tags.number(TiffTag.COMPRESSION, 1);
    int photometric = (int) tags.number(TiffTag.PHOTOMETRIC, TiffImage.UNTOLD);
    long bits = tags.number(TiffTag.BITS_PER_SAMPLE, 1);
    boolean jpeg = TileDecoder.isJpeg(compression);
    if (compression == JPEG_OF_THE_OLD_KIND) {
      return "its tiles are compressed by " + TiffNames.compression(compression);
    }
    boolean known =
        switch (photometric) {
          case 3, 4, 5, 8, 9, 10, 32803 -> false;
          case TileDecoder.YCBCR -> jpeg;
          case TileDecoder.BLACK_IS_ZERO, TileDecoder.WHITE_IS_ZERO -> samples < 4;
          default -> true;
        };
    if (!known) {
      return TiffNames.photometric(photometric, samples, jpeg);
    }
    if (bits < 8 || (bits != 8 && compression == TileDecoder.JPEG)) {
      return "it has " + bits + " bits per sample" + (jpeg ? " in JPEG" : "");
    }
    boolean chunky = tags.number(TiffTag.PLANAR_CONFIGURATION, 1) != 2;
    return jpeg && samples > 3 && chunky ? TileDecoder.FOUR_IN_JPEG : "";
  }
}
