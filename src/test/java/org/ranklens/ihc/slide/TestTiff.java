package org.ranklens.ihc.slide;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;
import org.ranklens.NativeOpenCv;

/** Writes a picture as TIFF in one of the forms that the reader must know. */
final class TestTiff {

  /** What a file is like. {@code tile} 0 stands for strips of 32 rows. */
  record Form(int tile, int compression, boolean planar, int bits, boolean bigEndian, boolean big) {

    static Form tiled(int compression) {
      return new Form(64, compression, false, 8, false, false);
    }
  }

  /** A tag beside those that every picture has; one of the same number takes its place. */
  static final class Extra {

    private final int tag;
    private final int type;
    private final int count;
    private final byte[] value;

    private Extra(int tag, int type, int count, byte[] value) {
      this.tag = tag;
      this.type = type;
      this.count = count;
      this.value = value;
    }

    static Extra text(int tag, String text) {
      byte[] value = text.getBytes(StandardCharsets.UTF_8);
      return new Extra(tag, 2, value.length, value);
    }

    /** Returns the same values, called another type of as many bytes. */
    Extra as(int another) {
      return new Extra(tag, another, count, value);
    }

    static Extra bytes(int tag, byte... value) {
      return new Extra(tag, 7, value.length, value);
    }

    static Extra rational(int tag, int numerator, int denominator) {
      ByteBuffer value = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
      return new Extra(tag, 5, 1, value.putInt(numerator).putInt(denominator).array());
    }

    static Extra numbers(int tag, int... numbers) {
      ByteBuffer value = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
      Arrays.stream(numbers).forEach(value::putInt);
      return new Extra(tag, 4, numbers.length, value.array());
    }
  }

  /** Makes a tile's JPEG stream. */
  @FunctionalInterface
  interface Encoder {
    byte[] encode(RgbImage tile);
  }

  private static final int STRIP_ROWS = 32;

  private final RgbImage image;
  private final Form form;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<Integer, long[]> tags = new TreeMap<>();
  private final Map<Integer, Extra> extras = new TreeMap<>();
  private final List<Long> offsets = new ArrayList<>();
  private final List<Long> counts = new ArrayList<>();
  private final Map<Integer, Integer> entryAt = new TreeMap<>();
  private byte[] bytes = new byte[0];
  private int directoryAt;
  private int linkAt;

  private final Encoder encoder;

  private TestTiff(RgbImage image, Form form, Encoder encoder, Extra... extras) {
    this.image = image;
    this.form = form;
    this.encoder = encoder;
    Arrays.stream(extras).forEach(extra -> this.extras.put(extra.tag, extra));
  }

  static TestTiff of(RgbImage image, Form form, Extra... extras) throws IOException {
    return of(image, form, TestTiff::jpeg, extras);
  }

  /** Writes tiles that an encoder makes, whatever the compression. */
  static TestTiff of(RgbImage image, Form form, Encoder encoder, Extra... extras)
      throws IOException {
    TestTiff tiff = new TestTiff(image, form, encoder, extras);
    tiff.out.write(new byte[form.big() ? 16 : 8]);
    tiff.write();
    tiff.header(tiff.directoryAt);
    return tiff;
  }

