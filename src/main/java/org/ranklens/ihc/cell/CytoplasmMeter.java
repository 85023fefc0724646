package org.ranklens.ihc.cell;

/** Takes the pixels close to a nucleus, but beyond its blur, and away from other cells. */
final class CytoplasmMeter {

  static final double INNER_MICRONS = 0.75;
  static final double OUTER_MICRONS = 2.5;

  private final CytoplasmGrowth growth;
  private final int stride;
  private final TileFrame frame;
  private final int inner;
  private final int outer;

  CytoplasmMeter(CytoplasmGrowth growth, TileFrame frame) {
    this.growth = growth;
    this.stride = growth.stride();
    this.frame = frame;
    this.inner = (int) Math.ceil(10 * frame.pixels(INNER_MICRONS));
    this.outer = (int) Math.floor(10 * frame.pixels(OUTER_MICRONS));
  }

  /** Returns the pixels that one cell's cytoplasm is read from. */
  PixelRuns ring(LabelRuns runs, int label) {
    PixelRuns.Gathering ring = new PixelRuns.Gathering();
    for (int run = runs.begin(label); run < runs.begin(label + 1); run++) {
      int row = runs.first(run) / stride;
      int y = frame.y() - CytoplasmGrowth.RIM + row;
      int toX = frame.x() - CytoplasmGrowth.RIM - row * stride;
      for (int p = runs.first(run); p < runs.end(run); p++) {
        int way = growth.tenthPixels(p);
        if (way >= inner && way <= outer && !growth.isBesideAnother(p)) {
          ring.add(p + toX, y);
        }
      }
    }
    return ring.runs();
  }
}
