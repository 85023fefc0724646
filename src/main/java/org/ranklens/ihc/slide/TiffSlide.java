package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ranklens.NativeOpenCv;
import org.ranklens.RefusedException;

/** A slide of the TIFF family, read tile by tile by the embedded reader. */
final class TiffSlide implements Slide {

  private static final byte WHITE = (byte) 0xff;

  /** A tile is some kilobytes, a strip some megabytes. */
  private static final long MOST_LOOKED_AT_BYTES = 64L << 20;

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
      refuseOtherJpeg(file, pyramid.image(0));
      return new TiffSlide(file, path.getFileName().toString(), pyramid, options);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** A kind of JPEG that nobody decodes here is told at once, by the first tile that is there. */
  private static void refuseOtherJpeg(TiffFile file, TiffImage image) throws IOException {
    if (image.compression() != TileDecoder.JPEG) {
      return;
    }
    TileTable tiles = image.tiles();
    for (int i = 0; i < tiles.count(); i++) {
      if (tiles.length(i) > 0 && tiles.length(i) <= MOST_LOOKED_AT_BYTES) {
        try {
          byte[] stream = file.read(tiles.offset(i), (int) tiles.length(i)).array();
          JpegHeader.of(JpegTile.complete(image, stream), image.jpegTables());
        } catch (OtherJpegException e) {
          throw new RefusedException(
              "can't be read by the embedded reader: " + e.getMessage(),
              file.name(),
              "",
              "write it anew with tiles of baseline JPEG, LZW or deflate");
        } catch (IOException e) {
          // A broken tile is told by its place when it is read.
        }
        return;
      }
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
    TiffPyramid.Stored stored = pyramid.stored().get(region.level());
    return reading.read(
        region,
        stored.layout().hasGaps(),
        (target, memory) -> draw(stored, region, target, memory));
  }

  private void draw(TiffPyramid.Stored stored, Region region, RgbImage target, JpegMemory memory)
      throws IOException {
    TilePixels tile = null;
    TileLayout.Part last = null;
    for (TileLayout.Part part : stored.layout().parts(region)) {
      if (last == null || part.column() != last.column() || part.row() != last.row()) {
        tile = tile(region.level(), stored.image(), part.column(), part.row(), memory);
      }
      last = part;
      part.copy(tile, region, target);
    }
  }

  private TilePixels tile(int level, TiffImage image, int column, int row, JpegMemory memory)
      throws IOException {
    int index = row * image.tilesAcross() + column;
    if (image.tiles().missing(index, pyramid.maker().leavesOut())) {
      boolean aperio = pyramid.maker() == TiffMaker.APERIO;
      return aperio && level > 0 ? fromLarger(level, image, column, row) : white(image, index);
    }
    try {
      return image.planar() ? planes(image, index, memory) : tile(image, index, memory);
    } catch (IOException e) {
      reading.leaveOut(level, column, row, e);
      return white(image, index);
    }
  }

  private static RgbImage white(TiffImage image, int index) {
    RgbImage blank = RgbImage.blank(image.tileWidth(), image.rows(index));
    Arrays.fill(blank.rgb(), WHITE);
    return blank;
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

  private RgbImage planes(TiffImage image, int index, JpegMemory memory) throws IOException {
    RgbImage merged = RgbImage.blank(image.tileWidth(), image.rows(index));
    RgbImage grey = RgbImage.blank(merged.width(), merged.height());
    for (int sample = 0; sample < 3; sample++) {
      plane(image, sample, index, memory, grey);
      for (int i = sample; i < merged.rgb().length; i += 3) {
        merged.rgb()[i] = grey.rgb()[i];
      }
    }
    if (image.alpha() != TiffImage.Alpha.NONE) {
      plane(image, 3, index, memory, grey);
      byte[] alpha = new byte[grey.width() * grey.height()];
      for (int i = 0; i < alpha.length; i++) {
        alpha[i] = grey.rgb()[3 * i];
      }
      TileDecoder.onWhite(merged.rgb(), alpha, image.alpha() == TiffImage.Alpha.ASSOCIATED);
    }
    return merged;
  }

  private void plane(TiffImage image, int sample, int index, JpegMemory memory, RgbImage grey)
      throws IOException {
    TilePixels tile = tile(image.sample(sample), index, memory);
    int width = Math.min(tile.width(), grey.width());
    tile.copyTo(0, 0, grey, 0, 0, width, Math.min(tile.height(), grey.height()));
  }

  private TilePixels tile(TiffImage image, int index, JpegMemory memory) throws IOException {
    long bytes = image.tiles().length(index);
    if (bytes < 1 || bytes > Integer.MAX_VALUE - 64 || bytes > file.size()) {
      throw new IOException("it claims " + bytes + " bytes");
    }
    image.tiles().checkApart(index, file.size());
    long offset = image.tiles().offset(index);
    if (offset < 0 || offset > file.size() - bytes) {
      throw new IOException(
          "its %d bytes at byte %s lie past the end of the file"
              .formatted(bytes, Long.toUnsignedString(offset)));
    }
    byte[] stream = file.read(offset, (int) bytes).array();
    return TileDecoder.decode(image, index, stream, memory);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
