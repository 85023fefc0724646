package org.ranklens.ihc.slide;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ranklens.RefusedException;
import org.ranklens.plugin.PluginLibrary;

/** What of a slide that Bio-Formats reads can be told before: missing pieces, damaged tiles. */
final class BioFormatsTiles implements Closeable {

  /** Where nothing tells a tile's size, or it is absurd: a piece of this edge. */
  private static final int EDGE_PX = 512;

  private static final int LEAST_EDGE_PX = 64;
  private static final int MOST_EDGE_PX = 4096;

  private final List<StoredTiles> byLevel = new ArrayList<>();
  private final Optional<TiffTrials> tiff;
  private final DicomSet dicom;

  private BioFormatsTiles(Optional<TiffTrials> tiff, DicomSet dicom) {
    this.tiff = tiff;
    this.dicom = dicom;
  }

  /**
   * Looks at the file of a slide, and those beside it that belong to it.
   *
   * @param seen the file as far as it is DICOM and was looked at already
   * @throws RefusedException where something of it is missing
   */
  static BioFormatsTiles of(
      Path file,
      FileKind kind,
      Optional<DicomFrames> seen,
      BioFormatsReader reader,
      BioFormatsSeries series)
      throws IOException {
    DicomSet dicom = seen.isPresent() ? dicom(seen.get(), reader) : DicomSet.none();
    Optional<TiffTrials> tiff =
        kind == FileKind.TIFF ? Optional.of(TiffTrials.of(file)) : Optional.empty();
    BioFormatsTiles tiles = new BioFormatsTiles(tiff, dicom);
    for (Level level : series.levels()) {
      reader.setSeries(series.index());
      reader.setResolution(series.resolutions().get(level.index()));
      Optional<StoredTiles> known =
          dicom.tiles(level).or(() -> tiff.flatMap(of -> of.tiles(level)));
      int wide = edge(reader.getOptimalTileWidth());
      int high = edge(reader.getOptimalTileHeight());
      tiles.byLevel.add(known.orElseGet(() -> StoredTiles.untried(level, wide, high)));
    }
    return tiles;
  }

  private static DicomSet dicom(DicomFrames seen, BioFormatsReader reader) throws IOException {
    List<DicomFrames> files = new ArrayList<>();
    for (String used : reader.getUsedFiles()) {
      Path file = Path.of(used);
      files.add(seen.isOf(file) ? seen : DicomFrames.of(file));
    }
    return DicomSet.of(seen.file(), files);
  }

  /** Makes white what a level of a sparse slide does not have. */
  void whiten(Level level, Region region, RgbImage target) {
    dicom.whiten(level, region, target);
  }

  private static int edge(int told) {
    return told < LEAST_EDGE_PX || told > MOST_EDGE_PX ? EDGE_PX : told;
  }

  /** Bio-Formats before 6.8 takes each tile of a DICOM slide for a picture of its own. */
  static void checkAllFound(DicomFrames file, Level found) throws RefusedException {
    DicomHeader header = file.header();
    if (header.exceeds(found)) {
      throw new RefusedException(
          "is a slide of %s pixels, of which this Bio-Formats finds %s x %s"
              .formatted(header.matrix(), found.width(), found.height()),
          file.file().toString(),
          "",
          "take a newer Bio-Formats: " + PluginLibrary.BIOFORMATS.remedy());
    }
  }

  StoredTiles of(int level) {
    return byLevel.get(level);
  }

  @Override
  public void close() throws IOException {
    if (tiff.isPresent()) {
      tiff.get().close();
    }
  }
}
