package org.ranklens.pet.dicom;

import java.io.IOException;
import java.util.Locale;

/**
 * JPEG-LS of one component, 2 to 16 bits, lossless or near-lossless (ITU-T T.87 = ISO/IEC 14495-1).
 * No decoder of it is to be had as a library for Java. Mapping tables and restart intervals, which
 * no DICOM writer is known to use, are refused.
 */
final class JpegLsDecoder {

  private final byte[] data;
  private final JpegBits segments;
  private final int[] preset = new int[5];
  private int precision;
  private int rows;
  private int columns;

  private JpegLsDecoder(byte[] data) {
    this.data = data;
    this.segments = new JpegBits(data);
  }

  /** Decodes an image that is known to have so many samples. */
  static int[] decode(byte[] data, int samples) throws IOException {
    return new JpegLsDecoder(data).decode(samples);
  }

  private int[] decode(int samples) throws IOException {
    if (segments.marker() != 0xD8) {
      throw new IOException("they don't begin as a JPEG does");
    }
    while (true) {
      int marker = segments.marker();
      int end = segments.position() + segments.unsignedShort();
      switch (marker) {
        case 0xF7 -> readFrame(samples);
        case 0xF8 -> readPreset();
        case 0xDA -> {
          return readScan(end);
        }
        case 0xDD -> {
          if (segments.unsignedShort() != 0) {
            throw new IOException("restart intervals are not supported");
          }
        }
        default -> {
          if (marker < 0xE0 || marker > 0xFE) {
            throw new IOException(
                String.format(Locale.ROOT, "marker FF%02X is none of JPEG-LS", marker));
          }
        }
      }
      segments.seek(end);
    }
  }

  private void readFrame(int samples) throws IOException {
    precision = segments.unsignedByte();
    rows = segments.unsignedShort();
    columns = segments.unsignedShort();
    int components = segments.unsignedByte();
    if (components != 1 || precision < 2 || precision > 16) {
      throw new IOException(components + " components of " + precision + " bits");
    }
    if ((long) rows * columns != samples) {
      throw new IOException(columns + " x " + rows + " samples instead of " + samples);
    }
  }

  private void readPreset() throws IOException {
    int kind = segments.unsignedByte();
    if (kind != 1) {
      throw new IOException("mapping tables are not supported");
    }
    for (int i = 0; i < preset.length; i++) {
      preset[i] = segments.unsignedShort();
    }
  }

  private int[] readScan(int end) throws IOException {
    int components = segments.unsignedByte();
    segments.unsignedByte();
    int table = segments.unsignedByte();
    int near = segments.unsignedByte();
    int interleave = segments.unsignedByte();
    int pointTransform = segments.unsignedByte() & 15;
    if (components != 1 || rows == 0 || table != 0 || interleave != 0) {
      throw new IOException("the scan's header is invalid");
    }
    segments.seek(end);
    JpegLsCoding coding = JpegLsCoding.of(precision, near, preset);
    JpegLsContexts contexts = new JpegLsContexts(coding, new JpegLsBits(data, end));
    int[] out = new int[rows * columns];
    // Each row with a sample beside its first, and one behind its last.
    int[] above = new int[columns + 2];
    int[] row = new int[columns + 2];
    for (int y = 0; y < rows; y++) {
      above[columns + 1] = above[columns];
      row[0] = above[1];
      decodeRow(coding, contexts, above, row);
      for (int x = 0; x < columns; x++) {
        out[y * columns + x] = row[x + 1] << pointTransform;
      }
      int[] swapped = above;
      above = row;
      row = swapped;
    }
    return out;
  }

  private void decodeRow(JpegLsCoding coding, JpegLsContexts contexts, int[] above, int[] row)
      throws IOException {
    int x = 1;
    while (x <= columns) {
      int left = row[x - 1];
      int first = coding.quantised(above[x + 1] - above[x]);
      int second = coding.quantised(above[x] - above[x - 1]);
      int third = coding.quantised(above[x - 1] - left);
      int context = 81 * first + 9 * second + third;
      if (context != 0) {
        row[x] = regular(coding, contexts, context, left, above[x], above[x - 1]);
        x++;
        continue;
      }
      int run = contexts.run(columns + 1 - x);
      java.util.Arrays.fill(row, x, x + run, left);
      x += run;
      if (x <= columns) {
        row[x] = interrupting(coding, contexts, left, above[x]);
        x++;
      }
    }
  }

  private static int regular(
      JpegLsCoding coding, JpegLsContexts contexts, int signed, int left, int above, int aboveLeft)
      throws IOException {
    int sign = signed < 0 ? -1 : 1;
    int context = Math.abs(signed);
    int predicted;
    if (aboveLeft >= Math.max(left, above)) {
      predicted = Math.min(left, above);
    } else if (aboveLeft <= Math.min(left, above)) {
      predicted = Math.max(left, above);
    } else {
      predicted = left + above - aboveLeft;
    }
    predicted = coding.clamped(predicted + sign * contexts.correction(context));
    return coding.sample(predicted, sign * contexts.error(context));
  }

  private static int interrupting(JpegLsCoding coding, JpegLsContexts contexts, int left, int above)
      throws IOException {
    boolean alike = Math.abs(left - above) <= coding.near();
    int error = contexts.interruption(alike);
    return coding.sample(alike ? left : above, !alike && left > above ? -error : error);
  }
}
