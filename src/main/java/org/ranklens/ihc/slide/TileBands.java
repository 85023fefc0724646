package org.ranklens.ihc.slide;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A tile without loss, unpacked in bands of rows, so that a strip of a whole slide takes no more
 * memory than a few tiles do.
 */
final class TileBands implements Closeable {

  /** A tile is mostly smaller: one band. */
  private static final int BAND_PIXELS = 1 << 20;

  /** LZW's longest strings are 4094 bytes for 12 bits; deflate reaches 1032, PackBits 64. */
  private static final long MOST_EXPANSION = 3_000;

  private static final int SPARE_BYTES = 16;

  private final TiffImage image;
  private final int rows;

  /** Whether more bytes than the tile needs are damage: the last strip may hold further rows. */
  private final boolean exact;

  /** One, or one for each sample. */
  private final List<Unpacking> streams = new ArrayList<>();

  private int top;
  private int bottom;

  private TileBands(TiffImage image, int tile) {
    this.image = image;
    rows = image.rows(tile);
    exact = !image.strips() || tile < image.tilesDown() - 1;
  }

  /**
   * Begins a tile.
   *
   * @throws IOException where what its table says can't be; the message says how, not where
   */
  static TileBands of(TiffFile file, TiffImage image, int tile) throws IOException {
    TileBands bands = new TileBands(image, tile);
    int planes = image.planar() ? image.samples() : 1;
    for (int plane = 0; plane < planes; plane++) {
      int index = plane * image.tilesAcross() * image.tilesDown() + tile;
      TileBytes bytes = image.tiles().bytes(file, index, image.mirrored());
      bands.check(bytes);
      bands.checkPlace(file, image.tiles().offset(index));
      bands.streams.add(TileDecoder.unpacking(image, bytes));
    }
    return bands;
  }

  private int rowBytes() {
    return image.tileWidth() * (image.planar() ? 1 : image.samples()) * image.bits() / 8;
  }

  /** Tells before anything is allocated that the bytes are too few or too many for the pixels. */
  private void check(TileBytes bytes) throws IOException {
    long length = (long) rowBytes() * rows;
    if (TileDecoder.isPacked(image)) {
      if (length > MOST_EXPANSION * (bytes.left() + 4)) {
        throw new IOException(bytes.left() + " bytes can't hold its " + length);
      }
      return;
    }
    long most = (long) rowBytes() * (exact ? rows : image.tileHeight());
    if (bytes.left() - most >= Math.max(rowBytes(), SPARE_BYTES)) {
      throw new IOException("it holds %s bytes, its pixels need %s".formatted(bytes.left(), most));
    }
  }

  /** Uncompressed pixels may be anything: of others their decoder tells that they are none. */
  private void checkPlace(TiffFile file, long offset) throws IOException {
    if (!TileDecoder.isPacked(image) && file.holdsTags(offset, (long) rowBytes() * rows)) {
      throw new IOException("it lies at byte " + offset + ", where the file has its tags");
    }
  }

  /** Goes on to the next band; returns whether there is one. */
  boolean next() throws IOException {
    top = bottom;
    bottom = Math.min(rows, top + Math.max(1, BAND_PIXELS / image.tileWidth()));
    return top < rows;
  }

  /** Returns its first row in the tile. */
  int top() {
    return top;
  }

  int height() {
    return bottom - top;
  }

  /** Unpacks the band. */
  RgbImage pixels() throws IOException {
    List<byte[]> samples = new ArrayList<>();
    for (Unpacking stream : streams) {
      samples.add(samples(stream));
    }
    return new RgbImage(image.tileWidth(), height(), rgb(samples));
  }

  /** Returns the next samples of a stream, of 8 bits each. */
  private byte[] samples(Unpacking stream) throws IOException {
    byte[] raw = new byte[Math.multiplyExact(rowBytes(), height())];
    int got = stream.read(raw, 0, raw.length);
    if (got < raw.length) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%d of its %d bytes are there",
              (long) rowBytes() * top + got,
              (long) rowBytes() * rows));
    }
    int across = rowBytes() * Byte.SIZE / image.bits();
    int step = streams.size() > 1 ? 1 : image.samples();
    if (image.bits() == 16) {
      int upper = image.littleEndian() ? 1 : 0;
      if (image.predictor() == 2) {
        Unpacking.undoWideDifferences(raw, across, height(), step, upper);
      }
      return upperBytes(raw, upper);
    }
    if (image.predictor() == 2) {
      Unpacking.undoDifferences(raw, across / step, height(), step);
    }
    return raw;
  }

  private static byte[] upperBytes(byte[] raw, int upper) {
    byte[] bytes = new byte[raw.length / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = raw[2 * i + upper];
    }
    return bytes;
  }

  /**
   * Puts samples together.
   *
   * @param samples of all channels, or of each
   */
  private byte[] rgb(List<byte[]> samples) {
    boolean inverted = image.photometric() == TileDecoder.WHITE_IS_ZERO;
    if (samples.size() == 1 && image.samples() == 3 && !inverted) {
      return samples.get(0);
    }
    byte[] rgb = new byte[3 * image.tileWidth() * height()];
    for (int channel = 0; channel < 3; channel++) {
      channel(samples, image.samples() == 1 ? 0 : channel, rgb, channel, 3, inverted);
    }
    if (image.alpha() != TiffImage.Alpha.NONE) {
      byte[] alpha = new byte[rgb.length / 3];
      channel(samples, 3, alpha, 0, 1, false);
      TileDecoder.onWhite(rgb, alpha, image.alpha() == TiffImage.Alpha.ASSOCIATED);
    }
    return rgb;
  }

  /** Copies the samples of a channel, so many bytes apart. */
  private void channel(
      List<byte[]> samples, int channel, byte[] to, int at, int step, boolean inverted) {
    boolean apart = samples.size() > 1;
    byte[] from = samples.get(apart ? channel : 0);
    int stride = apart ? 1 : image.samples();
    int mask = inverted ? 0xff : 0;
    for (int i = at, k = apart ? 0 : channel; i < to.length; i += step, k += stride) {
      to[i] = (byte) (from[k] ^ mask);
    }
  }

  /** Unpacks the rest for what its end tells of damage. */
  void finish() throws IOException {
    for (Unpacking stream : streams) {
      stream.finish(exact);
    }
  }

  @Override
  public void close() {
    streams.forEach(Unpacking::close);
  }
}
