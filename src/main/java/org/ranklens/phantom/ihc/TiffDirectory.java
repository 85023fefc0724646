package org.ranklens.phantom.ihc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One image file directory of a TIFF: the entries of one level, with the values behind them. */
final class TiffDirectory {

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int ASCII = 2;
  private static final int ENTRY_BYTES = 12;

  private final int width;
  private final int height;
  private final double pixelSizeMicrons;
  private final int quality;
  private final List<Long> tileOffsets = new ArrayList<>();
  private final List<Long> tileBytes = new ArrayList<>();

  TiffDirectory(int width, int height, double pixelSizeMicrons, int quality) {
    this.width = width;
    this.height = height;
    this.pixelSizeMicrons = pixelSizeMicrons;
    this.quality = quality;
  }

  static byte[] header(long firstDirectory) {
    byte[] header = {'I', 'I', 42, 0, 0, 0, 0, 0};
    littleEndian(header).putInt(4, Math.toIntExact(firstDirectory));
    return header;
  }

  void addTile(long offset, int length) {
    tileOffsets.add(offset);
    tileBytes.add((long) length);
  }

  /**
   * The directory as it stands at an offset, the next one following it at once unless it is last.
   */
  byte[] bytes(long offset, boolean reduced, boolean last) {
    List<Entry> entries = entries(reduced);
    int fixed = 2 + ENTRY_BYTES * entries.size() + 4;
    int total = fixed + entries.stream().mapToInt(Entry::bytesBehind).sum();
    byte[] bytes = new byte[total];
    ByteBuffer out = littleEndian(bytes).putShort((short) entries.size());
    int behind = fixed;
    for (Entry entry : entries) {
      out.putShort((short) entry.tag).putShort((short) entry.format).putInt(entry.count);
      if (entry.bytesBehind() == 0) {
        out.put(Arrays.copyOf(entry.value, 4));
      } else {
        out.putInt(Math.toIntExact(offset + behind));
        out.put(behind, entry.value);
        behind += entry.bytesBehind();
      }
    }
    out.putInt(last ? 0 : Math.toIntExact(offset + total));
    return bytes;
  }

  /** In ascending order of tags, as the standard wants it. */
  private List<Entry> entries(boolean reduced) {
    long perCentimetre = Math.round(10_000 / pixelSizeMicrons * 1000);
    List<Entry> entries = new ArrayList<>();
    entries.add(numbers(254, LONG, reduced ? 1L : 0L));
    entries.add(numbers(256, LONG, (long) width));
    entries.add(numbers(257, LONG, (long) height));
    entries.add(numbers(258, SHORT, 8L, 8L, 8L));
    entries.add(numbers(259, SHORT, 7L));
    entries.add(numbers(262, SHORT, 6L));
    if (!reduced) {
      byte[] text = "Ranklens phantom\0".getBytes(StandardCharsets.US_ASCII);
      entries.add(new Entry(270, ASCII, text.length, text));
    }
    entries.add(numbers(277, SHORT, 3L));
    entries.add(new Entry(282, RATIONAL, 1, rational(perCentimetre)));
    entries.add(new Entry(283, RATIONAL, 1, rational(perCentimetre)));
    entries.add(numbers(284, SHORT, 1L));
    entries.add(numbers(296, SHORT, 3L));
    entries.add(numbers(322, LONG, (long) PyramidTiff.TILE));
    entries.add(numbers(323, LONG, (long) PyramidTiff.TILE));
    entries.add(numbers(324, LONG, tileOffsets.toArray(Long[]::new)));
    entries.add(numbers(325, LONG, tileBytes.toArray(Long[]::new)));
    long subsampling = JpegTiles.subsampling(quality);
    entries.add(numbers(530, SHORT, subsampling, subsampling));
    return entries;
  }

  private static Entry numbers(int tag, int format, Long... values) {
    byte[] bytes = new byte[values.length * (format == SHORT ? 2 : 4)];
    ByteBuffer out = littleEndian(bytes);
    for (long value : values) {
      if (format == SHORT) {
        out.putShort((short) value);
      } else {
        out.putInt(Math.toIntExact(value));
      }
    }
    return new Entry(tag, format, values.length, bytes);
  }

  private static byte[] rational(long thousandths) {
    byte[] bytes = new byte[8];
    littleEndian(bytes).putInt(Math.toIntExact(thousandths)).putInt(1000);
    return bytes;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static final class Entry {
    private final int tag;
    private final int format;
    private final int count;
    private final byte[] value;

    Entry(int tag, int format, int count, byte[] value) {
      this.tag = tag;
      this.format = format;
      this.count = count;
      this.value = value;
    }

    /** What fits into four bytes stands in the entry itself. */
    int bytesBehind() {
      return value.length <= 4 ? 0 : value.length + (value.length & 1);
    }
  }
}
