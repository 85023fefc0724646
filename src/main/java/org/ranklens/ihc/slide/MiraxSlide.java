package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import org.ranklens.NativeOpenCv;
import org.ranklens.RefusedException;

/**
 * A MIRAX slide of 3DHISTECH's scanners: a {@code .mrxs}, which is a preview, beside a folder of
 * the same name with the photographs.
 */
final class MiraxSlide implements Slide {

  private static final byte WHITE = (byte) 0xff;
  private static final String EXTENSION = ".mrxs";
  private static final byte PNG = (byte) 0x89;

  /** Where its header has width and height (ISO/IEC 15948, section 11.2.2). */
  private static final int PNG_SIZE_AT = 16;

  private final MiraxData data;
  private final MiraxPyramid pyramid;
  private final SlideFacts facts;
  private final boolean skipBadTiles;
  private final String path;
  private final Set<String> bad = new ConcurrentSkipListSet<>();

  /** Memory of threads that read: as many as read at once. */
  private final Queue<JpegMemory> idle = new ConcurrentLinkedQueue<>();

  private MiraxSlide(
      Path file, MiraxScan scan, MiraxPyramid pyramid, MiraxData data, SlideOptions options) {
    this.path = file.toString();
    this.data = data;
    this.pyramid = pyramid;
    this.skipBadTiles = options.skipBadTiles();
    facts =
        new SlideFacts(
            file.getFileName().toString(),
            "mrxs",
            pyramid.levels().stream().map(MiraxLevel::level).toList(),
            options.pixelSize(scan.pixelSize()),
            scan.objectivePower(),
            "8-bit RGB, photographs in images of %d x %d"
                .formatted(scan.zooms().get(0).width(), scan.zooms().get(0).height()),
            List.of(),
            remarks(scan, pyramid.photos()));
  }

  private static List<String> remarks(MiraxScan scan, MiraxPhotos photos) {
    List<String> remarks = new ArrayList<>();
    int room = photos.columns() * photos.rows();
    remarks.add(
        "it is put together from %d of the %d photographs of its grid, placed %s; the rest is white"
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
    return List.copyOf(bad);
  }

  @Override
  public RgbImage read(Region region) throws IOException {
    region.checkWithin(levels().get(region.level()));
    MiraxLevel level = pyramid.levels().get(region.level());
    RgbImage target = RgbImage.blank(region.width(), region.height());
    Arrays.fill(target.rgb(), WHITE);
    JpegMemory memory = Optional.ofNullable(idle.poll()).orElseGet(JpegMemory::new);
    draw(level, region, target, memory);
    idle.add(memory);
    return target;
  }

  private void draw(MiraxLevel level, Region region, RgbImage target, JpegMemory memory)
      throws IOException {
    // An image of several photographs is asked for again and again; one of a part of one, once.
    boolean shared = level.zoom().tilesPerImage() > 1;
    Map<Long, Optional<TilePixels>> kept = new HashMap<>();
    for (TileLayout.Part part : level.layout().parts(region)) {
      long key = (long) part.row() << Integer.SIZE | part.column();
      Optional<TilePixels> image = shared ? kept.get(key) : null;
      if (image == null) {
        image = image(level, part.column(), part.row(), memory);
        if (shared) {
          image = image.map(MiraxSlide::copy);
          kept.put(key, image);
        }
      }
      image.ifPresent(pixels -> part.copy(pixels, region, target));
    }
  }

  private static TilePixels copy(TilePixels pixels) {
    RgbImage copy = RgbImage.blank(pixels.width(), pixels.height());
    pixels.copyTo(0, 0, copy, 0, 0, pixels.width(), pixels.height());
    return copy;
  }

  private Optional<TilePixels> image(MiraxLevel level, int column, int row, JpegMemory memory)
      throws IOException {
    try {
      Optional<MiraxExtent> extent = level.images().find(column, row);
      return extent.isEmpty()
          ? Optional.empty()
          : Optional.of(decode(data.read(extent.get()), level.zoom(), memory));
    } catch (IOException e) {
      int number = level.level().index();
      if (!skipBadTiles) {
        throw new CorruptTileException(path, number, column, row, e);
      }
      bad.add(String.format(Locale.ROOT, "level %d row %d column %d", number, row, column));
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
          "its PNG is not of %d x %d pixels".formatted(zoom.width(), zoom.height()));
    }
    return PlainImage.decode(bytes);
  }

  @Override
  public void close() throws IOException {
    data.close();
  }
}
