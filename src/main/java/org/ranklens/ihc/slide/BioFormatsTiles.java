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

  private BioFormatsTiles(Optional<TiffTrials> tiff) {
    this.tiff = tiff;
  }

  /**
   * Looks at the file of a slide, and those beside it that belong to it.
   *
   * @throws RefusedException where something of it is missing
   */
  static BioFormatsTiles of(
      Path file, FileKind kind, BioFormatsReader reader, BioFormatsSeries series)
      throws IOException {
    List<DicomFrames> frames = new ArrayList<>();
    if (kind == FileKind.DICOM) {
      for (String used : reader.getUsedFiles()) {
        frames.add(DicomFrames.of(Path.of(used)));
      }
    }
    Optional<TiffTrials> tiff =
        kind == FileKind.TIFF ? Optional.of(TiffTrials.of(file)) : Optional.empty();
    BioFormatsTiles tiles = new BioFormatsTiles(tiff);
    for (Level level : series.levels()) {
      reader.setSeries(series.index());
      reader.setResolution(series.resolutions().get(level.index()));
      Optional<StoredTiles> known =
          frames.stream()
              .filter(of -> of.isOf(level))
              .findFirst()
              .flatMap(DicomFrames::tiles)
              .or(() -> tiff.flatMap(of -> of.tiles(level)));
      int wide = edge(reader.getOptimalTileWidth());
      int high = edge(reader.getOptimalTileHeight());
      tiles.byLevel.add(known.orElseGet(() -> StoredTiles.untried(level, wide, high)));
    }
    return tiles;
  }

  private static int edge(int told) {
    return told < LEAST_EDGE_PX || told > MOST_EDGE_PX ? EDGE_PX : told;
  }

  /** Bio-Formats before 6.8 takes each tile of a DICOM slide for a picture of its own. */
  static void checkAllFound(Path file, Level found) throws IOException {
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
