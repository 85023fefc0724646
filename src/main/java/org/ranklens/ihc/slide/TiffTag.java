package org.ranklens.ihc.slide;

/** The tags of TIFF 6.0 that are read, by their names there. */
final class TiffTag {

  static final int NEW_SUBFILE_TYPE = 254;
  static final int IMAGE_WIDTH = 256;
  static final int IMAGE_LENGTH = 257;
  static final int BITS_PER_SAMPLE = 258;
  static final int COMPRESSION = 259;
  static final int PHOTOMETRIC = 262;
  static final int FILL_ORDER = 266;
  static final int IMAGE_DESCRIPTION = 270;
  static final int STRIP_OFFSETS = 273;
  static final int ORIENTATION = 274;
  static final int SAMPLES_PER_PIXEL = 277;
  static final int ROWS_PER_STRIP = 278;
  static final int STRIP_BYTE_COUNTS = 279;
  static final int X_RESOLUTION = 282;
  static final int Y_RESOLUTION = 283;
  static final int PLANAR_CONFIGURATION = 284;
  static final int RESOLUTION_UNIT = 296;
  static final int SOFTWARE = 305;
  static final int PREDICTOR = 317;
  static final int COLOR_MAP = 320;
  static final int TILE_WIDTH = 322;
  static final int TILE_LENGTH = 323;
  static final int TILE_OFFSETS = 324;
  static final int TILE_BYTE_COUNTS = 325;
  static final int SUB_IFDS = 330;
  static final int EXTRA_SAMPLES = 338;
  static final int SAMPLE_FORMAT = 339;
  static final int JPEG_TABLES = 347;
  static final int XMP = 700;

  /** SGI's: how many images of one size lie behind each other. */
  static final int IMAGE_DEPTH = 32997;

  static final int ICC_PROFILE = 34675;

  /** Hamamatsu's own: where it stands the file is an NDPI, which only looks like a TIFF. */
  static final int NDPI_FORMAT = 65420;

  private TiffTag() {}

  /** Returns whether a tag only tells of the picture: a slide without it is the same picture. */
  static boolean describes(int tag) {
    return switch (tag) {
      case IMAGE_DESCRIPTION,
          ORIENTATION,
          X_RESOLUTION,
          Y_RESOLUTION,
          RESOLUTION_UNIT,
          SOFTWARE,
          XMP ->
          true;
      default -> false;
    };
  }

  /** Returns whether pixels would be others without a tag: it may not be passed over. */
  static boolean decidesPixels(int tag) {
    return switch (tag) {
      case IMAGE_WIDTH,
          IMAGE_LENGTH,
          BITS_PER_SAMPLE,
          COMPRESSION,
          PHOTOMETRIC,
          FILL_ORDER,
          STRIP_OFFSETS,
          SAMPLES_PER_PIXEL,
          ROWS_PER_STRIP,
          STRIP_BYTE_COUNTS,
          PLANAR_CONFIGURATION,
          PREDICTOR,
          TILE_WIDTH,
          TILE_LENGTH,
          TILE_OFFSETS,
          TILE_BYTE_COUNTS,
          SUB_IFDS,
          EXTRA_SAMPLES,
          SAMPLE_FORMAT,
          JPEG_TABLES ->
          true;
      default -> false;
    };
  }
}
