package org.ranklens.pet.dicom;

import java.io.IOException;

/** A Huffman table of a JPEG and the differences it codes (ITU-T T.81, annexes C, F.2 and H.1). */
final class JpegHuffmanTable {

  private static final int LONGEST = 16;

  /** Category and length of the code that each 16 bits begin with: length << 8 | category. */
  private final short[] byPrefix;

  private JpegHuffmanTable(short[] byPrefix) {
    this.byPrefix = byPrefix;
  }

  static JpegHuffmanTable read(JpegBits bits) throws IOException {
    int[] counts = new int[LONGEST + 1];
    for (int length = 1; length <= LONGEST; length++) {
      counts[length] = bits.unsignedByte();
    }
    short[] byPrefix = new short[1 << LONGEST];
    int code = 0;
    for (int length = 1; length <= LONGEST; length++) {
      for (int i = 0; i < counts[length]; i++) {
        int category = bits.unsignedByte();
        int from = code << (LONGEST - length);
        int to = (code + 1) << (LONGEST - length);
        if (to > byPrefix.length) {
          throw new IOException("a Huffman table is invalid");
        }
        java.util.Arrays.fill(byPrefix, from, to, (short) ((length << 8) | category));
        code++;
      }
      code <<= 1;
    }
    return new JpegHuffmanTable(byPrefix);
  }

  /** The next symbol: a category, or a run of zeros with one. */
  int symbol(JpegBits bits) throws IOException {
    int entry = byPrefix[bits.peek16()];
    if (entry == 0) {
      throw new IOException("a code is in no Huffman table");
    }
    bits.drop(entry >> 8);
    return entry & 0xFF;
  }

  /** The next difference: its category and its bits. */
  int difference(JpegBits bits) throws IOException {
    int category = symbol(bits);
    if (category > 16) {
      throw new IOException("a difference of " + category + " bits");
    }
    return category == 16 ? 1 << 15 : value(bits, category);
  }

  /** A number of so many bits, 0 to 15; those that begin with 0 are negative. */
  static int value(JpegBits bits, int size) throws IOException {
    if (size == 0) {
      return 0;
    }
    int value = bits.take(size);
    return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
  }
}
