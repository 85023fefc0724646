package org.ranklens.ihc.cell;

import java.util.Arrays;
import org.ranklens.ihc.stain.PlaneMemory;
import org.ranklens.ihc.stain.StainImages;

/**
 * Stains and nuclei of an area in squares of about a micrometre: what the grouping of nuclei looks
 * at is smoothed by as much anyhow. The squares begin at the slide's corner, so that no tiling
 * moves them. It owns its arrays.
 */
final class CoarseStains {

  private static final double SQUARE_MICRONS = 1;

  private final TileFrame frame;
  private final int width;
  private final int height;
  private final int[] labels;
  private final float[] cytoplasm;
  private final float[] dab;
  private final float[] hematoxylin;

  /** Takes over planes; the frame is one of squares. */
  CoarseStains(
      TileFrame frame,
      int width,
      int[] labels,
      float[] cytoplasm,
      float[] dab,
      float[] hematoxylin) {
    this(frame, width, labels.length / width, labels, cytoplasm, dab, hematoxylin);
  }

  private CoarseStains(
      TileFrame frame,
      int width,
      int height,
      int[] labels,
      float[] cytoplasm,
      float[] dab,
      float[] hematoxylin) {
    this.frame = frame;
    this.width = width;
    this.height = height;
    this.labels = labels;
    this.cytoplasm = cytoplasm;
    this.dab = dab;
    this.hematoxylin = hematoxylin;
  }

  /** Returns the edge of a square in pixels. */
  static int edge(double pixelSizeMicrons) {
    return (int) Math.max(1, Math.round(SQUARE_MICRONS / pixelSizeMicrons));
  }

  /** Returns the smallest area of whole squares around, cut off where the slide ends. */
  static TileFrame.Core aligned(TileFrame.Core area, CellGrid grid) {
    int edge = edge(grid.pixelSizeMicrons());
    return new TileFrame.Core(
        area.x0() / edge * edge,
        area.y0() / edge * edge,
        Math.min(grid.width(), (area.x1() + edge - 1) / edge * edge),
        Math.min(grid.height(), (area.y1() + edge - 1) / edge * edge));
  }

  /**
   * Sums up the stains of an aligned area.
   *
   * @param labels of nuclei, per pixel
   * @param fine lies where a square begins
   */
  static CoarseStains of(StainImages images, int[] labels, TileFrame fine, PlaneMemory memory) {
    int edge = edge(fine.pixelSizeMicrons());
    CoarseStains coarse = empty(images.width(), images.height(), fine, memory);
    for (int y = 0; y < images.height(); y++) {
      coarse.addRow(images, labels, y, edge);
    }
    coarse.settle(images, labels, edge);
    return coarse;
  }

  /**
   * Returns squares without stains or nuclei.
   *
   * @param pixelsWide of the area
   * @param fine lies where a square begins
   */
  static CoarseStains empty(int pixelsWide, int pixelsHigh, TileFrame fine, PlaneMemory memory) {
    int edge = edge(fine.pixelSizeMicrons());
    int width = (pixelsWide + edge - 1) / edge;
    int height = (pixelsHigh + edge - 1) / edge;
    TileFrame frame =
        new TileFrame(
            fine.x() / edge,
            fine.y() / edge,
            fine.core(),
            fine.bin() * edge,
            fine.pixelSizeMicrons() * edge);
    CoarseStains stains =
        new CoarseStains(
            frame,
            width,
            height,
            memory.ints(width * height),
            memory.floats(width * height),
            memory.floats(width * height),
            memory.floats(width * height));
    Arrays.fill(stains.labels, 0, width * height, 0);
    Arrays.fill(stains.cytoplasm, 0, width * height, 0);
    Arrays.fill(stains.dab, 0, width * height, 0);
    Arrays.fill(stains.hematoxylin, 0, width * height, 0);
    return stains;
  }

  /** Returns the squares that begin in an area, as the slide counts them. */
  static TileFrame.Core squares(TileFrame.Core area, CellGrid grid) {
    int edge = edge(grid.pixelSizeMicrons());
    return new TileFrame.Core(
        (area.x0() + edge - 1) / edge,
        (area.y0() + edge - 1) / edge,
        (area.x1() + edge - 1) / edge,
        (area.y1() + edge - 1) / edge);
  }

  private void addRow(StainImages images, int[] fine, int y, int edge) {
    float[] dabOd = images.dabOd();
    float[] hematoxylinOd = images.hematoxylinOd();
    int from = y * images.width();
    int to = y / edge * width;
    for (int x = 0; x < images.width(); x += edge, to++) {
      int end = from + Math.min(images.width(), x + edge);
      int pixels = 0;
      float dabSum = dab[to];
      float hematoxylinSum = hematoxylin[to];
      for (int p = from + x; p < end; p++) {
        if (fine[p] == 0) {
          pixels++;
          dabSum += dabOd[p];
          hematoxylinSum += hematoxylinOd[p];
        }
      }
      cytoplasm[to] += pixels;
      dab[to] = dabSum;
      hematoxylin[to] = hematoxylinSum;
    }
  }

  /** A square is a nucleus where at least half of it is one. */
  private void settle(StainImages images, int[] fine, int edge) {
    float half = edge * edge / 2f;
    for (int q = 0; q < width * height; q++) {
      if (cytoplasm[q] <= half) {
        labels[q] = first(images, fine, q % width * edge, q / width * edge, edge);
      }
    }
  }

  private static int first(StainImages images, int[] fine, int left, int top, int edge) {
    for (int y = top; y < Math.min(images.height(), top + edge); y++) {
      for (int x = left; x < Math.min(images.width(), left + edge); x++) {
        if (fine[y * images.width() + x] > 0) {
          return fine[y * images.width() + x];
        }
      }
    }
    return 0;
  }

  /** Returns a shape in squares. */
  static Ellipse shape(Ellipse fine, int edge) {
    double squared = (double) edge * edge;
    return new Ellipse(
        fine.area() / squared,
        fine.x() / edge,
        fine.y() / edge,
        fine.varianceX() / squared,
        fine.varianceY() / squared,
        fine.covariance() / squared);
  }

  /** Returns where the squares lie. */
  TileFrame frame() {
    return frame;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Returns the nucleus of each square, 0 where there is none; not a copy. */
  int[] labels() {
    return labels;
  }

  /** Returns the pixels of each square that are no nucleus; not a copy. */
  float[] cytoplasm() {
    return cytoplasm;
  }

  /** Returns the sum of DAB over these pixels; not a copy. */
  float[] dab() {
    return dab;
  }

  /**
   * Returns the mean DAB over these pixels: nuclei neither pale nor darken what is beside them.
   * Where a square is all nucleus, what lies around it is told.
   *
   * @param memory that the mean is of
   */
  float[] meanDab(PlaneMemory memory) {
    int squares = width * height;
    float[] mean = SquareFilter.thirds(dab, width, height, memory.floats(squares));
    float[] share = SquareFilter.thirds(cytoplasm, width, height, memory.floats(squares));
    SquareFilter.ratio(mean, share, squares, mean);
    memory.giveBack(share);
    for (int q = 0; q < squares; q++) {
      if (cytoplasm[q] > 0) {
        mean[q] = dab[q] / cytoplasm[q];
      }
    }
    return mean;
  }

  /** Returns the sum of haematoxylin over these pixels; not a copy. */
  float[] hematoxylin() {
    return hematoxylin;
  }
}
