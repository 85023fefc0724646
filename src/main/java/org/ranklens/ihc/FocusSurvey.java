package org.ranklens.ihc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.ranklens.Execution;
import org.ranklens.Progress;
import org.ranklens.ihc.cell.Artefact;
import org.ranklens.ihc.cell.Sharpness;
import org.ranklens.ihc.cell.TissueMask;
import org.ranklens.ihc.slide.Region;
import org.ranklens.ihc.slide.Slide;

/**
 * Finds where a slide is out of focus, against the slide's own sharpness: pieces of 64 micrometres,
 * one in nine where tissue is, and all of them around one that is not sharp.
 */
final class FocusSurvey {

  private static final double PIECE_MICRONS = 64;
  private static final double PIXEL_MICRONS = 0.5;

  /** Coarser pixels can't show the finest detail. */
  private static final double COARSEST_PIXEL_MICRONS = 0.65;

  private static final int SPARSE = 3;
  private static final double MOST_OF_TYPICAL = 0.63;
  private static final double MOST_FINENESS = 0.28;
  private static final int LEAST_PIECES = 3;
  private static final int LEAST_TELLING = 4;

  private final Slide slide;
  private final int bin;
  private final double pixelMicrons;
  private final int edgePx;
  private final int columns;
  private final int rows;
  private final Sharpness[] measured;

  private FocusSurvey(Slide slide, double pixelSizeMicrons) {
    this.slide = slide;
    this.bin = (int) Math.max(1, Math.round(PIXEL_MICRONS / pixelSizeMicrons));
    this.pixelMicrons = bin * pixelSizeMicrons;
    this.edgePx = bin * (int) Math.round(PIECE_MICRONS / pixelMicrons);
    this.columns = slide.full().width() / edgePx;
    this.rows = slide.full().height() / edgePx;
    this.measured = new Sharpness[columns * rows];
  }

  /**
   * What it found.
   *
   * @param tissue without what is out of focus
   * @param warning where the slide is out of focus as a whole
   */
  record Focus(TissueMask tissue, Optional<String> warning) {}

  static Focus of(Slide slide, TissueMask tissue, double pixelSizeMicrons, Execution execution)
      throws IOException {
    if (pixelSizeMicrons > COARSEST_PIXEL_MICRONS) {
      return new Focus(tissue, Optional.empty());
    }
    return new FocusSurvey(slide, pixelSizeMicrons).judge(tissue, execution);
  }

  private Focus judge(TissueMask tissue, Execution execution) throws IOException {
    List<Integer> looked = new ArrayList<>();
    int step = Math.min(columns, rows) < 3 * SPARSE ? 1 : SPARSE;
    for (int y = step / 2; y < rows; y += step) {
      for (int x = step / 2; x < columns; x += step) {
        if (isTissue(x, y, tissue)) {
          looked.add(y * columns + x);
        }
      }
    }
    List<Sharpness> seen = SurveyWork.on(looked, execution, this::sharpness);
    for (int i = 0; i < seen.size(); i++) {
      measured[looked.get(i)] = seen.get(i);
    }
    List<Integer> sparse = looked.stream().filter(piece -> measured[piece].tells()).toList();
    double[] fineness =
        sparse.stream().mapToDouble(piece -> measured[piece].fineness()).sorted().toArray();
    if (fineness.length < LEAST_TELLING) {
      return new Focus(tissue, Optional.empty());
    }
    double typical = fineness[fineness.length / 2];
    double least = Math.min(MOST_FINENESS, MOST_OF_TYPICAL * typical);
    BitSet blurred = grow(sparse, least, tissue, execution.progress());
    boolean[] squares = squares(tissue, groups(blurred));
    return new Focus(
        tissue.without(Artefact.OUT_OF_FOCUS, squares),
        typical < MOST_FINENESS
            ? Optional.of("most of the slide is out of focus: scan it again")
            : Optional.empty());
  }

  /** Measures a piece once, if tissue is there; tells whether it has detail to judge by. */
  private void measure(int x, int y, TissueMask tissue, List<Integer> telling, Progress progress)
      throws IOException {
    int piece = y * columns + x;
    if (measured[piece] != null || !isTissue(x, y, tissue)) {
      return;
    }
    progress.check();
    measured[piece] = sharpness(piece);
    if (measured[piece].tells()) {
      telling.add(piece);
    }
  }

  private boolean isTissue(int x, int y, TissueMask tissue) {
    return tissue.touches(x * edgePx, y * edgePx, edgePx, edgePx);
  }

  private Sharpness sharpness(int piece) throws IOException {
    int x = piece % columns;
    int y = piece / columns;
    Region region = new Region(0, x * edgePx, y * edgePx, edgePx, edgePx);
    return Sharpness.of(Binning.of(slide.read(region), bin), pixelMicrons);
  }

  /** Goes from the blurred pieces to their neighbours as far as these are blurred too. */
  private BitSet grow(List<Integer> sparse, double least, TissueMask tissue, Progress progress)
      throws IOException {
    BitSet blurred = new BitSet();
    List<Integer> open = new ArrayList<>();
    sparse.stream().filter(piece -> isBlurred(piece, least)).forEach(open::add);
    for (int next = 0; next < open.size(); next++) {
      int piece = open.get(next);
      blurred.set(piece);
      int x = piece % columns;
      int y = piece / columns;
      for (int v = Math.max(0, y - 1); v <= Math.min(rows - 1, y + 1); v++) {
        for (int u = Math.max(0, x - 1); u <= Math.min(columns - 1, x + 1); u++) {
          List<Integer> found = new ArrayList<>();
          measure(u, v, tissue, found, progress);
          found.stream().filter(other -> isBlurred(other, least)).forEach(open::add);
        }
      }
    }
    return blurred;
  }

  private boolean isBlurred(int piece, double least) {
    return measured[piece].tells() && measured[piece].fineness() < least;
  }

  /** Leaves groups of fewer pieces out: a smooth spot is no blur. */
  private BitSet groups(BitSet blurred) {
    BitSet kept = new BitSet();
    BitSet seen = new BitSet();
    for (int start = blurred.nextSetBit(0); start >= 0; start = blurred.nextSetBit(start + 1)) {
      List<Integer> group = new ArrayList<>();
      collect(blurred, start, seen, group);
      if (group.size() >= LEAST_PIECES) {
        group.forEach(kept::set);
      }
    }
    return kept;
  }

  private void collect(BitSet blurred, int start, BitSet seen, List<Integer> group) {
    if (seen.get(start)) {
      return;
    }
    seen.set(start);
    group.add(start);
    for (int next = 0; next < group.size(); next++) {
      int x = group.get(next) % columns;
      int y = group.get(next) / columns;
      for (int v = Math.max(0, y - 1); v <= Math.min(rows - 1, y + 1); v++) {
        for (int u = Math.max(0, x - 1); u <= Math.min(columns - 1, x + 1); u++) {
          int other = v * columns + u;
          if (blurred.get(other) && !seen.get(other)) {
            seen.set(other);
            group.add(other);
          }
        }
      }
    }
  }

  private boolean[] squares(TissueMask tissue, BitSet blurred) {
    boolean[] squares = new boolean[tissue.columns() * tissue.rows()];
    for (int row = 0; row < tissue.rows(); row++) {
      int y = (int) ((row + 0.5) * tissue.squarePx() / edgePx);
      for (int column = 0; column < tissue.columns(); column++) {
        int x = (int) ((column + 0.5) * tissue.squarePx() / edgePx);
        squares[row * tissue.columns() + column] =
            x < columns && y < rows && blurred.get(y * columns + x);
      }
    }
    return squares;
  }
}
