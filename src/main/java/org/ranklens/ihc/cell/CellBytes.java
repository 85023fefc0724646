package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.List;

/** Cells as few bytes, for those that wait until all of their row of tiles are known. */
public final class CellBytes {

  private CellBytes() {}

  /** Packs cells. */
  public static byte[] of(List<Cell> cells) {
    PackedWriter out = new PackedWriter();
    for (Cell cell : cells) {
      out.whole(cell.population() == Population.MULTINUCLEATED ? 1 : 0);
      out.number(cell.xPx());
      out.number(cell.yPx());
      out.whole(cell.nuclei());
      out.number(cell.nucleusAreaUm2());
      out.number(cell.cytoplasmAreaUm2());
      out.number(cell.cellAreaUm2());
      out.number(cell.nucleusDabOdMean());
      CytoplasmOd.pack(cell.cytoplasm(), out);
      cell.outline().pack(out);
      out.whole(cell.nucleusOutlines().size());
      cell.nucleusOutlines().forEach(outline -> outline.pack(out));
    }
    return out.written();
  }

  /** Returns the cells again. */
  public static List<Cell> cells(byte[] bytes) {
    List<Cell> cells = new ArrayList<>();
    PackedReader in = new PackedReader(bytes);
    while (in.hasMore()) {
      cells.add(
          new Cell(
              in.whole() == 1 ? Population.MULTINUCLEATED : Population.MONONUCLEAR,
              in.number(),
              in.number(),
              in.whole(),
              in.number(),
              in.number(),
              in.number(),
              in.number(),
              CytoplasmOd.unpacked(in),
              Outline.unpacked(in),
              outlines(in)));
    }
    return cells;
  }

  private static List<Outline> outlines(PackedReader in) {
    int count = in.whole();
    List<Outline> outlines = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      outlines.add(Outline.unpacked(in));
    }
    return outlines;
  }
}
