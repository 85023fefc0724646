package org.ranklens.ihc.slide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ranklens.RefusedException;

/**
 * The files that Bio-Formats puts together as one DICOM slide: by the time of their acquisition and
 * the number of their series, which files of two slides may share.
 */
final class DicomSet {

  private static final byte WHITE = (byte) 0xff;

  private final List<DicomFrames> files;

  private DicomSet(List<DicomFrames> files) {
    this.files = files;
  }

  /**
   * Takes files as one slide.
   *
   * @param given the file that the user named
   * @throws RefusedException where they are not of one slide, or some of it is missing
   */
  static DicomSet of(Path given, List<DicomFrames> files) throws RefusedException {
    DicomSet set = new DicomSet(files.stream().filter(of -> of.header().isVolume()).toList());
    if (set.files.isEmpty()) {
      return set;
    }
    set.checkSeries(given);
    for (DicomFrames file : set.files) {
      set.checkAlone(file);
    }
    return set;
  }

  private void checkSeries(Path given) throws RefusedException {
    DicomFrames first = files.get(0);
    for (DicomFrames other : files) {
      if (!other.header().series().equals(first.header().series())) {
        throw new RefusedException(
            "is taken for one slide with %s by Bio-Formats, but they are of two series (%s and %s)"
                .formatted(
                    (other.isOf(given) ? first : other).file().getFileName(),
                    first.header().series(),
                    other.header().series()),
            given.toString(),
            "(0020,000E) SeriesInstanceUID",
            "put the files of each series into a folder of their own");
      }
    }
  }

  /** Checks that a level lies in one file, or in all files of its concatenation. */
  private void checkAlone(DicomFrames file) throws RefusedException {
    DicomHeader header = file.header();
    List<DicomFrames> level = files.stream().filter(other -> other.isAsLargeAs(file)).toList();
    if (header.isConcatenated()) {
      long frames = level.stream().mapToLong(of -> of.header().frames()).sum();
      boolean sparse = !header.frameColumnsAt().isEmpty();
      if (level.size() < header.concatenationTotal() || (!sparse && frames < header.tiles())) {
        throw new RefusedException(
            "is no whole DICOM slide: of the %s files of %s x %s pixels %s are beside it"
                .formatted(
                    header.concatenationTotal() == 0 ? "" : header.concatenationTotal(),
                    header.width(),
                    header.height(),
                    level.size()),
            file.file().toString(),
            "(0020,9163) InConcatenationTotalNumber",
            "put all files of its concatenation into one folder");
      }
    } else if (level.size() > 1) {
      throw new RefusedException(
          "has as many pixels as %s of the same series, and Bio-Formats shows neither"
              .formatted(level.get(level.get(0) == file ? 1 : 0).file().getFileName()),
          file.file().toString(),
          "(0048,0006) TotalPixelMatrixColumns",
          "leave one of them in the folder, such as one focal plane");
    }
  }

  /**
   * Returns the tiles of a level that can be tried out; empty where nothing can be told of them.
   */
  Optional<StoredTiles> tiles(Level level) {
    List<DicomFrames> of = files.stream().filter(file -> file.isOf(level)).toList();
    return of.size() == 1 ? of.get(0).tiles() : Optional.empty();
  }

  /** Makes white what no frame of a sparse level shows, where Bio-Formats leaves it black. */
  void whiten(Level level, Region region, RgbImage target) {
    List<DicomFrames> of = files.stream().filter(file -> file.isOf(level)).toList();
    boolean told =
        of.stream()
            .map(DicomFrames::header)
            .allMatch(header -> header.isTiledSparse() && !header.frameColumnsAt().isEmpty());
    if (of.isEmpty() || !told) {
      return;
    }
    boolean[] shown = new boolean[region.width() * region.height()];
    of.forEach(file -> file.places().mark(region, shown));
    for (int i = 0; i < shown.length; i++) {
      if (!shown[i]) {
        Arrays.fill(target.rgb(), 3 * i, 3 * i + 3, WHITE);
      }
    }
  }

  /** Those of a slide that is no DICOM. */
  static DicomSet none() {
    return new DicomSet(new ArrayList<>());
  }
}
