package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.Optional;

/** Turns the bytes of a tile into RGB. */
final class TileDecoder {

  static final int WHITE_IS_ZERO = 0;
  static final int BLACK_IS_ZERO = 1;
  static final int RGB = 2;
  static final int YCBCR = 6;
  static final String FOUR_IN_JPEG = "its JPEG tiles have four samples a pixel";

  private static final int NONE = 1;
  private static final int LZW = 5;
  static final int JPEG = 7;
  private static final int DEFLATE = 8;
  private static final int DEFLATE_OLD = 32946;
  private static final int PACK_BITS = 32773;
  private static final int JPEG_2000_YCC = 33003;
  private static final int JPEG_2000_VIPS = 33004;
  private static final int JPEG_2000_RGB = 33005;
  private static final int JPEG_2000 = 34712;

  private TileDecoder() {}

  /** Returns the sentence that refuses an image, empty where it can be decoded. */
  static String unsupported(TiffImage image) {
    boolean jpeg = isJpeg(image.compression());
    if (!jpeg && !isByRows(image)) {
      return "its tiles are compressed by " + TiffNames.compression(image.compression());
    }
    if (image.bits() != 8 && image.bits() != 16) {
      return "it has " + image.bits() + " bits per sample";
    }
    if (image.predictor() != 1 && image.predictor() != 2) {
      return "its predictor is " + image.predictor();
    }
    boolean photometric =
        switch (image.photometric()) {
          case WHITE_IS_ZERO -> !jpeg && image.samples() == 1;
          case BLACK_IS_ZERO -> image.samples() < 4;
          case RGB -> image.samples() >= 3;
          case YCBCR -> jpeg && !image.planar();
          default -> false;
        };
    if (!photometric) {
      return TiffNames.photometric(image.photometric(), image.samples(), jpeg);
    }
    return jpeg && image.samples() == 4 && !image.planar() ? FOUR_IN_JPEG : "";
  }

  /** Returns whether a compression is JPEG or JPEG 2000. */
  static boolean isJpeg(int compression) {
    return switch (compression) {
      case JPEG, JPEG_2000_YCC, JPEG_2000_VIPS, JPEG_2000_RGB, JPEG_2000 -> true;
      default -> false;
    };
  }

  /** Returns whether a compression may be of differences between neighbours (tag 317). */
  static boolean mayKeepDifferences(int compression) {
    return compression == LZW || compression == DEFLATE || compression == DEFLATE_OLD;
  }

  /** Returns the name of a compression that can be decoded. */
  static String compression(TiffImage image) {
    return switch (image.compression()) {
      case NONE -> "uncompressed";
      case LZW -> "LZW";
      case JPEG -> "JPEG";
      case PACK_BITS -> "PackBits";
      case DEFLATE, DEFLATE_OLD -> "deflate";
      default -> "JPEG 2000";
    };
  }

  /** Returns whether a tile is unpacked by rows, and not decoded as a whole. */
  static boolean isByRows(TiffImage image) {
    return switch (image.compression()) {
      case NONE, LZW, DEFLATE, DEFLATE_OLD, PACK_BITS -> true;
      default -> false;
    };
  }

  /** Returns whether a tile may have fewer bytes than its pixels. */
  static boolean isPacked(TiffImage image) {
    return image.compression() != NONE;
  }

  /** Begins to unpack a tile, or a plane of it. */
  static Unpacking unpacking(TiffImage image, TileBytes bytes) throws IOException {
    return switch (image.compression()) {
      case LZW -> Lzw.of(bytes);
      case DEFLATE, DEFLATE_OLD -> new Deflated(bytes);
      case PACK_BITS -> new PackBits(bytes);
      default -> new Unpacking.Stored(bytes);
    };
  }

  /**
   * Decodes a tile that can't be unpacked by rows.
   *
   * @param tile its index
   * @param memory in which the pixels may lie until it is used again
   * @throws IOException where it is corrupt; the message says how, not where
   */
  static TilePixels decode(TiffImage image, int tile, byte[] bytes, JpegMemory memory)
      throws IOException {
    // One plane of three would be kept under a name of its own each time.
    if (image.samples() != 3) {
      return decodeAnew(image, tile, bytes, memory);
    }
    Optional<RgbImage> kept = memory.kept().get(image.tiles(), tile);
    if (kept.isPresent()) {
      return kept.get();
    }
    TilePixels decoded = decodeAnew(image, tile, bytes, memory);
    memory.kept().keep(image.tiles(), tile, decoded);
    return decoded;
  }

  private static TilePixels decodeAnew(TiffImage image, int tile, byte[] bytes, JpegMemory memory)
      throws IOException {
    return image.compression() == JPEG
        ? JpegTile.decode(image, tile, bytes, memory)
        : Jpeg2000Tile.decode(image, tile, bytes);
  }

  /**
   * Shows pixels on white: what was not scanned is transparent, and its colours are mostly black.
   *
   * @param alpha a value a pixel
   * @param multiplied whether the colours are multiplied by it already
   */
  static void onWhite(byte[] rgb, byte[] alpha, boolean multiplied) {
    for (int i = 0; i < rgb.length; i++) {
      int opaque = alpha[i / 3] & 0xff;
      int value = rgb[i] & 0xff;
      int shown = multiplied ? value : (value * opaque + 127) / 255;
      rgb[i] = (byte) Math.min(255, shown + 255 - opaque);
    }
  }
}
