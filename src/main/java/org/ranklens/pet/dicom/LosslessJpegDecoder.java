package org.ranklens.pet.dicom;

import java.io.IOException;

/**
 * Lossless JPEG of one component, 2 to 16 bits, Huffman coded: process 14 with any predictor (ITU-T
 * T.81, annex H).
 */
final class LosslessJpegDecoder {

  private final JpegBits bits;
  private final JpegHuffmanTable[] tables = new JpegHuffmanTable[4];
  private int precision;
  private int rows;
  private int columns;
  private int restartInterval;

  private LosslessJpegDecoder(byte[] data) {
    this.bits = new JpegBits(data);
  }

  /** Decodes an image that is known to have so many samples. */
  static int[] decode(byte[] data, int samples) throws IOException {
    // A sample takes a bit at least.
    if (samples > 8L * data.length) {
      throw new IOException(data.length + " bytes can't hold " + samples + " samples");
    }
    return new LosslessJpegDecoder(data).decode(samples);
  }

  private int[] decode(int samples) throws IOException {
    if (bits.marker() != 0xD8) {
      throw new IOException("they don't begin as a JPEG does");
    }
    while (true) {
      int marker = bits.marker();
      int end = bits.position() + bits.unsignedShort();
      switch (marker) {
        case 0xC3 -> readFrame(samples);
        case 0xC4 -> readTables(end);
        case 0xDD -> restartInterval = bits.unsignedShort();
        case 0xDA -> {
          return readScan(end);
        }
        case 0xC0, 0xC1, 0xC2, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF ->
            throw new IOException("they are no Huffman-coded lossless JPEG");
        default -> {
          // Application data and comments.
        }
      }
      bits.seek(end);
    }
  }

  private void readFrame(int samples) throws IOException {
    precision = bits.unsignedByte();
    rows = bits.unsignedShort();
    columns = bits.unsignedShort();
    int components = bits.unsignedByte();
    if (components != 1 || precision < 2 || precision > 16) {
      throw new IOException(components + " components of " + precision + " bits");
    }
    if ((long) rows * columns != samples) {
      throw new IOException(columns + " x " + rows + " samples instead of " + samples);
    }
  }

  private void readTables(int end) throws IOException {
    while (bits.position() < end) {
      int id = bits.unsignedByte();
      tables[id & 3] = JpegHuffmanTable.read(bits);
    }
  }

  private int[] readScan(int end) throws IOException {
    int components = bits.unsignedByte();
    bits.unsignedByte();
    JpegHuffmanTable table = tables[(bits.unsignedByte() >> 4) & 3];
    int predictor = bits.unsignedByte();
    bits.unsignedByte();
    int pointTransform = bits.unsignedByte() & 15;
    if (components != 1 || rows == 0 || table == null || predictor < 1 || predictor > 7) {
      throw new IOException("the scan's header is invalid");
    }
    if (restartInterval % columns != 0) {
      throw new IOException("it restarts within a row");
    }
    bits.seek(end);
    int[] out = new int[rows * columns];
    int rowsPerRestart = restartInterval == 0 ? rows : restartInterval / columns;
    for (int row = 0; row < rows; row++) {
      boolean restart = row > 0 && row % rowsPerRestart == 0;
      if (restart) {
        bits.restart();
      }
      readRow(table, out, row, restart || row == 0, predictor, pointTransform);
    }
    for (int i = 0; i < out.length; i++) {
      out[i] <<= pointTransform;
    }
    return out;
  }

  private void readRow(
      JpegHuffmanTable table, int[] out, int row, boolean first, int predictor, int transform)
      throws IOException {
    int at = row * columns;
    for (int column = 0; column < columns; column++, at++) {
      int prediction;
      if (first) {
        prediction = column == 0 ? 1 << (precision - transform - 1) : out[at - 1];
      } else if (column == 0) {
        prediction = out[at - columns];
      } else {
        prediction = predict(predictor, out[at - 1], out[at - columns], out[at - columns - 1]);
      }
      out[at] = (prediction + table.difference(bits)) & 0xFFFF;
    }
  }

  private static int predict(int predictor, int left, int above, int aboveLeft) {
    return switch (predictor) {
      case 1 -> left;
      case 2 -> above;
      case 3 -> aboveLeft;
      case 4 -> left + above - aboveLeft;
      case 5 -> left + ((above - aboveLeft) >> 1);
      case 6 -> above + ((left - aboveLeft) >> 1);
      default -> (left + above) >> 1;
    };
  }
}
