package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ranklens.ihc.stain.StainImages;

/** Puts nuclei, cytoplasm and groups together to cells. */
final class CellAssembly {

  private final Nuclei nuclei;
  private final int[] cellLabels;
  private final CellPixels pixels;
  private final StainImages images;
  private final TileFrame frame;
  private final CytoplasmMeter meter;
  private final List<float[]> values;
  private final OutlineTracer nucleusTracer;

  CellAssembly(
      Nuclei nuclei,
      CytoplasmGrowth growth,
      CellPixels pixels,
      StainImages images,
      TileFrame frame,
      CytoplasmMeter meter,
      List<float[]> values) {
    this.nuclei = nuclei;
    this.cellLabels = growth.labels().clone();
    this.pixels = pixels;
    this.images = images;
    this.frame = frame;
    this.meter = meter;
    this.values = values;
    this.nucleusTracer = new OutlineTracer(nuclei.labels(), images.width());
  }

  /** Returns the cells of the core, from the upper edge down. */
  List<Cell> cells(List<int[]> giants) {
    boolean[] taken = new boolean[nuclei.count()];
    for (int[] group : giants) {
      for (int member : group) {
        taken[member] = true;
      }
      relabel(group);
    }
    List<Cell> cells = new ArrayList<>();
    for (int[] group : giants) {
      add(cells, group, Population.MULTINUCLEATED);
    }
    for (int i = 0; i < nuclei.count(); i++) {
      if (!taken[i]) {
        add(cells, new int[] {i}, Population.MONONUCLEAR);
      }
    }
    cells.sort(Comparator.comparingDouble(Cell::yPx).thenComparingDouble(Cell::xPx));
    return cells;
  }

  /** Gives all pixels of a group the label of its first nucleus. */
  private void relabel(int[] group) {
    for (int member : group) {
      for (int i = pixels.begin(member + 1); i < pixels.begin(member + 2); i++) {
        cellLabels[pixels.pixel(i)] = group[0] + 1;
      }
    }
  }

  private void add(List<Cell> cells, int[] members, Population population) {
    Sums sums = new Sums();
    int first = Integer.MAX_VALUE;
    int length = 0;
    for (int member : members) {
      first = Math.min(first, pixels.pixel(pixels.begin(member + 1)));
      length += values.get(member).length;
      sum(member, sums);
    }
    Ellipse nucleus = nuclei.shape(members[0]);
    boolean giant = population == Population.MULTINUCLEATED;
    double x = giant ? (sums.x + 0.5 * sums.cell) / sums.cell : nucleus.x();
    double y = giant ? (sums.y + 0.5 * sums.cell) / sums.cell : nucleus.y();
    if (!frame.core().holds(x, y)) {
      return;
    }
    float[] all = new float[length];
    int to = 0;
    List<Outline> outlines = new ArrayList<>();
    for (int member : members) {
      float[] own = values.get(member);
      System.arraycopy(own, 0, all, to, own.length);
      to += own.length;
      outlines.add(nucleusTracer.trace(firstOfNucleus(member), frame));
    }
    cells.add(
        new Cell(
            population,
            x * frame.bin(),
            y * frame.bin(),
            members.length,
            frame.areaUm2(sums.nucleus),
            frame.areaUm2(sums.cell - sums.nucleus),
            frame.areaUm2(sums.cell),
            sums.nucleusDab / sums.nucleus,
            meter.measure(all),
            new OutlineTracer(cellLabels, images.width()).trace(first, frame),
            outlines));
  }

  /** Pixel sums over a cell. */
  private static final class Sums {
    private long x;
    private long y;
    private int cell;
    private int nucleus;
    private double nucleusDab;
  }

  private void sum(int member, Sums sums) {
    int width = images.width();
    for (int i = pixels.begin(member + 1); i < pixels.begin(member + 2); i++) {
      int p = pixels.pixel(i);
      sums.cell++;
      sums.x += frame.x() + p % width;
      sums.y += frame.y() + p / width;
      if (nuclei.labels()[p] > 0) {
        sums.nucleus++;
        sums.nucleusDab += images.dabOd()[p];
      }
    }
  }

  private int firstOfNucleus(int member) {
    for (int i = pixels.begin(member + 1); ; i++) {
      if (nuclei.labels()[pixels.pixel(i)] == member + 1) {
        return pixels.pixel(i);
      }
    }
  }
}
