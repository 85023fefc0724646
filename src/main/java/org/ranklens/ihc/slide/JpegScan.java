package org.ranklens.ihc.slide;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Walks over the codes of a JPEG stream and checks that they are whole: every code exists, every
 * block ends within its 64 coefficients, and the blocks end where the data do, and the blocks'
 * means, each coded as the difference to the one before, stay within what 8 bits can show.
 *
 * <p>libjpeg goes on after all of these with a line on standard error and grey or garbage in the
 * picture, and OpenCV does not tell. What can't be seen so is damage that leaves the codes whole: a
 * changed value of the same length, or a code that happens to be another of the table and falls
 * into step again.
 */
final class JpegScan {

  /** Some writers leave a few bytes behind the last block. */
  private static final int MOST_BITS_LEFT = 32;

  private static final int COEFFICIENTS = 64;

  /** Of 57 bits, so that the 16 of the longest code and the 15 of its value are left. */
  private static final int MOST_BITS_USED = 26;

  /** A block's mean, as T.81 scales it: 8 x 128. */
  private static final int MOST_MEAN = 1024;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] stream;
  private final JpegHeader header;
  private final JpegHuffman[] dc;
  private final JpegHuffman[] ac;

  /** By block of a unit, the component whose mean it goes on. */
  private final int[] component;

  /** By component, the largest mean in steps of its quantiser: 8 times half the range of 8 bits. */
  private final int[] mostMean;

  private final int[] mean;

  /** The codes of a segment, without the zeros that are stuffed behind 0xff. */
  private final byte[] codes;

  private int at;

  private JpegScan(byte[] stream, JpegHeader header) {
    this.stream = stream;
    this.header = header;
    List<JpegHeader.Component> scan = header.scan();
    boolean alone = scan.size() == 1;
    dc = new JpegHuffman[blocks(scan, alone)];
    ac = new JpegHuffman[dc.length];
    component = new int[dc.length];
    mostMean = new int[scan.size()];
    mean = new int[scan.size()];
    int block = 0;
    for (int i = 0; i < scan.size(); i++) {
      JpegHeader.Component of = scan.get(i);
      int count = alone ? 1 : of.across() * of.down();
      Arrays.fill(dc, block, block + count, of.dc());
      Arrays.fill(ac, block, block + count, of.ac());
      Arrays.fill(component, block, block + count, i);
      mostMean[i] = 2 + MOST_MEAN / Math.max(1, of.quantiser());
      block += count;
    }
    codes = new byte[stream.length - header.scanAt() + 16];
    at = header.scanAt();
  }

  private static int blocks(List<JpegHeader.Component> scan, boolean alone) {
    return alone ? 1 : scan.stream().mapToInt(c -> c.across() * c.down()).sum();
  }

  /** Checks a stream that is not progressive; another is left to the decoder. */
  static void check(byte[] stream, JpegHeader header) throws IOException {
    if (header.inOneScan()) {
      new JpegScan(stream, header).check();
    }
  }

  private void check() throws IOException {
    long units = units();
    long interval = header.restartInterval() == 0 ? units : header.restartInterval();
    int restart = 0;
    for (long done = 0; done < units; done += interval) {
      int length = segment();
      walk(8L * length, Math.min(interval, units - done));
      boolean last = done + interval >= units;
      int expected = last ? 0xd9 : 0xd0 + restart;
      if ((stream[at + 1] & 0xff) != expected) {
        throw new IOException("its JPEG stream has a marker too early or none, at byte " + at);
      }
      restart = (restart + 1) % 8;
      at += 2;
    }
  }

  private long units() {
    int across = header.mostAcross();
    int down = header.mostDown();
    long wide = (header.width() + 8L * across - 1) / (8L * across);
    return wide * ((header.height() + 8L * down - 1) / (8L * down));
  }

  /** Copies the codes up to the next marker; returns their bytes and leaves the place there. */
  private int segment() throws IOException {
    int to = 0;
    while (at + 1 < stream.length) {
      byte value = stream[at];
      if (value != (byte) 0xff) {
        codes[to++] = value;
        at++;
      } else if (stream[at + 1] == 0) {
        codes[to++] = value;
        at += 2;
      } else if (stream[at + 1] == (byte) 0xff) {
        at++;
      } else {
        Arrays.fill(codes, to, Math.min(codes.length, to + 16), (byte) 0);
        return to;
      }
    }
    throw new IOException("its JPEG stream ends early");
  }

  private void walk(long bits, long units) throws IOException {
    long place = 0;
    Arrays.fill(mean, 0);
    for (long unit = 0; unit < units; unit++) {
      for (int block = 0; block < dc.length; block++) {
        int of = component[block];
        place = block(dc[block], ac[block], of, place);
        if (place > bits || place < 0) {
          throw new IOException(
              place < 0 ? "its JPEG codes are corrupt" : "its JPEG stream ends early");
        }
        if (Math.abs(mean[of]) > mostMean[of]) {
          throw new IOException("its JPEG codes are corrupt: a colour is out of range");
        }
      }
    }
    if (bits - place > MOST_BITS_LEFT) {
      throw new IOException("its JPEG codes are corrupt: some are left over");
    }
  }

  /** Returns where the next block begins, or below 0 for a code that does not exist. */
  private long block(JpegHuffman dcTable, JpegHuffman acTable, int of, long from) {
    // The next bits, upper bit first: kept while a longest code and its value surely lie within.
    long word = word(from);
    int step = dcTable.step((int) (word >>> 48));
    if (step == 0) {
      return -1;
    }
    int used = step & 0xff;
    mean[of] += difference(step >> 8, word << (used - (step >> 8)));
    word <<= used;
    long place = from + used;
    int coefficient = 1;
    while (coefficient < COEFFICIENTS) {
      if (used > MOST_BITS_USED) {
        word = word(place);
        used = 0;
      }
      int next = (int) (word >>> 48);
      step = acTable.steps(next);
      if (step == 0 || !fits(coefficient + (step >> 8))) {
        // Too long a code, or one that ends the block before the codes behind it: one by one.
        step = acTable.step(next);
      }
      if (step == 0) {
        return -1;
      }
      int bits = step & 0xff;
      word <<= bits;
      used += bits;
      place += bits;
      coefficient += step >> 8;
    }
    return fits(coefficient) ? place : -1;
  }

  /** Returns the value of a category whose bits are the upper ones (T.81, F.2.2.1). */
  private static int difference(int category, long word) {
    if (category == 0) {
      return 0;
    }
    int value = (int) (word >>> (64 - category));
    return value >>> (category - 1) == 0 ? value - (1 << category) + 1 : value;
  }

  /** Returns whether a block may reach so far: to its last coefficient, or to an end before it. */
  private static boolean fits(int coefficient) {
    return coefficient <= COEFFICIENTS
        || (coefficient >= JpegHuffman.END_OF_BLOCK
            && coefficient < JpegHuffman.END_OF_BLOCK + COEFFICIENTS);
  }

  /** Returns at least 57 bits from a place on, in the upper bits. */
  private long word(long place) {
    int index = (int) (place >>> 3);
    // A block may walk on past the end; it is told from its place behind it.
    return index > codes.length - 8 ? 0 : (long) LONG.get(codes, index) << (place & 7);
  }
}
