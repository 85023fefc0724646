package org.ranklens.fiji;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.ranklens.Progress;

/**
 * Writes an RGB image to a PNG file, row by row, so that Escape is heard on the way: OpenCV's and
 * ImageJ's own writers can't be stopped, and a large image takes seconds.
 */
final class PngCopy {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int CHUNK_BYTES = 1 << 20;
  private static final byte[] EIGHT_BIT_RGB = {8, 2, 0, 0, 0};

  private PngCopy() {}

  /**
   * Writes a file.
   *
   * @param packed pixels as ImageJ holds them: red, green, blue in the lower three bytes
   */
  static void write(Path file, int width, int height, int[] packed, Progress progress)
      throws IOException {
    progress.begin("copying the image", height);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.write(SIGNATURE);
      chunk(out, "IHDR", header(width, height));
      ByteArrayOutputStream compressed = new ByteArrayOutputStream(2 * CHUNK_BYTES);
      Deflater fast = new Deflater(Deflater.BEST_SPEED);
      try (OutputStream rows = new DeflaterOutputStream(compressed, fast, 1 << 16)) {
        for (int y = 0; y < height; y++) {
          progress.check();
          rows.write(row(width, y, packed));
          progress.advance(1);
          if (compressed.size() > CHUNK_BYTES) {
            chunk(out, "IDAT", compressed.toByteArray());
            compressed.reset();
          }
        }
      } finally {
        fast.end();
      }
      chunk(out, "IDAT", compressed.toByteArray());
      chunk(out, "IEND", new byte[0]);
    }
  }

  private static byte[] header(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream header = new DataOutputStream(bytes);
    header.writeInt(width);
    header.writeInt(height);
    header.write(EIGHT_BIT_RGB);
    return bytes.toByteArray();
  }

  /** A row begins with the number of its filter: none. */
  private static byte[] row(int width, int y, int[] packed) {
    byte[] row = new byte[1 + 3 * width];
    int at = 1;
    for (int x = 0; x < width; x++) {
      int rgb = packed[y * width + x];
      row[at++] = (byte) (rgb >> 16);
      row[at++] = (byte) (rgb >> 8);
      row[at++] = (byte) rgb;
    }
    return row;
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }
}
