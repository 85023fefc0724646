package org.ranklens.ihc;

import java.util.List;
import org.ranklens.ihc.cell.StainLook;
import org.ranklens.ihc.cell.TileFrame;
import org.ranklens.ihc.cell.TissueMask;
import org.ranklens.ihc.score.ZoneCounts;
import org.ranklens.ihc.stain.StainImages;

/**
 * Counts the pixels of tissue per zone of DAB and region, by squares of the tissue mask, as the
 * tissue's area is. Whole numbers are added up, so the order of the tiles changes nothing.
 */
final class ZonePixels implements StainLook {

  private final TissueMask tissue;
  private final List<RegionTally> regions;

  ZonePixels(TissueMask tissue, List<RegionTally> regions) {
    this.tissue = tissue;
    this.regions = regions;
  }

  @Override
  public void look(StainImages images, TileFrame frame) {
    TileFrame.Core core = frame.core();
    int firstColumn = square(core.x0(), frame.bin(), tissue.columns());
    int firstRow = square(core.y0(), frame.bin(), tissue.rows());
    int columns = square(core.x1() - 1, frame.bin(), tissue.columns()) - firstColumn + 1;
    int rows = square(core.y1() - 1, frame.bin(), tissue.rows()) - firstRow + 1;
    int[] counts = new int[columns * rows * ZoneCounts.ZONES];
    int[] columnOf = new int[core.x1() - core.x0()];
    for (int x = core.x0(); x < core.x1(); x++) {
      columnOf[x - core.x0()] = square(x, frame.bin(), tissue.columns()) - firstColumn;
    }
    for (int y = core.y0(); y < core.y1(); y++) {
      int row = square(y, frame.bin(), tissue.rows()) - firstRow;
      int first = (y - frame.y()) * images.width() + core.x0() - frame.x();
      for (int x = 0; x < columnOf.length; ) {
        int begin = x;
        while (x < columnOf.length && columnOf[x] == columnOf[begin]) {
          x++;
        }
        int at = (row * columns + columnOf[begin]) * ZoneCounts.ZONES;
        ZoneCounts.count(images.dabOd(), first + begin, first + x, counts, at);
      }
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int from = (row * columns + column) * ZoneCounts.ZONES;
        add(firstColumn + column, firstRow + row, counts, from);
      }
    }
  }

  private int square(int bin, int binPx, int squares) {
    return Math.min(squares - 1, (int) ((bin + 0.5) * binPx / tissue.squarePx()));
  }

  private void add(int column, int row, int[] counts, int from) {
    if (!tissue.isTissue(column, row)) {
      return;
    }
    double x = (column + 0.5) * tissue.squarePx();
    double y = (row + 0.5) * tissue.squarePx();
    for (RegionTally region : regions) {
      if (region.holds(x, y)) {
        region.addZones(counts, from);
      }
    }
  }
}
