package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts nuclei, cytoplasm and groups together to cells. */
final class CellAssembly {

  private final List<MeasuredNucleus> nuclei;
  private final TileFrame frame;
  private final DabReading reading;

  CellAssembly(List<MeasuredNucleus> nuclei, TileFrame frame, DabReading reading) {
    this.nuclei = nuclei;
    this.frame = frame;
    this.reading = reading;
  }

  /**
   * Returns the cells of the core, from the upper edge down.
   *
   * @param giants the nuclei of each giant cell, by index
   */
  List<Cell> cells(List<int[]> giants) {
    boolean[] taken = new boolean[nuclei.size()];
    List<Cell> cells = new ArrayList<>();
    for (int[] group : giants) {
      List<MeasuredNucleus> members = new ArrayList<>();
      for (int member : group) {
        taken[member] = true;
        members.add(nuclei.get(member));
      }
      add(cells, members, Population.MULTINUCLEATED);
    }
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i]) {
        add(cells, List.of(nuclei.get(i)), Population.MONONUCLEAR);
      }
    }
    cells.sort(Comparator.comparingDouble(Cell::yPx).thenComparingDouble(Cell::xPx));
    return cells;
  }

  private void add(List<Cell> cells, List<MeasuredNucleus> members, Population population) {
    boolean giant = population == Population.MULTINUCLEATED;
    Ellipse first = members.get(0).nucleus().shape();
    double x = giant ? centre(members, true) : first.x();
    double y = giant ? centre(members, false) : first.y();
    if (!frame.core().holds(x, y)) {
      return;
    }
    int cell = 0;
    int nucleus = 0;
    double nucleusDab = 0;
    List<Outline> outlines = new ArrayList<>();
    for (MeasuredNucleus member : members) {
      cell += member.cell().pixels();
      nucleus += member.nucleus().mask().pixels();
      nucleusDab += member.nucleusDabSum();
      outlines.add(outline(List.of(member.nucleus().mask())));
    }
    cells.add(
        new Cell(
            population,
            x * frame.bin(),
            y * frame.bin(),
            members.size(),
            frame.areaUm2(nucleus),
            frame.areaUm2(cell - nucleus),
            frame.areaUm2(cell),
            nucleusDab / nucleus,
            giant ? cytoplasm(members) : members.get(0).cytoplasm(),
            outline(members.stream().map(MeasuredNucleus::cell).toList()),
            outlines));
  }

  /** Returns the mean place of all pixels along one axis. */
  private static double centre(List<MeasuredNucleus> members, boolean alongX) {
    long twice = 0;
    long pixels = 0;
    for (MeasuredNucleus member : members) {
      PixelRuns runs = member.cell();
      for (int run = 0; run < runs.count(); run++) {
        long length = (long) runs.end(run) - runs.begin(run);
        pixels += length;
        twice +=
            length * (alongX ? (long) runs.begin(run) + runs.end(run) : 2L * runs.row(run) + 1);
      }
    }
    return 0.5 * twice / pixels;
  }

  private java.util.Optional<CytoplasmOd> cytoplasm(List<MeasuredNucleus> members) {
    int length = members.stream().mapToInt(member -> member.cytoplasmDab().length).sum();
    float[] all = new float[length];
    int to = 0;
    for (MeasuredNucleus member : members) {
      float[] own = member.cytoplasmDab();
      System.arraycopy(own, 0, all, to, own.length);
      to += own.length;
    }
    return reading.of(all, frame);
  }

  /** Traces what several sets of pixels make together. */
  private Outline outline(List<PixelRuns> parts) {
    TileFrame.Core box = parts.get(0).box();
    for (PixelRuns part : parts) {
      box = box.and(part.box());
    }
    int[] labels = new int[box.width() * box.height()];
    for (PixelRuns part : parts) {
      part.paint(labels, box, 1);
    }
    int first = 0;
    while (labels[first] == 0) {
      first++;
    }
    TileFrame local =
        new TileFrame(box.x0(), box.y0(), frame.core(), frame.bin(), frame.pixelSizeMicrons());
    return new OutlineTracer(labels, box.width()).trace(first, local);
  }
}
