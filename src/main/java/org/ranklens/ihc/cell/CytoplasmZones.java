package org.ranklens.ihc.cell;

import java.util.Arrays;

/** The mean DAB of parts of a cell that its ring does not show. It owns its array. */
final class CytoplasmZones {

  /** Further out, what grew is mostly the neighbours' or nobody's. */
  private static final double FURTHEST_MICRONS = 4;

  private final CytoplasmGrowth growth;
  private final int stride;
  private final float[] dab;
  private final int width;
  private final int nucleusWay;
  private final int ringWay;
  private final int outerWay;

  /** The cell that is looked at, with a rim of two pixels. */
  private boolean[] inCell = new boolean[64 * 64];

  CytoplasmZones(CytoplasmGrowth growth, float[] dab, int width, TileFrame frame) {
    this.growth = growth;
    this.stride = growth.stride();
    this.dab = dab;
    this.width = width;
    this.nucleusWay = (int) (10 * frame.pixels(CytoplasmMeter.INNER_MICRONS));
    this.ringWay = (int) (10 * frame.pixels(CytoplasmMeter.OUTER_MICRONS));
    this.outerWay = (int) (10 * frame.pixels(FURTHEST_MICRONS));
  }

  /** Returns the mean of what grew beyond the ring, away from other cells, or {@code other}. */
  double furtherOut(LabelRuns runs, int label, double other) {
    double sum = 0;
    int count = 0;
    for (int run = runs.begin(label); run < runs.begin(label + 1); run++) {
      int row = runs.first(run) / stride;
      int toDab = (row - 1) * width - 1 - row * stride;
      for (int p = runs.first(run); p < runs.end(run); p++) {
        int way = growth.tenthPixels(p);
        if (way > ringWay && way <= outerWay && !growth.isBesideAnother(p)) {
          sum += dab[p + toDab];
          count++;
        }
      }
    }
    return count == 0 ? other : sum / count;
  }

  /** Returns the mean of what lies well inside of a cell's outline, or {@code other}. */
  double inner(PixelRuns cell, TileFrame frame, double other) {
    TileFrame.Core box = cell.box();
    int across = box.width() + 4;
    paint(cell, box, across);
    double sum = 0;
    int count = 0;
    for (int run = 0; run < cell.count(); run++) {
      int q = (cell.row(run) - box.y0() + 2) * across + cell.begin(run) - box.x0() + 2;
      int y = cell.row(run) - frame.y();
      int p = (y + 1) * stride + cell.begin(run) - frame.x() + 1;
      int toDab = y * width + cell.begin(run) - frame.x() - p;
      for (int end = p + cell.end(run) - cell.begin(run); p < end; p++, q++) {
        if (growth.tenthPixels(p) > nucleusWay && isInner(q, across)) {
          sum += dab[p + toDab];
          count++;
        }
      }
    }
    return count == 0 ? other : sum / count;
  }

  private void paint(PixelRuns cell, TileFrame.Core box, int across) {
    int pixels = across * (box.height() + 4);
    if (inCell.length < pixels) {
      inCell = new boolean[pixels];
    } else {
      Arrays.fill(inCell, 0, pixels, false);
    }
    for (int run = 0; run < cell.count(); run++) {
      int q = (cell.row(run) - box.y0() + 2) * across - box.x0() + 2;
      Arrays.fill(inCell, q + cell.begin(run), q + cell.end(run), true);
    }
  }

  private boolean isInner(int q, int across) {
    return inCell[q - 2]
        && inCell[q + 2]
        && inCell[q - 2 * across]
        && inCell[q + 2 * across]
        && inCell[q - across - 1]
        && inCell[q - across + 1]
        && inCell[q + across - 1]
        && inCell[q + across + 1];
  }
}
