package org.ranklens.ihc.slide;

/** 8-bit RGB pixels, interleaved, row by row. It owns its array, which may be longer. */
public final class RgbImage implements TilePixels {

  private final int width;
  private final int height;
  private final byte[] rgb;

  /**
   * Takes over an array.
   *
   * @param rgb at least {@code 3 * width * height} bytes
   */
  public RgbImage(int width, int height, byte[] rgb) {
    if (rgb.length < 3L * width * height) {
      throw new IllegalArgumentException(
          rgb.length + " bytes are no RGB image of " + width + " x " + height);
    }
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  /** Returns a black image. */
  static RgbImage blank(int width, int height) {
    return new RgbImage(width, height, new byte[bytes(width, height)]);
  }

  /** Returns how many bytes pixels take; more than Java's largest array is our bug. */
  public static int bytes(int width, int height) {
    long bytes = 3L * width * height;
    if (bytes > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          width + " x " + height + " pixels are too many to read at once");
    }
    return (int) bytes;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  /** Returns the pixels themselves, not a copy; behind the last there may be other bytes. */
  public byte[] rgb() {
    return rgb;
  }

  /** Copies a rectangle of this image into another. */
  @Override
  public void copyTo(int x, int y, RgbImage target, int targetX, int targetY, int wide, int high) {
    for (int row = 0; row < high; row++) {
      System.arraycopy(
          rgb,
          3 * ((y + row) * width + x),
          target.rgb,
          3 * ((targetY + row) * target.width + targetX),
          3 * wide);
    }
  }
}
