package org.ranklens.ihc.cell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts nuclei, cytoplasm and groups together to cells. */
final class CellAssembly {

  private final List<MeasuredNucleus> nuclei;
  private final TileFrame frame;
  private final GiantExtent extent;

  CellAssembly(List<MeasuredNucleus> nuclei, TileFrame frame, GiantExtent extent) {
    this.nuclei = nuclei;
    this.frame = frame;
    this.extent = extent;
  }

  /**
   * Returns the cells of the core, from the upper edge down.
   *
   * @param giants the nuclei of each giant cell, by index
   */
  List<Cell> cells(List<int[]> giants) throws IOException {
    boolean[] taken = new boolean[nuclei.size()];
    List<Cell> cells = new ArrayList<>();
    for (int[] group : giants) {
      addGiant(cells, group);
      for (int member : group) {
        taken[member] = true;
      }
    }
    for (int i = 0; i < taken.length; i++) {
      MeasuredNucleus own = nuclei.get(i);
      Ellipse shape = own.nucleus().shape();
      if (!taken[i] && frame.core().holds(shape.x(), shape.y())) {
        cells.add(
            cell(
                Population.MONONUCLEAR,
                shape.x(),
                shape.y(),
                List.of(own),
                own.cell(),
                own.cytoplasm()));
      }
    }
    cells.sort(Comparator.comparingDouble(Cell::yPx).thenComparingDouble(Cell::xPx));
    return cells;
  }

  private void addGiant(List<Cell> cells, int[] group) throws IOException {
    List<MeasuredNucleus> members = new ArrayList<>();
    TileFrame.Core box = nuclei.get(group[0]).cell().box();
    for (int member : group) {
      members.add(nuclei.get(member));
      box = box.and(nuclei.get(member).cell().box());
    }
    if (!extent.reach(box).meets(frame.core())) {
      return;
    }
    GiantExtent.Giant giant = extent.of(members);
    PixelRuns pixels = giant.pixels();
    double x = centre(pixels, true);
    double y = centre(pixels, false);
    if (frame.core().holds(x, y)) {
      cells.add(
          cell(
              Population.MULTINUCLEATED,
              x,
              y,
              members,
              pixels,
              CytoplasmReading.corrected(giant.rings(), members)));
    }
  }

  private Cell cell(
      Population population,
      double x,
      double y,
      List<MeasuredNucleus> members,
      PixelRuns pixels,
      Optional<CytoplasmOd> cytoplasm) {
    int nucleus = 0;
    double nucleusDab = 0;
    List<Outline> outlines = new ArrayList<>();
    for (MeasuredNucleus member : members) {
      nucleus += member.nucleus().mask().pixels();
      nucleusDab += member.nucleusDabSum();
      outlines.add(outline(member.nucleus().mask()));
    }
    return new Cell(
        population,
        x * frame.bin(),
        y * frame.bin(),
        members.size() == 1 ? 1 : ClumpedNuclei.count(outlines),
        frame.areaUm2(nucleus),
        frame.areaUm2(pixels.pixels() - nucleus),
        frame.areaUm2(pixels.pixels()),
        nucleusDab / nucleus,
        cytoplasm,
        outline(pixels),
        outlines);
  }

  /** Returns the mean place of all pixels along one axis. */
  private static double centre(PixelRuns runs, boolean alongX) {
    long twice = 0;
    for (int run = 0; run < runs.count(); run++) {
      long length = (long) runs.end(run) - runs.begin(run);
      twice += length * (alongX ? (long) runs.begin(run) + runs.end(run) : 2L * runs.row(run) + 1);
    }
    return 0.5 * twice / runs.pixels();
  }

  private Outline outline(PixelRuns pixels) {
    TileFrame.Core box = pixels.box();
    int[] labels = new int[box.width() * box.height()];
    pixels.paint(labels, box, 1);
    int first = 0;
    while (labels[first] == 0) {
      first++;
    }
    TileFrame local =
        new TileFrame(box.x0(), box.y0(), frame.core(), frame.bin(), frame.pixelSizeMicrons());
    return new OutlineTracer(labels, box.width()).trace(first, local);
  }
}
