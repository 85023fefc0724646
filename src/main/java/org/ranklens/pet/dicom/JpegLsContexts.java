package org.ranklens.pet.dicom;

import java.io.IOException;

/**
 * What the decoder learnt of the errors in each context, and how it reads the next (ITU-T T.87,
 * annex A; A, B, C, N and Nn are the standard's names). The last two contexts are those of a sample
 * that interrupts a run.
 */
final class JpegLsContexts {

  private static final int REGULAR = 365;

  /** Of the lengths of runs, in powers of two. */
  private static final int[] RUN_BITS = {
    0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13,
    14, 15
  };

  private final JpegLsCoding coding;
  private final JpegLsBits bits;
  private final int limit;
  private final int errorBits;
  private final int[] sizes = new int[REGULAR + 2]; // A
  private final int[] biases = new int[REGULAR]; // B
  private final int[] corrections = new int[REGULAR]; // C
  private final int[] counts = new int[REGULAR + 2]; // N
  private final int[] negatives = new int[2]; // Nn
  private int runIndex;

  JpegLsContexts(JpegLsCoding coding, JpegLsBits bits) {
    this.coding = coding;
    this.bits = bits;
    this.limit = coding.limit();
    this.errorBits = coding.errorBits();
    java.util.Arrays.fill(sizes, Math.max(2, (coding.range() + 32) / 64));
    java.util.Arrays.fill(counts, 1);
  }

  /** What experience adds to the prediction in a context. */
  int correction(int context) {
    return corrections[context];
  }

  /** The error of the next sample in a regular context. */
  int error(int context) throws IOException {
    int k = golomb(context, sizes[context]);
    int mapped = code(k, limit);
    int error;
    if (coding.near() == 0 && k == 0 && 2 * biases[context] <= -counts[context]) {
      error = (mapped & 1) == 1 ? mapped >> 1 : -(mapped >> 1) - 1;
    } else {
      error = (mapped & 1) == 0 ? mapped >> 1 : -((mapped + 1) >> 1);
    }
    learn(context, error);
    return error;
  }

  private void learn(int context, int error) {
    biases[context] += error * coding.step();
    sizes[context] += Math.abs(error);
    if (counts[context] == coding.reset()) {
      sizes[context] >>= 1;
      biases[context] >>= 1;
      counts[context] >>= 1;
    }
    int count = ++counts[context];
    if (biases[context] <= -count) {
      biases[context] = Math.max(biases[context] + count, 1 - count);
      corrections[context] = Math.max(corrections[context] - 1, -128);
    } else if (biases[context] > 0) {
      biases[context] = Math.min(biases[context] - count, 0);
      corrections[context] = Math.min(corrections[context] + 1, 127);
    }
  }

  /**
   * How many samples repeat, at most {@code left}; fewer mean that the next sample interrupts the
   * run.
   */
  int run(int left) throws IOException {
    int length = 0;
    while (bits.bit() == 1) {
      int whole = 1 << RUN_BITS[runIndex];
      if (whole > left - length) {
        return left;
      }
      length += whole;
      runIndex = Math.min(runIndex + 1, RUN_BITS.length - 1);
      if (length == left) {
        return left;
      }
    }
    length += bits.bits(RUN_BITS[runIndex]);
    if (length >= left) {
      throw new IOException("a run is longer than its row");
    }
    return length;
  }

  /** The error of the sample that interrupts a run; {@code alike}: left and above are the same. */
  int interruption(boolean alike) throws IOException {
    int type = alike ? 1 : 0;
    int context = REGULAR + type;
    int k = golomb(context, sizes[context] + (alike ? counts[context] >> 1 : 0));
    int mapped = code(k, limit - RUN_BITS[runIndex] - 1);
    int odd = (mapped + type) & 1;
    int size = (mapped + type + odd) >> 1;
    boolean mostlyNegative = k != 0 || 2 * negatives[type] >= counts[context];
    int error = mostlyNegative == (odd == 1) ? -size : size;
    if (error < 0) {
      negatives[type]++;
    }
    sizes[context] += (mapped + 1 - type) >> 1;
    if (counts[context] == coding.reset()) {
      sizes[context] >>= 1;
      counts[context] >>= 1;
      negatives[type] >>= 1;
    }
    counts[context]++;
    runIndex = Math.max(0, runIndex - 1);
    return error;
  }

  private int golomb(int context, int size) throws IOException {
    int k = 0;
    while (k < 24 && counts[context] << k < size) {
      k++;
    }
    return k;
  }

  /** A Golomb code of limited length (A.5.3). */
  private int code(int k, int longest) throws IOException {
    int plain = longest - errorBits - 1;
    int zeros = bits.zerosBeforeOne(plain);
    return zeros < plain ? (zeros << k) + bits.bits(k) : bits.bits(errorBits) + 1;
  }
}
