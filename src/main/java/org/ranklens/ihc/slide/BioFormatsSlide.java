package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ranklens.RefusedException;

/**
 * A slide read by Bio-Formats. Its readers are not thread-safe: each reading thread takes one from
 * a pool and gives it back, so that there are as many as threads that read at once.
 */
final class BioFormatsSlide implements Slide {

  /** A plane of Bio-Formats is read in bands, so that its own buffers stay small. */
  private static final int MOST_PIXELS_AT_ONCE = 1 << 24;

  private static final String DAMAGED =
      "it is damaged, or of a kind that Bio-Formats does not know";
  private static final String REMEDY =
      "copy it anew, or export it as TIFF from the scanner's viewer.";

  private final BioFormats bioFormats;
  private final Path file;

  /** Whether neighbouring files may belong to the slide. */
  private final boolean grouped;

  private final BioFormatsSeries series;
  private final BioFormatsPixels pixels;
  private final SlideFacts facts;
  private final BioFormatsTiles tiles;
  private final TileReading reading;
  private final boolean skipBadTiles;
  private final Deque<BioFormatsReader> idle = new ArrayDeque<>();
  private boolean closed;

  private BioFormatsSlide(
      BioFormats bioFormats,
      Path file,
      FileKind kind,
      Optional<DicomFrames> dicom,
      boolean grouped,
      BioFormats.Opened opened,
      SlideOptions options)
      throws IOException {
    this.bioFormats = bioFormats;
    this.file = file;
    this.grouped = grouped;
    skipBadTiles = options.skipBadTiles();
    reading = new TileReading(file.toString(), options);
    series = BioFormatsSeries.largest(bioFormats, opened);
    if (dicom.isPresent()) {
      BioFormatsTiles.checkAllFound(dicom.get(), series.levels().get(0));
    }
    if (kind == FileKind.TIFF) {
      TiffVendor.checkKnown(file, opened.reader().getFormat());
      TiffColours.check(file, series.levels().get(0));
    }
    pixels = BioFormatsPixels.of(bioFormats, opened.reader());
    facts = series.facts(bioFormats, opened, file, ownPixelSize(kind, dicom), pixels, options);
    tiles = BioFormatsTiles.of(file, kind, dicom, opened.reader(), series);
    idle.push(opened.reader());
  }

  /**
   * Opens a slide.
   *
   * @param kind what the file is
   */
  static BioFormatsSlide open(BioFormats bioFormats, Path file, FileKind kind, SlideOptions options)
      throws IOException {
    try {
      if (kind == FileKind.CZI) {
        CziSegments.check(file);
      }
      Optional<DicomFrames> dicom =
          kind == FileKind.DICOM ? Optional.of(DicomFrames.of(file)) : Optional.empty();
      boolean grouped = grouped(file, kind);
      BioFormats.Opened opened = bioFormats.open(file, grouped);
      try {
        return new BioFormatsSlide(bioFormats, file, kind, dicom, grouped, opened, options);
      } catch (IOException | RuntimeException e) {
        opened.reader().close();
        throw e;
      }
    } catch (RefusedException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new UnreadableException(
          file + ": can't be read by Bio-Formats: " + DAMAGED + words(e) + "; " + REMEDY,
          said(e),
          e);
    }
  }

  /** Returns the pixel size that the file has; a DICOM file may be another level than the first. */
  private PixelSize ownPixelSize(FileKind kind, Optional<DicomFrames> dicom) {
    return dicom
        .map(of -> of.header().pixelSize(series.levels().get(0).width()))
        .orElseGet(() -> kind == FileKind.TIFF ? OwnPixelSize.of(file) : PixelSize.unknown());
  }

  /**
   * A DICOM slide has a file for each level, and CZI is read wrongly if it must stand by itself; a
   * TIFF does, or one of a set would open another.
   */
  private static boolean grouped(Path file, FileKind kind) throws IOException {
    return switch (kind) {
      case TIFF -> OmePlanes.hasCompanion(file);
      case PLAIN -> false;
      default -> true;
    };
  }

