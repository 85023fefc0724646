package org.ranklens.ihc.slide;

import java.io.IOException;

/** LZW with codes of 9 to 12 bits, most significant bit first (TIFF 6.0, section 13). */
final class Lzw implements Unpacking {

  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int MOST_CODES = 4096;
  private static final int LEAST_WIDTH = 9;
  private static final int MOST_WIDTH = 12;

  /** An end code and what fills up to a whole word. */
  private static final int MOST_BYTES_LEFT = 8;

  private final TileBytes bytes;
  private final int[] prefix = new int[MOST_CODES];
  private final byte[] suffix = new byte[MOST_CODES];
  private final int[] lengths = new int[MOST_CODES];

  /** A string that reaches beyond what was asked for, and how much of it was given. */
  private final byte[] pending = new byte[MOST_CODES + 1];

  private int pendingFrom;
  private int pendingTo;

  private int next = END + 1;
  private int width = LEAST_WIDTH;
  private int previous = -1;
  private long bits;
  private int held;
  private boolean ended;

  private Lzw(TileBytes bytes) {
    this.bytes = bytes;
    for (int i = 0; i < 256; i++) {
      suffix[i] = (byte) i;
      lengths[i] = 1;
    }
  }

  static Lzw of(TileBytes bytes) throws IOException {
    byte[] head = bytes.more() ? bytes.window() : new byte[0];
    // Codes from the lowest bit on.
    if (head.length > 1 && head[0] == 0 && (head[1] & 1) == 1) {
      throw new IOException("its LZW codes are of the kind before TIFF 6.0");
    }
    return new Lzw(bytes);
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    int end = from + length;
    int at = from + givePending(to, from, length);
    while (at < end && !ended) {
      int code = code();
      if (code < 0) {
        break;
      }
      at = string(code, to, at, end);
    }
    return at - from;
  }

  private int givePending(byte[] to, int from, int length) {
    int run = Math.min(length, pendingTo - pendingFrom);
    System.arraycopy(pending, pendingFrom, to, from, run);
    pendingFrom += run;
    return run;
  }

  /** Returns the next code that stands for bytes, -1 at the end. */
  private int code() throws IOException {
    while (true) {
      while (held < width && bytes.more()) {
        bits = (bits << 8) | (bytes.take() & 0xff);
        held += 8;
      }
      if (held < width) {
        return -1;
      }
      held -= width;
      int code = (int) (bits >>> held) & ((1 << width) - 1);
      if (code == END) {
        ended = true;
        return -1;
      }
      if (code != CLEAR) {
        return code;
      }
      next = END + 1;
      width = LEAST_WIDTH;
      previous = -1;
    }
  }

  /** Gives a code's string, and notes the next one; returns where it ends. */
  private int string(int code, byte[] to, int at, int end) throws IOException {
    boolean unknown = code > next || (code == next && previous < 0);
    if (unknown || (next >= MOST_CODES && code >= next)) {
      throw new IOException("its LZW stream is corrupt");
    }
    // A code that is not noted yet is the string before it, and that one's first byte again.
    int shown = code < next ? code : previous;
    int run = lengths[shown];
    int whole = code < next ? run : run + 1;
    byte first;
    int after;
    if (whole <= end - at) {
      first = write(shown, run, to, at);
      if (whole > run) {
        to[at + run] = first;
      }
      after = at + whole;
    } else {
      first = write(shown, run, pending, 0);
      pending[run] = first;
      pendingFrom = 0;
      pendingTo = whole;
      after = at + givePending(to, at, end - at);
    }
    note(first);
    previous = code;
    return after;
  }

  /** Writes a string from its last byte on; returns its first. */
  private byte write(int code, int run, byte[] to, int at) {
    int walk = code;
    for (int i = at + run - 1; i > at; i--) {
      to[i] = suffix[walk];
      walk = prefix[walk];
    }
    to[at] = suffix[walk];
    return suffix[walk];
  }

  private void note(byte first) {
    if (previous >= 0 && next < MOST_CODES) {
      prefix[next] = previous;
      suffix[next] = first;
      lengths[next] = lengths[previous] + 1;
      next++;
    }
    if (next == (1 << width) - 1 && width < MOST_WIDTH) {
      width++;
    }
  }

  @Override
  public void finish(boolean exact) throws IOException {
    // Old writers have one byte too many in each strip, and end it then.
    if (exact && (pendingTo - pendingFrom > 1 || bytes.left() > MOST_BYTES_LEFT)) {
      throw new IOException("its LZW stream is corrupt: some is left over");
    }
  }
}
