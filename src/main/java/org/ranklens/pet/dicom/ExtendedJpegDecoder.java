package org.ranklens.pet.dicom;

import java.io.IOException;

/**
 * Lossy sequential JPEG of one component, 8 or 12 bits, Huffman coded: baseline and extended,
 * processes 1, 2 and 4 (ITU-T T.81, annexes A and F). OpenCV's decoder takes 8 bits only.
 */
final class ExtendedJpegDecoder {

  private static final int SIDE = 8;
  private static final int BLOCK = SIDE * SIDE;

  /** Where the coefficients of a block stand that follow one another in the scan. */
  private static final int[] ZIGZAG = {
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63
  };

  /** Of a row's cosines: frequency by place, with the weights of the transform. */
  private static final double[] COSINES = cosines();

  private final JpegBits bits;
  private final int[][] quantisation = new int[4][];
  private final JpegHuffmanTable[] dcTables = new JpegHuffmanTable[4];
  private final JpegHuffmanTable[] acTables = new JpegHuffmanTable[4];
  private int precision;
  private int rows;
  private int columns;
  private int quantisationId;
  private int restartInterval;

  private ExtendedJpegDecoder(byte[] data) {
    this.bits = new JpegBits(data);
  }

  /** Decodes an image that is known to have so many samples. */
  static int[] decode(byte[] data, int samples) throws IOException {
    // A block takes two bits at least.
    if (samples > (long) BLOCK * 4 * data.length) {
      throw new IOException(data.length + " bytes can't hold " + samples + " samples");
    }
    return new ExtendedJpegDecoder(data).decode(samples);
  }

  private int[] decode(int samples) throws IOException {
    if (bits.marker() != 0xD8) {
      throw new IOException("they don't begin as a JPEG does");
    }
    while (true) {
      int marker = bits.marker();
      int end = bits.position() + bits.unsignedShort();
      switch (marker) {
        case 0xC0, 0xC1 -> readFrame(samples);
        case 0xC4 -> readHuffmanTables(end);
        case 0xDB -> readQuantisation(end);
        case 0xDD -> restartInterval = bits.unsignedShort();
        case 0xDA -> {
          return readScan(end);
        }
        case 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF ->
            throw new IOException("they are no sequential JPEG");
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
    if (components != 1 || (precision != 8 && precision != 12)) {
      throw new IOException(components + " components of " + precision + " bits");
    }
    if ((long) rows * columns != samples) {
      throw new IOException(columns + " x " + rows + " samples instead of " + samples);
    }
    bits.unsignedShort();
    quantisationId = bits.unsignedByte() & 3;
  }

  private void readHuffmanTables(int end) throws IOException {
    while (bits.position() < end) {
      int id = bits.unsignedByte();
      (id < 16 ? dcTables : acTables)[id & 3] = JpegHuffmanTable.read(bits);
    }
  }

  private void readQuantisation(int end) throws IOException {
    while (bits.position() < end) {
      int id = bits.unsignedByte();
      int[] steps = new int[BLOCK];
      for (int i = 0; i < BLOCK; i++) {
        steps[ZIGZAG[i]] = id < 16 ? bits.unsignedByte() : bits.unsignedShort();
      }
      quantisation[id & 3] = steps;
    }
  }

  private int[] readScan(int end) throws IOException {
    int components = bits.unsignedByte();
    bits.unsignedByte();
    int ids = bits.unsignedByte();
    JpegHuffmanTable dc = dcTables[(ids >> 4) & 3];
    JpegHuffmanTable ac = acTables[ids & 3];
    int[] steps = quantisation[quantisationId];
    if (components != 1 || rows == 0 || dc == null || ac == null || steps == null) {
      throw new IOException("the scan's header is invalid");
    }
    bits.seek(end);
    int[] out = new int[rows * columns];
    int blocksAcross = (columns + SIDE - 1) / SIDE;
    int blocks = blocksAcross * ((rows + SIDE - 1) / SIDE);
    int mean = 0;
    int[] coefficients = new int[BLOCK];
    for (int block = 0; block < blocks; block++) {
      if (restartInterval > 0 && block > 0 && block % restartInterval == 0) {
        bits.restart();
        mean = 0;
      }
      java.util.Arrays.fill(coefficients, 0);
      mean += dc.difference(bits);
      coefficients[0] = mean * steps[0];
      readAc(ac, coefficients, steps);
      place(transformed(coefficients), out, block / blocksAcross, block % blocksAcross);
    }
    return out;
  }

  private void readAc(JpegHuffmanTable table, int[] coefficients, int[] steps) throws IOException {
    int at = 1;
    while (at < BLOCK) {
      int symbol = table.symbol(bits);
      int zeros = symbol >> 4;
      int size = symbol & 15;
      if (size == 0 && zeros != 15) {
        return;
      }
      at += zeros;
      if (at >= BLOCK) {
        throw new IOException("a block has too many coefficients");
      }
      if (size > 0) {
        int place = ZIGZAG[at];
        coefficients[place] = JpegHuffmanTable.value(bits, size) * steps[place];
      }
      at++;
    }
  }

  /** The inverse cosine transform (A.3.3), rows first. */
  private static double[] transformed(int[] coefficients) {
    double[] rowsDone = new double[BLOCK];
    for (int v = 0; v < SIDE; v++) {
      for (int x = 0; x < SIDE; x++) {
        double sum = 0;
        for (int u = 0; u < SIDE; u++) {
          sum += coefficients[v * SIDE + u] * COSINES[u * SIDE + x];
        }
        rowsDone[v * SIDE + x] = sum;
      }
    }
    double[] values = new double[BLOCK];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double sum = 0;
        for (int v = 0; v < SIDE; v++) {
          sum += rowsDone[v * SIDE + x] * COSINES[v * SIDE + y];
        }
        values[y * SIDE + x] = sum;
      }
    }
    return values;
  }

  /** A block into the image, what lies beyond its edge left out. */
  private void place(double[] values, int[] out, int blockRow, int blockColumn) {
    int middle = 1 << (precision - 1);
    int largest = 2 * middle - 1;
    for (int y = 0; y < SIDE && blockRow * SIDE + y < rows; y++) {
      for (int x = 0; x < SIDE && blockColumn * SIDE + x < columns; x++) {
        long value = Math.round(values[y * SIDE + x]) + middle;
        out[(blockRow * SIDE + y) * columns + blockColumn * SIDE + x] =
            (int) Math.max(0, Math.min(largest, value));
      }
    }
  }

  private static double[] cosines() {
    double[] cosines = new double[BLOCK];
    for (int u = 0; u < SIDE; u++) {
      double weight = u == 0 ? Math.sqrt(0.5) : 1;
      for (int x = 0; x < SIDE; x++) {
        cosines[u * SIDE + x] = weight / 2 * Math.cos((2 * x + 1) * u * Math.PI / 16);
      }
    }
    return cosines;
  }
}
