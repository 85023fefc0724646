package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.Locale;

/** Turns the bytes of a tile into RGB. */
final class TileDecoder {

  private static final int WHITE_IS_ZERO = 0;
  static final int BLACK_IS_ZERO = 1;
  static final int RGB = 2;
  static final int YCBCR = 6;

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

  /** LZW's longest strings are 4094 bytes for 12 bits; deflate reaches 1032, PackBits 64. */
  private static final long MOST_EXPANSION = 3_000;

  private static final int SPARE_BYTES = 16;

  private TileDecoder() {}

  /** Returns the sentence that refuses an image, empty where it can be decoded. */
  static String unsupported(TiffImage image) {
    boolean jpeg =
        switch (image.compression()) {
          case JPEG, JPEG_2000_YCC, JPEG_2000_VIPS, JPEG_2000_RGB, JPEG_2000 -> true;
          default -> false;
        };
    boolean known =
        switch (image.compression()) {
          case NONE, LZW, DEFLATE, DEFLATE_OLD, PACK_BITS -> true;
          default -> jpeg;
        };
    if (!known) {
      return "its tiles are compressed by " + TiffNames.compression(image.compression());
    }
    if (image.bits() != 8 && image.bits() != 16) {
      return "it has " + image.bits() + " bits per sample";
    }
    if (image.predictor() != 1 && image.predictor() != 2) {
      return "its predictor is " + image.predictor();
    }
    if (jpeg && image.samples() == 4 && !image.planar()) {
      return "its JPEG tiles have four samples a pixel";
    }
    boolean photometric =
        switch (image.photometric()) {
          case WHITE_IS_ZERO -> !jpeg && image.samples() == 1;
          case BLACK_IS_ZERO -> true;
          case RGB -> image.samples() >= 3;
          case YCBCR -> jpeg && !image.planar();
          default -> false;
        };
    return photometric ? "" : TiffNames.photometric(image.photometric(), image.samples(), jpeg);
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

  /**
   * Decodes a tile.
   *
   * @param tile its index
   * @param memory in which the pixels may lie until it is used again
   * @throws IOException where it is corrupt; the message says how, not where
   */
  static TilePixels decode(TiffImage image, int tile, byte[] bytes, JpegMemory memory)
      throws IOException {
    int rows = image.rows(tile);
    return switch (image.compression()) {
      case JPEG -> JpegTile.decode(image, tile, bytes, memory);
      case JPEG_2000_YCC, JPEG_2000_VIPS, JPEG_2000_RGB, JPEG_2000 ->
          Jpeg2000Tile.decode(image, tile, bytes);
      default -> samples(image, unpack(image, inOrder(image, bytes), tile), rows);
    };
  }

  private static byte[] inOrder(TiffImage image, byte[] bytes) {
    return image.mirrored() ? Unpacking.mirrored(bytes) : bytes;
  }

  private static byte[] unpack(TiffImage image, byte[] bytes, int tile) throws IOException {
    int rows = image.rows(tile);
    // The last strip may be written as high as the others.
    boolean exact = !image.strips() || tile < image.tilesDown() - 1;
    int length = Math.multiplyExact(image.tileWidth() * rows, image.samples() * image.bits() / 8);
    if (image.compression() != NONE && length > MOST_EXPANSION * (bytes.length + 4L)) {
      // Told before anything of that size is allocated.
      throw new IOException(bytes.length + " bytes can't hold its " + length);
    }
    if (image.compression() == LZW && Unpacking.isOldLzw(bytes)) {
      throw new IOException("its LZW codes are of the kind before TIFF 6.0");
    }
    byte[] raw =
        switch (image.compression()) {
          case LZW -> Unpacking.lzw(bytes, length, exact);
          case DEFLATE, DEFLATE_OLD -> Unpacking.deflate(bytes, length, exact);
          case PACK_BITS -> Unpacking.packBits(bytes, length, exact);
          default -> bytes;
        };
    int rowBytes = image.tileWidth() * image.samples() * image.bits() / 8;
    int most = rowBytes * (exact ? rows : image.tileHeight());
    if (image.compression() == NONE && raw.length - most >= Math.max(rowBytes, SPARE_BYTES)) {
      throw new IOException("it holds %d bytes, its pixels need %d".formatted(raw.length, most));
    }
    if (raw.length < length) {
      throw new IOException(
          String.format(Locale.ROOT, "%d of its %d bytes are there", raw.length, length));
    }
    return raw;
  }

  private static RgbImage samples(TiffImage image, byte[] raw, int rows) {
    int width = image.tileWidth();
    int samples = image.samples();
    if (image.bits() == 16) {
      return toRgb(image, upperBytes(image, raw, rows), rows);
    }
    if (image.predictor() == 2) {
      Unpacking.undoDifferences(raw, width, rows, samples);
    }
    return toRgb(image, raw, rows);
  }

  private static byte[] upperBytes(TiffImage image, byte[] raw, int rows) {
    int across = image.tileWidth() * image.samples();
    int upper = image.littleEndian() ? 1 : 0;
    if (image.predictor() == 2) {
      Unpacking.undoWideDifferences(raw, across, rows, image.samples(), upper);
    }
    byte[] bytes = new byte[across * rows];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = raw[2 * i + upper];
    }
    return bytes;
  }

  private static RgbImage toRgb(TiffImage image, byte[] raw, int rows) {
    int width = image.tileWidth();
    int samples = image.samples();
    byte[] rgb = new byte[3 * width * rows];
    boolean inverted = image.photometric() == 0;
    for (int i = 0; i < width * rows; i++) {
      for (int c = 0; c < 3; c++) {
        byte value = raw[i * samples + (samples >= 3 ? c : 0)];
        rgb[3 * i + c] = inverted ? (byte) ~value : value;
      }
    }
    if (image.alpha() != TiffImage.Alpha.NONE) {
      byte[] alpha = new byte[width * rows];
      for (int i = 0; i < alpha.length; i++) {
        alpha[i] = raw[4 * i + 3];
      }
      onWhite(rgb, alpha, image.alpha() == TiffImage.Alpha.ASSOCIATED);
    }
    return new RgbImage(width, rows, rgb);
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
