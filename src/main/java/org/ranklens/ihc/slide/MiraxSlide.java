package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ranklens.NativeOpenCv;
import org.ranklens.RefusedException;

/**
 * A MIRAX slide of 3DHISTECH's scanners: a {@code .mrxs}, which is a preview, beside a folder of
 * the same name with the photographs.
 */
final class MiraxSlide implements Slide {

  static final String EXTENSION = ".mrxs";
  private static final byte PNG = (byte) 0x89;

  /** Where its header has width and height (ISO/IEC 15948, section 11.2.2). */
  private static final int PNG_SIZE_AT = 16;

  private final MiraxData data;
  private final MiraxPyramid pyramid;
  private final SlideFacts facts;
  private final TileReading reading;

  private MiraxSlide(
      Path file, MiraxScan scan, MiraxPyramid pyramid, MiraxData data, SlideOptions options) {
    this.data = data;
    this.pyramid = pyramid;
    this.reading = new TileReading(file.toString(), options);
    facts =
        new SlideFacts(
            file.getFileName().toString(),
            "mrxs",
            pyramid.levels().stream().map(MiraxLevel::level).toList(),
            options.pixelSize(scan.pixelSize()),
            scan.objectivePower(),
            "8-bit RGB, photographs in images of %s x %s"
                .formatted(scan.zooms().get(0).width(), scan.zooms().get(0).height()),
            List.of(),
            remarks(scan, pyramid.photos()),
            List.of());
  }

  private static List<String> remarks(MiraxScan scan, MiraxPhotos photos) {
    List<String> remarks = new ArrayList<>();
    int room = photos.columns() * photos.rows();
    remarks.add(
        "it is put together from %s of the %s photographs of its grid, placed %s; the rest is white"
            .formatted(
                photos.takenCount(),
                room,
                scan.places().isPresent() ? "where the scanner says" : "by equal steps"));
    remarks.addAll(scan.remarks());
    return remarks;
  }

  /** Returns the folder with all that a slide consists of. */
  static Path folder(Path file) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.length() - EXTENSION.length()));
  }

  static Slide open(Path file, SlideOptions options) throws IOException {
    NativeOpenCv.load();
    Path folder = folder(file);
    if (!Files.isRegularFile(folder.resolve("Slidedat.ini"))) {
      throw new RefusedException(
          "is only the preview of its slide: the folder %s with Slidedat.ini is not beside it"
              .formatted(folder.getFileName()),
          file.toString(),
          "",
          "keep the file and the folder of the same name together");
    }
    MiraxScan scan = MiraxScan.read(folder);
    MiraxData data = MiraxData.open(scan.dataFiles());
    try {
      MiraxPyramid pyramid = MiraxPyramid.of(scan, MiraxIndex.read(scan), data);
      return new MiraxSlide(file, scan, pyramid, data, options);
    } catch (IOException | RuntimeException e) {
      data.close();
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
    MiraxLevel level = pyramid.levels().get(region.level());
    RgbImage picture = new RgbImage(region.width(), region.height(), room);
    return reading.read(picture, true, (target, memory) -> draw(level, region, target, memory));
  }

  private void draw(MiraxLevel level, Region region, RgbImage target, JpegMemory memory)
      throws IOException {
    // An image of several photographs is asked for again and again; one of a part of one, once.
    boolean shared = level.zoom().tilesPerImage() > 1;
    Map<Long, Optional<TilePixels>> kept = new HashMap<>();
    for (TileLayout.Part part : level.layout().parts(region)) {
      long place = ((long) part.row() << Integer.SIZE) | part.column();
      if (!shared || !kept.containsKey(place)) {
        Optional<TilePixels> image = image(level, part.column(), part.row(), memory);
        // What lies in the thread's memory is gone with the next image.
        kept.put(place, shared ? image.map(MiraxSlide::copy) : image);
      }
      kept.get(place).ifPresent(pixels -> part.copy(pixels, region, target));
    }
  }

  private static TilePixels copy(TilePixels pixels) {
    RgbImage copy = RgbImage.blank(pixels.width(), pixels.height());
    pixels.copyTo(0, 0, copy, 0, 0, pixels.width(), pixels.height());
    return copy;
  }

  /** Returns an image, empty where there is none, or none that can be decoded. */
  private Optional<TilePixels> image(MiraxLevel level, int column, int row, JpegMemory memory)
      throws IOException {
    try {
      Optional<MiraxExtent> extent = level.images().find(column, row);
      return extent.isEmpty()
          ? Optional.empty()
          : Optional.of(decode(data.read(extent.get()), level.zoom(), memory));
    } catch (IOException e) {
      reading.leaveOut(level.level().index(), column, row, e);
      return Optional.empty();
    }
  }

  private static TilePixels decode(byte[] bytes, MiraxZoom zoom, JpegMemory memory)
      throws IOException {
    if (bytes[0] != PNG) {
      return JpegTile.decode(bytes, zoom.width(), zoom.height(), memory);
    }
    ByteBuffer head = ByteBuffer.wrap(bytes);
    boolean fits =
        bytes.length > PNG_SIZE_AT + 2 * Integer.BYTES
            && head.getInt(PNG_SIZE_AT) == zoom.width()
            && head.getInt(PNG_SIZE_AT + Integer.BYTES) == zoom.height();
    if (!fits) {
      throw new IOException(
          "its PNG is not of %s x %s pixels".formatted(zoom.width(), zoom.height()));
    }
    return PlainImage.decode(bytes);
  }

  @Override
  public void close() throws IOException {
    data.close();
  }
}
