package org.ranklens.ihc.slide;

/** What the numbers of TIFF tags mean that are not read, in words. */
final class TiffNames {

  private TiffNames() {}

  /** Returns the name of a compression (tag 259). */
  static String compression(int number) {
    String name =
        switch (number) {
          case 2, 3, 4 -> "CCITT fax codes";
          case 6 -> "JPEG of the old kind";
          case 9, 10, 34661 -> "JBIG";
          case 34887 -> "LERC";
          case 34925 -> "LZMA";
          case 34892 -> "lossy JPEG of DNG";
          case 50000, 34926 -> "Zstandard";
          case 50001, 34927 -> "WebP";
          case 50002, 50013, 52546 -> "JPEG XL";
          case 22610, 34934 -> "JPEG XR";
          default -> "";
        };
    return name.isEmpty() ? "method " + number : name + " (" + number + ")";
  }

  /** Returns the sentence that refuses a photometric interpretation (tag 262). */
  static String photometric(int number, int samples, boolean jpeg) {
    return switch (number) {
      case TiffImage.UNTOLD -> "it does not tell what its samples mean (tag 262 is missing)";
      case 0 ->
          jpeg
              ? "its JPEG tiles are of white as zero"
              : "white is zero in its " + samples + " samples a pixel (tag 262), which is for grey";
      case 1 -> "black is zero in its " + samples + " samples a pixel (tag 262), which is for grey";
      case 2 -> "it calls " + samples + " samples a pixel RGB (tag 262)";
      case 3 -> "its colours are those of a palette";
      case 4 -> "it is a mask";
      case 5 -> "its colours are CMYK";
      case 6 -> jpeg ? "its YCbCr is in planes" : "its colours are YCbCr without JPEG";
      case 8, 9, 10 -> "its colours are L*a*b*";
      case 32803 -> "it is of a camera's colour filter";
      default -> "its photometric interpretation is " + number;
    };
  }
}
