package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The lossless compressions of TIFF 6.0. Each stops at the length that the tile must have. */
final class Unpacking {

  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int MOST_CODES = 4096;

  /** An end code and what fills up to a whole word. */
  private static final int MOST_BYTES_LEFT = 8;

  /** What deflate may give beyond a tile: less than any row of a tile. */
  private static final int MOST_BYTES_MORE = 16;

  private Unpacking() {}

  static byte[] deflate(byte[] bytes, int length, boolean exact) throws IOException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes);
      byte[] raw = new byte[length];
      int at = 0;
      while (at < length) {
        int read = inflater.inflate(raw, at, length - at);
        if (inflater.needsDictionary()) {
          throw new IOException("its deflate stream needs a dictionary, which no TIFF has");
        }
        if (read == 0 && (inflater.finished() || inflater.needsInput())) {
          return Arrays.copyOf(raw, at);
        }
        at += read;
      }
      finish(inflater, length, exact);
      return raw;
    } catch (DataFormatException e) {
      throw new IOException("its deflate stream is corrupt", e);
    } finally {
      inflater.end();
    }
  }

  /**
   * Goes on to the checksum at the stream's end, which tells of damage; the last strip may hold
   * rows behind the image's.
   */
  private static void finish(Inflater inflater, int length, boolean exact)
      throws DataFormatException, IOException {
    byte[] rest = new byte[1 << 13];
    long more = 0;
    while (!inflater.finished() && more <= length) {
      int read = inflater.inflate(rest);
      if (read == 0 && inflater.needsInput()) {
        throw new IOException("its deflate stream ends early");
      }
      more += read;
    }
    if (exact && more > MOST_BYTES_MORE) {
      throw new IOException("its deflate stream is corrupt: some is left over");
    }
  }

  /**
   * Unpacks PackBits.
   *
   * @param exact whether more than the length is damage
   */
  static byte[] packBits(byte[] bytes, int length, boolean exact) throws IOException {
    byte[] raw = new byte[length];
    int to = 0;
    int from = 0;
    boolean cut = false;
    while (from < bytes.length && to < length) {
      int code = bytes[from++];
      if (code >= 0) {
        cut |= code + 1 > length - to;
        int run = Math.min(Math.min(code + 1, length - to), bytes.length - from);
        System.arraycopy(bytes, from, raw, to, run);
        from += run;
        to += run;
      } else if (code != -128 && from < bytes.length) {
        cut |= 1 - code > length - to;
        int run = Math.min(1 - code, length - to);
        Arrays.fill(raw, to, to + run, bytes[from++]);
        to += run;
      }
    }
    // Writers may fill up to an even length, or to four bytes.
    boolean over = from < bytes.length - 3 || cut;
    if (exact && over) {
      throw new IOException("its PackBits stream is corrupt: some is left over");
    }
    return Arrays.copyOf(raw, to);
  }

  /**
   * LZW with codes of 9 to 12 bits, most significant bit first (TIFF 6.0, section 13).
   *
   * @param exact whether more than the length is damage
   */
  static byte[] lzw(byte[] bytes, int length, boolean exact) throws IOException {
    int[] prefix = new int[MOST_CODES];
    byte[] suffix = new byte[MOST_CODES];
    int[] lengths = new int[MOST_CODES];
    for (int i = 0; i < 256; i++) {
      suffix[i] = (byte) i;
      lengths[i] = 1;
    }
    byte[] raw = new byte[length];
    int to = 0;
    int next = END + 1;
    int width = 9;
    int previous = -1;
    long bits = 0;
    int held = 0;
    int from = 0;
    while (to < length) {
      while (held < width && from < bytes.length) {
        bits = (bits << 8) | (bytes[from++] & 0xff);
        held += 8;
      }
      if (held < width) {
        break;
      }
      held -= width;
      int code = (int) (bits >>> held) & ((1 << width) - 1);
      if (code == END) {
        break;
      }
      if (code == CLEAR) {
        next = END + 1;
        width = 9;
        previous = -1;
        continue;
      }
      boolean unknown = code > next || (code == next && previous < 0);
      if (unknown || (next >= MOST_CODES && code >= next)) {
        throw new IOException("its LZW stream is corrupt");
      }
      int shown = code < next ? code : previous;
      int run = lengths[shown];
      int last = to + run;
      int walk = shown;
      for (int at = last - 1; at >= to; at--) {
        if (at < length) {
          raw[at] = suffix[walk];
        }
        walk = prefix[walk];
      }
      byte first = to < length ? raw[to] : 0;
      // Old writers have one byte too many in each strip, and end it then.
      if (exact && last > length + 1) {
        throw new IOException("its LZW stream is corrupt: some is left over");
      }
      to = Math.min(last, length);
      if (code == next && to < length) {
        raw[to++] = first;
      }
      if (previous >= 0 && next < MOST_CODES) {
        prefix[next] = previous;
        suffix[next] = first;
        lengths[next] = lengths[previous] + 1;
        next++;
      }
      previous = code;
      if (next == (1 << width) - 1 && width < 12) {
        width++;
      }
    }
    if (exact && bytes.length - from > MOST_BYTES_LEFT) {
      throw new IOException("its LZW stream is corrupt: some is left over");
    }
    return Arrays.copyOf(raw, to);
  }

  /** Turns the bits of each byte round, as fill order 2 has them (TIFF 6.0, FillOrder). */
  static byte[] mirrored(byte[] bytes) {
    byte[] turned = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      turned[i] = (byte) (Integer.reverse(bytes[i]) >>> 24);
    }
    return turned;
  }

  /** Returns whether a stream is LZW of before TIFF 6.0: codes from the lowest bit on. */
  static boolean isOldLzw(byte[] bytes) {
    return bytes.length > 1 && bytes[0] == 0 && (bytes[1] & 1) == 1;
  }

  /** Undoes the horizontal differences of 8-bit samples (TIFF 6.0, section 14). */
  static void undoDifferences(byte[] raw, int width, int rows, int samples) {
    int stride = width * samples;
    for (int row = 0; row < rows; row++) {
      for (int i = row * stride + samples; i < (row + 1) * stride; i++) {
        raw[i] += raw[i - samples];
      }
    }
  }

  /**
   * Undoes the horizontal differences of 16-bit samples.
   *
   * @param across samples in a row, of all channels
   * @param upper 1 where the second byte of a sample is the upper one, else 0
   */
  static void undoWideDifferences(byte[] raw, int across, int rows, int samples, int upper) {
    for (int row = 0; row < rows; row++) {
      for (int i = row * across + samples; i < (row + 1) * across; i++) {
        int sum = wide(raw, i, upper) + wide(raw, i - samples, upper);
        raw[2 * i + upper] = (byte) (sum >> 8);
        raw[2 * i + 1 - upper] = (byte) sum;
      }
    }
  }

  private static int wide(byte[] raw, int sample, int upper) {
    return (raw[2 * sample + upper] & 0xff) << 8 | (raw[2 * sample + 1 - upper] & 0xff);
  }
}
