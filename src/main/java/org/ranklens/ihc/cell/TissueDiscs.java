package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds round pieces of tissue of like size, as the cores of a tissue microarray are. */
public final class TissueDiscs {

  private static final double LEAST_DIAMETER_MICRONS = 150;
  private static final double LEAST_FILL = 0.6;
  private static final double MOST_ELONGATION = 2.2;
  private static final double LEAST_OF_TYPICAL = 0.55;
  private static final double MOST_OF_TYPICAL = 1.5;
  private static final int GAP_SQUARES = 1;

  private TissueDiscs() {}

  /**
   * A piece of tissue.
   *
   * @param xPx its centre in level-0 pixels
   * @param yPx likewise
   * @param diameterPx of the disc of its area
   */
  public record Disc(double xPx, double yPx, double diameterPx) {}

  /** Returns the discs whose diameter is near the median one, from the upper edge down. */
  public static List<Disc> of(TissueMask tissue, double squareMicrons) {
    int columns = tissue.columns();
    boolean[] in =
        SquareGroups.where(
            columns * tissue.rows(), i -> tissue.isTissue(i % columns, Math.floorDiv(i, columns)));
    // Cracks and vessels do not part a core, threads between cores do not join them.
    boolean[] whole = SquareGroups.shrunk(SquareGroups.grown(in, columns, 2), columns, 2);
    whole = SquareGroups.or(whole, SquareGroups.enclosed(whole, columns));
    boolean[] opened =
        SquareGroups.grown(SquareGroups.shrunk(whole, columns, GAP_SQUARES), columns, GAP_SQUARES);
    List<Disc> discs = new ArrayList<>();
    for (int[] group : SquareGroups.of(opened, columns)) {
      Ellipse shape = SquareGroups.shape(group, columns);
      double diameter = 2 * Math.sqrt(group.length / Math.PI);
      if (diameter * squareMicrons >= LEAST_DIAMETER_MICRONS
          && shape.fill() >= LEAST_FILL
          && shape.elongation() <= MOST_ELONGATION) {
        double edge = tissue.squarePx();
        discs.add(new Disc(shape.x() * edge, shape.y() * edge, diameter * edge));
      }
    }
    double[] diameters = discs.stream().mapToDouble(Disc::diameterPx).sorted().toArray();
    double typical = diameters.length == 0 ? 0 : diameters[diameters.length / 2];
    return discs.stream()
        .filter(d -> d.diameterPx() >= LEAST_OF_TYPICAL * typical)
        .filter(d -> d.diameterPx() <= MOST_OF_TYPICAL * typical)
        .toList();
  }

  /** Returns the median diameter in level-0 pixels; there is at least one disc. */
  public static double typicalDiameterPx(List<Disc> discs) {
    double[] diameters = discs.stream().mapToDouble(Disc::diameterPx).toArray();
    Arrays.sort(diameters);
    return diameters[diameters.length / 2];
  }
}
