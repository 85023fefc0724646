package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.ranklens.RefusedException;
import org.ranklens.plugin.PluginLibrary;

/**
 * A slide read by Bio-Formats. Its readers are not thread-safe: each reading thread takes one from
 * a pool and gives it back, so that there are as many as threads that read at once.
 */
final class BioFormatsSlide implements Slide {

  /** A plane of Bio-Formats is read in bands, so that its own buffers stay small. */
  private static final int MOST_PIXELS_AT_ONCE = 1 << 24;

  private final BioFormats bioFormats;
  private final Path file;

  /** Whether neighbouring files may belong to the slide. */
  private final boolean grouped;

  private final BioFormatsSeries series;
  private final BioFormatsPixels pixels;
  private final SlideFacts facts;
  private final Deque<BioFormatsReader> idle = new ArrayDeque<>();
  private boolean closed;

  private BioFormatsSlide(
      BioFormats bioFormats,
      Path file,
      FileKind kind,
      boolean grouped,
      BioFormats.Opened opened,
      SlideOptions options)
      throws IOException {
    this.bioFormats = bioFormats;
    this.file = file;
    this.grouped = grouped;
    series = BioFormatsSeries.largest(bioFormats, opened);
    if (kind == FileKind.DICOM) {
      checkWhole(file, series.levels().get(0));
    }
    pixels = BioFormatsPixels.of(bioFormats, opened.reader());
    facts = series.facts(bioFormats, opened, file, kind, pixels, options);
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
      boolean grouped = grouped(file, kind);
      BioFormats.Opened opened = bioFormats.open(file, grouped);
      try {
        return new BioFormatsSlide(bioFormats, file, kind, grouped, opened, options);
      } catch (IOException | RuntimeException e) {
        opened.reader().close();
        throw e;
      }
    } catch (RefusedException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw failure(file, "can't be read by Bio-Formats", e);
    }
  }

  /** Bio-Formats before 6.8 takes each tile of a DICOM slide for a picture of its own. */
  private static void checkWhole(Path file, Level found) throws IOException {
    DicomHeader header = DicomHeader.of(file);
    if (header.exceeds(found)) {
      throw new RefusedException(
          "is a slide of %s pixels, of which this Bio-Formats finds %s x %s"
              .formatted(header.matrix(), found.width(), found.height()),
          file.toString(),
          "",
          "take a newer Bio-Formats: " + PluginLibrary.BIOFORMATS.remedy());
    }
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

  private static IOException failure(Path file, String what, Exception e) {
    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String text = why.strip();
    return new IOException(file + ": " + what + ": " + text + (text.endsWith(".") ? "" : "."), e);
  }

  @Override
  public SlideFacts facts() {
    return facts;
  }

  @Override
  public RgbImage read(Region region) throws IOException {
    region.checkWithin(levels().get(region.level()));
    RgbImage target = RgbImage.blank(region.width(), region.height());
    try {
      BioFormatsReader reader = take();
      try {
        read(reader, region, target);
      } catch (IOException | RuntimeException e) {
        // Its state is unknown now: only a reader that served well is used again.
        reader.close();
        throw e;
      }
      give(reader);
      return target;
    } catch (IOException | RuntimeException e) {
      String what =
          String.format(
              Locale.ROOT,
              "level %d at x %d, y %d can't be read by Bio-Formats",
              region.level(),
              region.x(),
              region.y());
      throw failure(file, what, e);
    }
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
  }
}