  /** Returns this file with a further picture, in a directory behind the last. */
  TestTiff and(RgbImage further, Form like, Extra... more) throws IOException {
    TestTiff tiff = new TestTiff(further, like, TestTiff::jpeg, more);
    tiff.out.write(bytes);
    tiff.write();
    tiff.order(ByteBuffer.wrap(tiff.bytes)).putInt(linkAt, tiff.directoryAt);
    return tiff;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** Returns where a tag's entry of 12 bytes stands. */
  int entryAt(int tag) {
    return entryAt.get(tag);
  }

  int tileAt(int tile) {
    return Math.toIntExact(offsets.get(tile));
  }

  /** Returns where the last tile ends; behind it stand values and directory. */
  int tilesEnd() {
    int last = offsets.size() - 1;
    return tileAt(last) + tileBytes(last);
  }

  int tileBytes(int tile) {
    return Math.toIntExact(counts.get(tile));
  }

  private void write() throws IOException {
    NativeOpenCv.load();
    int tileWidth = form.tile() == 0 ? image.width() : form.tile();
    int tileHeight = form.tile() == 0 ? STRIP_ROWS : form.tile();
    for (int plane = 0; plane < (form.planar() ? 3 : 1); plane++) {
      for (int y = 0; y < image.height(); y += tileHeight) {
        int rows = form.tile() == 0 ? Math.min(tileHeight, image.height() - y) : tileHeight;
        for (int x = 0; x < image.width(); x += tileWidth) {
          offsets.add((long) out.size());
          byte[] packed = pack(cut(x, y, tileWidth, rows), plane);
          out.write(packed);
          counts.add((long) packed.length);
        }
      }
    }
    boolean tiled = form.tile() != 0;
    put(TiffTag.IMAGE_WIDTH, image.width());
    put(TiffTag.IMAGE_LENGTH, image.height());
    put(TiffTag.BITS_PER_SAMPLE, form.bits(), form.bits(), form.bits());
    put(TiffTag.COMPRESSION, form.compression());
    put(TiffTag.PHOTOMETRIC, form.compression() == 7 ? 6 : 2);
    put(TiffTag.SAMPLES_PER_PIXEL, 3);
    put(TiffTag.PLANAR_CONFIGURATION, form.planar() ? 2 : 1);
    put(tiled ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS, array(offsets));
    put(tiled ? TiffTag.TILE_BYTE_COUNTS : TiffTag.STRIP_BYTE_COUNTS, array(counts));
    if (tiled) {
      put(TiffTag.TILE_WIDTH, tileWidth);
      put(TiffTag.TILE_LENGTH, tileHeight);
    } else {
      put(TiffTag.ROWS_PER_STRIP, STRIP_ROWS);
    }
    directory();
  }

  private static long[] array(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }

  private void put(int tag, long... values) {
    tags.put(tag, values);
  }

  private RgbImage cut(int x, int y, int width, int rows) {
    RgbImage tile = RgbImage.blank(width, rows);
    int wide = Math.min(width, image.width() - x);
    image.copyTo(x, y, tile, 0, 0, wide, Math.min(rows, image.height() - y));
    return tile;
  }

  private byte[] pack(RgbImage tile, int plane) {
    if (form.compression() == 7 || form.compression() > 33000) {
      return encoder.encode(tile);
    }
    byte[] samples = samples(tile, plane);
    return switch (form.compression()) {
      case 5 -> lzw(samples);
      case 8 -> deflate(samples);
      case 32773 -> packBits(samples);
      default -> samples;
    };
  }

  private byte[] samples(RgbImage tile, int plane) {
    int step = form.planar() ? 3 : 1;
    int wide = form.bits() / 8;
    byte[] samples = new byte[tile.rgb().length / step * wide];
    for (int i = 0; i < samples.length / wide; i++) {
      int upper = form.bigEndian() ? 0 : wide - 1;
      samples[i * wide + upper] = tile.rgb()[i * step + plane];
    }
    return samples;
  }

  /** TIFF 6.0, section 13: clear code first, the width grows one code early. */
  private static byte[] lzw(byte[] samples) {
    Codes codes = new Codes();
    Map<Integer, Integer> strings = new HashMap<>();
    codes.put(256, 9);
    int width = 9;
    int string = samples[0] & 0xff;
    for (int i = 1; i < samples.length; i++) {
      int longer = string << 8 | (samples[i] & 0xff);
      Integer known = strings.get(longer);
      if (known != null) {
        string = known;
        continue;
      }
      codes.put(string, width);
      int next = 258 + strings.size();
      strings.put(longer, next);
      string = samples[i] & 0xff;
      width = next == (1 << width) - 1 ? width + 1 : width;
      if (next == 4094) {
        codes.put(256, 12);
        strings.clear();
        width = 9;
      }
    }
    codes.put(string, width);
    codes.put(257, 258 + strings.size() == (1 << width) - 1 ? width + 1 : width);
    codes.put(0, 7);
    return codes.bytes.toByteArray();
  }

  /** Codes of several bits, the uppermost first. */
  private static final class Codes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long bits;
    private int held;

    void put(int code, int width) {
      bits = bits << width | code;
      for (held += width; held >= 8; held -= 8) {
        bytes.write((int) (bits >> (held - 8)));
      }
    }
  }

