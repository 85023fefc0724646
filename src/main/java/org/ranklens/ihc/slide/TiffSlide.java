package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ranklens.NativeOpenCv;

/** A slide of the TIFF family, read tile by tile by the embedded reader. */
final class TiffSlide implements Slide {

  private static final byte WHITE = (byte) 0xff;

  /** A stream of pixels that can't be packed is hardly larger than they are, but for its tables. */
  private static final long BYTES_A_PIXEL = 6;

  private static final long MOST_STREAM_BYTES = 1 << 20;

  private final TiffFile file;
  private final TiffPyramid pyramid;
  private final SlideFacts facts;
  private final TileReading reading;

  private TiffSlide(TiffFile file, String name, TiffPyramid pyramid, SlideOptions options)
      throws IOException {
    this.file = file;
    this.pyramid = pyramid;
    this.reading = new TileReading(file.name(), options);
    facts = TiffFacts.of(pyramid, name, options);
  }

  static TiffSlide open(Path path, SlideOptions options) throws IOException {
    NativeOpenCv.load();
    TiffFile file = TiffFile.open(path);
    try {
      TiffPyramid pyramid = TiffPyramid.of(file);
      FirstTile.check(file, pyramid.image(0));
      return new TiffSlide(file, path.getFileName().toString(), pyramid, options);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public SlideFacts facts() {
    return facts;
  }

  @Override
  public List<String> leftOut() {
    return reading.leftOut();
  }

  @Override
  public RgbImage read(Region region) throws IOException {
    region.checkWithin(levels().get(region.level()));
    return read(region, new byte[RgbImage.bytes(region.width(), region.height())]);
  }

  @Override
  public RgbImage read(Region region, byte[] room) throws IOException {
    region.checkWithin(levels().get(region.level()));
    TiffPyramid.Stored stored = pyramid.stored().get(region.level());
    return reading.read(
        new RgbImage(region.width(), region.height(), room),
        stored.layout().hasGaps(),
        (target, memory) -> draw(stored, region, target, memory));
  }

  private void draw(TiffPyramid.Stored stored, Region region, RgbImage target, JpegMemory memory)
      throws IOException {
    List<TileLayout.Part> parts = stored.layout().parts(region);
    int from = 0;
    for (int to = 1; to <= parts.size(); to++) {
      if (to == parts.size() || !parts.get(to).isOfTileOf(parts.get(from))) {
        draw(stored, parts.subList(from, to), region, target, memory);
        from = to;
      }
    }
  }

  /** Draws parts of one tile. */
  private void draw(
      TiffPyramid.Stored stored,
      List<TileLayout.Part> parts,
      Region region,
      RgbImage target,
      JpegMemory memory)
      throws IOException {
    TiffImage image = stored.image();
    int column = parts.get(0).column();
    int row = parts.get(0).row();
    int index = row * image.tilesAcross() + column;
    try {
      if (image.tiles().missing(index, pyramid.maker().leavesOut())) {
        if (pyramid.maker() == TiffMaker.APERIO && region.level() > 0) {
          copy(fromLarger(region.level(), image, column, row), parts, region, target);
        } else {
          parts.forEach(part -> part.fill(region, target, WHITE));
        }
      } else if (TileDecoder.isByRows(image)) {
        drawBands(image, index, parts, region, target);
      } else {
        copy(decoded(image, index, memory), parts, region, target);
      }
    } catch (CorruptTileException e) {
      throw e;
    } catch (IOException e) {
      reading.leaveOut(region.level(), column, row, e);
      parts.forEach(part -> part.fill(region, target, WHITE));
    }
  }

  private void drawBands(
      TiffImage image, int index, List<TileLayout.Part> parts, Region region, RgbImage target)
      throws IOException {
    try (TileBands bands = TileBands.of(file, image, index)) {
      while (bands.next()) {
        RgbImage band = bands.pixels();
        for (TileLayout.Part part : parts) {
          part.inRows(bands.top(), bands.height()).copy(band, region, target);
        }
      }
      bands.finish();
    }
  }

  private static void copy(
      TilePixels tile, List<TileLayout.Part> parts, Region region, RgbImage target) {
    parts.forEach(part -> part.copy(tile, region, target));
  }

  /** Aperio's encoder lost tiles of smaller levels now and then; the larger level has them. */
  private RgbImage fromLarger(int level, TiffImage image, int column, int row) throws IOException {
    Level larger = levels().get(level - 1);
    int index = row * image.tilesAcross() + column;
    double ratio = levels().get(level).downsample() / larger.downsample();
    int x = (int) Math.min(larger.width() - 1, column * image.tileWidth() * ratio);
    int y = (int) Math.min(larger.height() - 1, row * image.tileHeight() * ratio);
    int wide = image.shownWidth(index);
    int high = image.shownRows(index);
    int width = (int) Math.min(larger.width() - x, Math.ceil(wide * ratio));
    int height = (int) Math.min(larger.height() - y, Math.ceil(high * ratio));
    return Downsampling.to(read(new Region(level - 1, x, y, width, height)), wide, high);
  }

  /** Decodes a tile as a whole; each sample apart where they are planes. */
  private TilePixels decoded(TiffImage image, int index, JpegMemory memory) throws IOException {
    if (!image.planar()) {
      return TileDecoder.decode(image, index, stream(image, index), memory);
    }
    RgbImage merged = RgbImage.blank(image.tileWidth(), image.rows(index));
    byte[] alpha = new byte[image.alpha() == TiffImage.Alpha.NONE ? 0 : merged.rgb().length / 3];
    for (int sample = 0; sample < (alpha.length == 0 ? 3 : 4); sample++) {
      TiffImage plane = image.sample(sample);
      TilePixels grey = TileDecoder.decode(plane, index, stream(plane, index), memory);
      if (sample < 3) {
        plane(grey, merged, merged.rgb(), sample, 3);
      } else {
        plane(grey, merged, alpha, 0, 1);
      }
    }
    if (alpha.length > 0) {
      TileDecoder.onWhite(merged.rgb(), alpha, image.alpha() == TiffImage.Alpha.ASSOCIATED);
    }
    return merged;
  }

  /** Copies a grey tile, which may be cut at the edges, row by row, so many bytes apart. */
  private static void plane(TilePixels grey, RgbImage size, byte[] to, int at, int step) {
    int wide = Math.min(grey.width(), size.width());
    RgbImage row = RgbImage.blank(wide, 1);
    for (int y = 0; y < Math.min(grey.height(), size.height()); y++) {
      grey.copyTo(0, y, row, 0, 0, wide, 1);
      int first = y * size.width() * step + at;
      for (int x = 0; x < wide; x++) {
        to[first + x * step] = row.rgb()[3 * x];
      }
    }
  }

  private byte[] stream(TiffImage image, int index) throws IOException {
    TileBytes bytes = image.tiles().bytes(file, index, false);
    long most = MOST_STREAM_BYTES + BYTES_A_PIXEL * image.tileWidth() * image.tileHeight();
    if (bytes.left() > most) {
      throw new IOException("it claims " + bytes.left() + " bytes");
    }
    return bytes.takeAll();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
