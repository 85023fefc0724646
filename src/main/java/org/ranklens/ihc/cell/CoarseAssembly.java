package org.ranklens.ihc.cell;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.ranklens.ihc.stain.PlaneMemory;

/**
 * Puts the stains of an area in squares together from those that the tiles kept. Only what no tile
 * kept, since it has no nuclei, is read. The squares are the same to the last bit as if all were
 * read. It owns its arrays.
 */
final class CoarseAssembly {

  /** Rows of squares that are read at once. */
  private static final int STRIP_SQUARES = 128;

  private final CellGrid grid;
  private final List<Nucleus> nuclei;
  private final TileFrame.Core core;
  private final int edge;
  private final CoarseStains stains;
  private final boolean[] known;

  private CoarseAssembly(
      CellGrid grid,
      List<Nucleus> nuclei,
      TileFrame.Core area,
      TileFrame.Core core,
      PlaneMemory memory) {
    this.grid = grid;
    this.nuclei = nuclei;
    this.core = core;
    this.edge = CoarseStains.edge(grid.pixelSizeMicrons());
    this.stains = CoarseStains.empty(area.width(), area.height(), grid.frame(area, core), memory);
    this.known = new boolean[stains.width() * stains.height()];
  }

  /**
   * Returns the stains of an area.
   *
   * @param nuclei of the area, from the first label on
   * @param area of whole squares
   * @param core the part of it that is asked for
   * @param memory they are made in
   */
  static CoarseStains of(
      List<MeasuredNuclei> tiles,
      List<Nucleus> nuclei,
      TileFrame.Core area,
      TileFrame.Core core,
      CellGrid grid,
      StainReader slide,
      PlaneMemory memory)
      throws IOException {
    CoarseAssembly assembly = new CoarseAssembly(grid, nuclei, area, core, memory);
    for (MeasuredNuclei tile : tiles) {
      tile.patch().ifPresent(patch -> patch.copyTo(assembly.stains, assembly.known));
    }
    assembly.readRest(slide);
    assembly.label();
    return assembly.stains;
  }

  /** Reads what is unknown, some rows at a time: next to glass it may be nearly all of the area. */
  private void readRest(StainReader slide) throws IOException {
    PlaneMemory memory = new PlaneMemory();
    for (int top = 0; top < stains.height(); top += STRIP_SQUARES) {
      readRest(slide, top, Math.min(stains.height(), top + STRIP_SQUARES), memory);
      memory.release();
    }
  }

  /** Reads the smallest rectangle around what is unknown of some rows. */
  private void readRest(StainReader slide, int firstRow, int endRow, PlaneMemory memory)
      throws IOException {
    int width = stains.width();
    int left = width;
    int right = -1;
    int top = -1;
    int bottom = -1;
    for (int y = firstRow; y < endRow; y++) {
      for (int x = 0; x < width; x++) {
        if (!known[y * width + x]) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = top < 0 ? y : top;
          bottom = y;
        }
      }
    }
    if (right >= 0) {
      TileFrame frame = stains.frame();
      read(
          slide,
          new TileFrame.Core(
              frame.x() + left, frame.y() + top, frame.x() + right + 1, frame.y() + bottom + 1),
          memory);
    }
  }

  /** Reads some squares, as the slide counts them, and takes over those that are unknown. */
  private void read(StainReader slide, TileFrame.Core squares, PlaneMemory memory)
      throws IOException {
    TileFrame.Core area =
        new TileFrame.Core(
            squares.x0() * edge,
            squares.y0() * edge,
            Math.min(grid.width(), squares.x1() * edge),
            Math.min(grid.height(), squares.y1() * edge));
    CoarseStains read =
        CoarseStains.of(
            slide.read(area, memory),
            Nuclei.painted(nuclei, area, memory),
            grid.frame(area, core),
            memory);
    for (int y = squares.y0(); y < squares.y1(); y++) {
      int row = (y - stains.frame().y()) * stains.width() - stains.frame().x();
      for (int x = squares.x0(); x < squares.x1(); x++) {
        int to = row + x;
        if (!known[to]) {
          int from = (y - squares.y0()) * read.width() + x - squares.x0();
          stains.cytoplasm()[to] = read.cytoplasm()[from];
          stains.dab()[to] = read.dab()[from];
          stains.hematoxylin()[to] = read.hematoxylin()[from];
        }
      }
    }
  }

  /** Gives each square that is mostly nucleus the label of the first of its pixels that is one. */
  private void label() {
    byte[] first = new byte[known.length];
    Arrays.fill(first, Byte.MAX_VALUE);
    float half = edge * edge / 2f;
    for (int i = 0; i < nuclei.size(); i++) {
      PixelRuns mask = nuclei.get(i).mask();
      for (int run = 0; run < mask.count(); run++) {
        int row = Math.floorDiv(mask.row(run), edge) - stains.frame().y();
        if (row >= 0 && row < stains.height()) {
          label(i + 1, mask, run, row * stains.width(), first, half);
        }
      }
    }
  }

  private void label(int label, PixelRuns mask, int run, int row, byte[] first, float half) {
    int x = stains.frame().x();
    int from = Math.max(0, mask.begin(run) / edge - x);
    int to = Math.min(stains.width() - 1, (mask.end(run) - 1) / edge - x);
    for (int column = from; column <= to; column++) {
      int inSquare = Math.max(0, mask.begin(run) - (x + column) * edge);
      int place = mask.row(run) % edge * edge + inSquare;
      if (place < first[row + column] && stains.cytoplasm()[row + column] <= half) {
        first[row + column] = (byte) place;
        stains.labels()[row + column] = label;
      }
    }
  }
}
