package org.ranklens.ihc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ranklens.ihc.cell.Cell;
import org.ranklens.ihc.cell.CellBytes;

/**
 * The cells of a row of tiles, on the shelf until all are known. They leave sorted from the upper
 * edge down, so their order is the same for every tile size; only those of a narrow band across the
 * slide are in memory at once.
 */
final class CellRow {

  private static final int BANDS = 16;

  private static final Comparator<Cell> DOWNWARDS =
      Comparator.comparingDouble(Cell::yPx).thenComparingDouble(Cell::xPx);

  /** Takes cells, in order. */
  interface Taker {
    void take(Cell cell) throws IOException;
  }

  private final TileShelf shelf;
  private final List<List<TileShelf.Kept>> tiles = new ArrayList<>();

  CellRow(TileShelf shelf) {
    this.shelf = shelf;
  }

  /**
   * Puts the cells of one tile on a shelf, band by band.
   *
   * @param bin level-0 pixels per pixel of the tile
   */
  static List<TileShelf.Kept> kept(List<Cell> cells, Tile tile, int bin, TileShelf shelf) {
    List<List<Cell>> bands = new ArrayList<>();
    for (int band = 0; band < BANDS; band++) {
      bands.add(new ArrayList<>());
    }
    double top = (double) tile.core().y0() * bin;
    double height = (double) tile.core().y1() * bin - top;
    for (Cell cell : cells) {
      int band = (int) (BANDS * (cell.yPx() - top) / height);
      bands.get(Math.max(0, Math.min(BANDS - 1, band))).add(cell);
    }
    return bands.stream().map(band -> shelf.put(CellBytes.of(band))).toList();
  }

  /** Adds a tile of the row. */
  void add(List<TileShelf.Kept> tile) {
    tiles.add(tile);
  }

  /** Hands all cells on, and is empty again. */
  void emit(Taker taker) throws IOException {
    for (int band = 0; band < BANDS; band++) {
      List<Cell> cells = new ArrayList<>();
      for (List<TileShelf.Kept> tile : tiles) {
        cells.addAll(CellBytes.cells(shelf.get(tile.get(band))));
        shelf.drop(tile.get(band));
      }
      cells.sort(DOWNWARDS);
      for (Cell cell : cells) {
        taker.take(cell);
      }
    }
    tiles.clear();
  }
}