  /** Returns what Bio-Formats says: its words are for programmers. */
  private static String words(Exception e) {
    return " (Bio-Formats says: " + said(e) + ")";
  }

  private static String said(Exception e) {
    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().strip();
    return why.endsWith(".") ? why.substring(0, why.length() - 1) : why;
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
    RgbImage picture = RgbImage.blank(region.width(), region.height());
    return reading.read(picture, false, (target, memory) -> draw(region, target, memory));
  }

  private void draw(Region region, RgbImage target, JpegMemory memory) throws IOException {
    StoredTiles stored = tiles.of(region.level());
    List<StoredTiles.Part> parts = stored.of(region);
    Set<StoredTiles.Part> bad = new HashSet<>();
    for (StoredTiles.Part part : parts) {
      Optional<IOException> trouble = stored.trouble(part, memory);
      if (trouble.isPresent()) {
        reading.leaveOut(region.level(), part.column(), part.row(), trouble.get());
        bad.add(part);
      }
    }
    if (bad.isEmpty()) {
      try {
        read(region, target);
        return;
      } catch (IOException | RuntimeException e) {
        if (!skipBadTiles) {
          throw unreadable(region, file, e);
        }
      }
    }
    for (StoredTiles.Part part : parts) {
      RgbImage of = bad.contains(part) ? white(part.part()) : piece(part);
      Region place = part.part();
      of.copyTo(
          0,
          0,
          target,
          place.x() - region.x(),
          place.y() - region.y(),
          place.width(),
          place.height());
    }
  }

  private static CorruptTileException unreadable(Region region, Path file, Exception e) {
    return new CorruptTileException(
        String.format(
            Locale.ROOT,
            "%s: level %d at x %d, y %d can't be read by Bio-Formats: %s%s.",
            file,
            region.level(),
            region.x(),
            region.y(),
            DAMAGED,
            words(e)),
        e);
  }

  /** Returns a tile's part, white where it can't be read. */
  private RgbImage piece(StoredTiles.Part part) throws IOException {
    Region region = part.part();
    RgbImage piece = RgbImage.blank(region.width(), region.height());
    try {
      read(region, piece);
      return piece;
    } catch (IOException | RuntimeException e) {
      reading.leaveOut(
          region.level(), part.column(), part.row(), new IOException(DAMAGED + words(e), e));
      return white(region);
    }
  }

  private static RgbImage white(Region region) {
    RgbImage white = RgbImage.blank(region.width(), region.height());
    Arrays.fill(white.rgb(), (byte) 0xff);
    return white;
  }

  private void read(Region region, RgbImage target) throws IOException {
    BioFormatsReader reader = take();
    try {
      read(reader, region, target);
    } catch (IOException | RuntimeException e) {
      // Its state is unknown now: only a reader that served well is used again.
      reader.close();
      throw e;
    }
    give(reader);
  }

  private void read(BioFormatsReader reader, Region region, RgbImage target) throws IOException {
    reader.setSeries(series.index());
    reader.setResolution(series.resolutions().get(region.level()));
    int rows = Math.max(1, MOST_PIXELS_AT_ONCE / region.width());
    for (int y = 0; y < region.height(); y += rows) {
      int high = Math.min(rows, region.height() - y);
      Region band = new Region(region.level(), region.x(), region.y() + y, region.width(), high);
      pixels.read(reader, band, target, y);
    }
    tiles.whiten(levels().get(region.level()), region, target);
  }

  private BioFormatsReader take() throws IOException {
    synchronized (idle) {
      if (closed) {
        throw new IllegalStateException("the slide is closed");
      }
      if (!idle.isEmpty()) {
        return idle.pop();
      }
    }
    return bioFormats.open(file, grouped).reader();
  }

  private void give(BioFormatsReader reader) throws IOException {
    synchronized (idle) {
      if (!closed) {
        idle.push(reader);
        return;
      }
    }
    reader.close();
  }

  @Override
  public void close() throws IOException {
    List<BioFormatsReader> all;
    synchronized (idle) {
      closed = true;
      all = new ArrayList<>(idle);
      idle.clear();
    }
    for (BioFormatsReader reader : all) {
      reader.close();
    }
    tiles.close();
  }
}
