package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What stands before the first scan of a JPEG stream (ITU-T T.81, annex B). */
final class JpegHeader {

  /**
   * A component; {@code across} and {@code down} are its sampling factors, {@code quantiser} is the
   * number of its quantisation table in the frame, the step of its means in the scan.
   */
  record Component(int id, int across, int down, int quantiser, JpegHuffman dc, JpegHuffman ac) {}

  private final byte[] stream;
  private final JpegTables kept;
  private final int[] meanSteps = new int[4];
  private final JpegHuffman[] dc = new JpegHuffman[4];
  private final JpegHuffman[] ac = new JpegHuffman[4];
  private final List<Component> frame = new ArrayList<>();
  private final List<Component> scan = new ArrayList<>();
  private int width;
  private int height;
  private int restartInterval;
  private boolean sequential;
  private int frameAt;
  private int scanAt;

  private JpegHeader(byte[] stream, JpegTables kept) {
    this.stream = stream;
    this.kept = kept;
  }

  static JpegHeader of(byte[] stream, JpegTables kept) throws IOException {
    JpegHeader header = new JpegHeader(stream, kept);
    try {
      header.parse();
    } catch (IndexOutOfBoundsException e) {
      throw new IOException("its JPEG stream ends within its header", e);
    }
    return header;
  }

  private void parse() throws IOException {
    int at = 2;
    while (scanAt == 0) {
      if (at + 4 > stream.length) {
        throw new IOException("its JPEG stream has no picture");
      }
      int marker = number(at);
      if (marker == 0xffff) {
        at++;
        continue;
      }
      int end = at + 2 + number(at + 2);
      if (marker < 0xffc0 || end > stream.length) {
        throw new IOException("its JPEG stream is corrupt at byte " + at);
      }
      segment(marker, at + 4, end);
      at = end;
    }
  }

  private void segment(int marker, int at, int end) throws IOException {
    switch (marker) {
      case 0xffc0, 0xffc1, 0xffc2 -> frame(at, marker != 0xffc2);
      case 0xffc3 -> throw new OtherStreamException("its JPEG stream is lossless");
      case 0xffc9, 0xffca, 0xffcb, 0xffcd, 0xffce, 0xffcf ->
          throw new OtherStreamException("its JPEG stream is arithmetic-coded");
      case 0xffc5, 0xffc6, 0xffc7 ->
          throw new OtherStreamException("its JPEG stream is hierarchical");
      case 0xffc4 -> tables(at, end);
      case 0xffdb -> quantisers(at, end);
      case 0xffdd -> restartInterval = number(at);
      case 0xffda -> scan(at, end);
      default -> {
        // Quantisation, comments and application data don't concern the order of codes.
      }
    }
  }

  private void frame(int at, boolean isSequential) throws IOException {
    sequential = isSequential;
    frameAt = at;
    int bits = stream[at] & 0xff;
    if (bits != 8) {
      throw new OtherStreamException("its JPEG stream has " + bits + " bits per sample");
    }
    height = number(at + 1);
    width = number(at + 3);
    int components = stream[at + 5];
    frame.clear();
    for (int i = 0; i < components; i++) {
      int entry = at + 6 + 3 * i;
      int across = (stream[entry + 1] >> 4) & 15;
      int down = stream[entry + 1] & 15;
      if (across < 1 || across > 4 || down < 1 || down > 4) {
        throw new IOException("its JPEG stream has a sampling of " + across + " x " + down);
      }
      frame.add(
          new Component(stream[entry] & 0xff, across, down, stream[entry + 2] & 3, null, null));
    }
  }

  private void tables(int from, int end) throws IOException {
    int at = from;
    while (at < end) {
      int kind = stream[at];
      int values = 0;
      for (int i = 1; i <= 16; i++) {
        values += stream[at + i] & 0xff;
      }
      int next = Math.min(end, at + 17 + values);
      (kind >> 4 == 0 ? dc : ac)[kind & 3] = kept.huffman(stream, at, next);
      at = next;
    }
  }

  /** Keeps the first step of each quantisation table, that of the block's mean. */
  private void quantisers(int from, int end) {
    int at = from;
    while (at < end) {
      boolean wide = stream[at] >> 4 != 0;
      meanSteps[stream[at] & 3] = wide ? number(at + 1) : stream[at + 1] & 0xff;
      at += wide ? 129 : 65;
    }
  }

  private void scan(int at, int end) throws IOException {
    for (int i = 0; i < stream[at]; i++) {
      int id = stream[at + 1 + 2 * i] & 0xff;
      int selectors = stream[at + 2 + 2 * i];
      for (Component component : frame) {
        if (component.id() == id) {
          scan.add(
              new Component(
                  id,
                  component.across(),
                  component.down(),
                  meanSteps[component.quantiser()],
                  dc[(selectors >> 4) & 3],
                  ac[selectors & 3]));
        }
      }
    }
    scanAt = end;
    checkTables();
  }

  /** A stream without tables of its own needs those of the file, which may be lost. */
  private void checkTables() throws IOException {
    for (Component component : scan) {
      boolean codes = component.dc() != null && component.ac() != null;
      if (component.quantiser() == 0 || (sequential && !codes)) {
        throw new IOException("tables of its JPEG stream are missing");
      }
    }
  }

  private int number(int at) {
    return (stream[at] & 0xff) << 8 | (stream[at + 1] & 0xff);
  }

  /** Returns the stream itself, not a copy. */
  byte[] stream() {
    return stream;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int components() {
    return frame.size();
  }

  int restartInterval() {
    return restartInterval;
  }

  /** Returns where the height of the picture stands, in two bytes. */
  int heightAt() {
    return frameAt + 1;
  }

  /** Returns how many blocks of 8 the widest component has across in a unit; alone it has 1. */
  int mostAcross() {
    return scan.size() == 1 ? 1 : scan.stream().mapToInt(Component::across).max().orElse(1);
  }

  /** Returns how many blocks of 8 the highest component has down in a unit; alone it has 1. */
  int mostDown() {
    return scan.size() == 1 ? 1 : scan.stream().mapToInt(Component::down).max().orElse(1);
  }

  /** Returns where the codes of the first scan begin. */
  int scanAt() {
    return scanAt;
  }

  List<Component> scan() {
    return scan;
  }

  /** Returns whether one scan holds the whole picture, each block at once. */
  boolean inOneScan() {
    boolean tables = scan.stream().allMatch(c -> c.dc() != null && c.ac() != null);
    return sequential && !scan.isEmpty() && scan.size() == frame.size() && tables;
  }
}