  private static byte[] deflate(byte[] samples) {
    Deflater deflater = new Deflater();
    deflater.setInput(samples);
    deflater.finish();
    byte[] packed = new byte[samples.length + 1000];
    int length = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }

  private static byte[] packBits(byte[] samples) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (int at = 0; at < samples.length; at += 100) {
      int length = Math.min(100, samples.length - at);
      packed.write(length - 1);
      packed.write(samples, at, length);
    }
    return packed.toByteArray();
  }

  static byte[] jpeg(RgbImage tile) {
    return jpeg(tile, Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420);
  }

  /** Encodes in YCbCr with a sampling of OpenCV's. */
  static byte[] jpeg(RgbImage tile, int sampling) {
    NativeOpenCv.load();
    Mat rgb = new Mat(tile.height(), tile.width(), CvType.CV_8UC3);
    rgb.put(0, 0, tile.rgb());
    org.opencv.imgproc.Imgproc.cvtColor(rgb, rgb, org.opencv.imgproc.Imgproc.COLOR_RGB2BGR);
    MatOfByte stream = new MatOfByte();
    MatOfInt quality =
        new MatOfInt(
            Imgcodecs.IMWRITE_JPEG_QUALITY, 95, Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR, sampling);
    Imgcodecs.imencode(".jpg", rgb, stream, quality);
    return stream.toArray();
  }

  private void directory() {
    ByteBuffer values = order(ByteBuffer.allocate(200_000));
    ByteBuffer entries = order(ByteBuffer.allocate(2_000));
    tags.forEach((tag, numbers) -> extras.putIfAbsent(tag, longs(tag, numbers)));
    if (form.big()) {
      entries.putLong(extras.size());
    } else {
      entries.putShort((short) extras.size());
    }
    int valuesAt = out.size();
    int inline = form.big() ? 8 : 4;
    directoryAt =
        valuesAt
            + extras.values().stream()
                .mapToInt(extra -> extra.value.length)
                .filter(length -> length > inline)
                .sum();
    for (Extra extra : extras.values()) {
      entryAt.put(extra.tag, directoryAt + entries.position());
      entries.putShort((short) extra.tag).putShort((short) extra.type);
      number(entries, extra.count);
      if (extra.value.length > inline) {
        number(entries, valuesAt + values.position());
        values.put(extra.value);
      } else {
        entries.put(Arrays.copyOf(extra.value, inline));
      }
    }
    linkAt = directoryAt + entries.position();
    number(entries, 0);
    out.write(values.array(), 0, values.position());
    out.write(entries.array(), 0, entries.position());
    bytes = out.toByteArray();
  }

  private Extra longs(int tag, long... numbers) {
    ByteBuffer value = order(ByteBuffer.allocate((form.big() ? 8 : 4) * numbers.length));
    Arrays.stream(numbers).forEach(number -> number(value, number));
    return new Extra(tag, form.big() ? 16 : 4, numbers.length, value.array());
  }

  private void number(ByteBuffer to, long value) {
    if (form.big()) {
      to.putLong(value);
    } else {
      to.putInt((int) value);
    }
  }

  private ByteBuffer order(ByteBuffer buffer) {
    return buffer.order(form.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  private void header(int directoryAt) {
    ByteBuffer head = order(ByteBuffer.wrap(bytes));
    head.put((form.bigEndian() ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
    head.putShort((short) (form.big() ? 43 : 42));
    if (form.big()) {
      head.putShort((short) 8).putShort((short) 0).putLong(directoryAt);
    } else {
      head.putInt(directoryAt);
    }
  }
}
