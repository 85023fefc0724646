package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.Arrays;

/** PackBits (TIFF 6.0, section 9): runs of one byte, and bytes as they are. */
final class PackBits implements Unpacking {

  /** Writers may fill up to an even length, or to four bytes. */
  private static final int MOST_BYTES_LEFT = 3;

  private final TileBytes bytes;

  /** How much of a run is still to be given. */
  private int run;

  private boolean literal;
  private byte value;

  PackBits(TileBytes bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    int at = 0;
    while (at < length && (run > 0 || begin())) {
      int wanted = Math.min(run, length - at);
      int got = literal ? bytes.take(to, from + at, wanted) : wanted;
      if (!literal) {
        Arrays.fill(to, from + at, from + at + wanted, value);
      }
      at += got;
      run -= got;
      if (got < wanted) {
        break;
      }
    }
    return at;
  }

  /** Begins the next run; returns whether there is one. */
  private boolean begin() throws IOException {
    while (bytes.more()) {
      int code = bytes.take();
      if (code >= 0) {
        literal = true;
        run = code + 1;
        return true;
      }
      if (code != -128 && bytes.more()) {
        literal = false;
        run = 1 - code;
        value = bytes.take();
        return true;
      }
    }
    return false;
  }

  @Override
  public void finish(boolean exact) throws IOException {
    if (exact && (run > 0 || bytes.left() > MOST_BYTES_LEFT)) {
      throw new IOException("its PackBits stream is corrupt: some is left over");
    }
  }
}
