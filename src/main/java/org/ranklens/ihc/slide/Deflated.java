package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Deflate (TIFF technical note 3), whose checksum tells of every change. */
final class Deflated implements Unpacking {

  /** What it may give beyond a tile: less than any row of a tile. */
  private static final int MOST_BYTES_MORE = 16;

  private static final int REST_BYTES = 1 << 13;

  private final Inflater inflater = new Inflater();
  private final TileBytes bytes;
  private long got;

  Deflated(TileBytes bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    int at = 0;
    while (at < length) {
      int run = inflate(to, from + at, length - at);
      if (run == 0 && (inflater.finished() || !bytes.more())) {
        break;
      }
      at += run;
    }
    got += at;
    return at;
  }

  /** Returns how many bytes it gave: none where it needs a further window, or is at its end. */
  private int inflate(byte[] to, int from, int length) throws IOException {
    if (inflater.needsInput() && bytes.more()) {
      inflater.setInput(bytes.window(), bytes.at(), bytes.window().length - bytes.at());
      bytes.takeTo(bytes.window().length);
    }
    try {
      int run = inflater.inflate(to, from, length);
      if (inflater.needsDictionary()) {
        throw new IOException("its deflate stream needs a dictionary, which no TIFF has");
      }
      return run;
    } catch (DataFormatException e) {
      throw new IOException("its deflate stream is corrupt", e);
    }
  }

  /**
   * Goes on to the checksum at the stream's end, which tells of damage; the last strip may hold
   * rows behind the image's.
   */
  @Override
  public void finish(boolean exact) throws IOException {
    byte[] rest = new byte[REST_BYTES];
    long more = 0;
    while (!inflater.finished() && more <= got) {
      int run = inflate(rest, 0, rest.length);
      if (run == 0 && inflater.needsInput() && !bytes.more()) {
        throw new IOException("its deflate stream ends early");
      }
      more += run;
    }
    if (exact && more > MOST_BYTES_MORE) {
      throw new IOException("its deflate stream is corrupt: some is left over");
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
