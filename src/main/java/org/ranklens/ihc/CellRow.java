package org.ranklens.ihc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ranklens.ihc.cell.Cell;
import org.ranklens.ihc.cell.CellBytes;

/**
 * The cells of a row of blocks of tiles, on the shelf until all are known. They leave sorted from
 * the upper edge down, so their order is the same for every tile size; only those of a narrow band
 * across the slide are in memory at once.
 */
final class CellRow {

  private static final int BANDS = 32;

  private static final Comparator<Cell> DOWNWARDS =
      Comparator.comparingDouble(Cell::yPx).thenComparingDouble(Cell::xPx);

  /** Takes cells, in order. */
  interface Taker {
    void take(Cell cell) throws IOException;
  }

  private final TileShelf shelf;
  private final List<List<TileShelf.Kept>> blocks = new ArrayList<>();

  CellRow(TileShelf shelf) {
    this.shelf = shelf;
  }

  /**
   * Puts the cells of one block on a shelf, band by band.
   *
   * @param top of all blocks of the row, in level-0 pixels
   * @param height of a whole block
   */
  static List<TileShelf.Kept> kept(List<Cell> cells, double top, double height, TileShelf shelf) {
    List<List<Cell>> bands = new ArrayList<>();
    for (int band = 0; band < BANDS; band++) {
      bands.add(new ArrayList<>());
    }
    for (Cell cell : cells) {
      int band = (int) (BANDS * (cell.yPx() - top) / height);
      bands.get(Math.max(0, Math.min(BANDS - 1, band))).add(cell);
    }
    return bands.stream().map(band -> shelf.put(CellBytes.of(band))).toList();
  }

  /** Adds a block of the row. */
  void add(List<TileShelf.Kept> block) {
    blocks.add(block);
  }

  /** Hands all cells on, and is empty again. */
  void emit(Taker taker) throws IOException {
    for (int band = 0; band < BANDS; band++) {
      List<Cell> cells = new ArrayList<>();
      for (List<TileShelf.Kept> block : blocks) {
        cells.addAll(CellBytes.cells(shelf.get(block.get(band))));
        shelf.drop(block.get(band));
      }
      cells.sort(DOWNWARDS);
      for (Cell cell : cells) {
        taker.take(cell);
      }
    }
    blocks.clear();
  }
}
