package org.ranklens.ihc.cell;

import java.util.List;
import org.ranklens.ihc.stain.StainImages;

/**
 * Drops what has the shape of a nucleus but not its stain: too little contrast against its
 * surroundings, or the colour of red cells and pigment (much along neither stain). Black nuclei of
 * a nuclear marker have no colour; crumbs of DAB are smaller.
 */
final class NucleusFilter {

  private static final double MOST_RESIDUAL_SHARE = 0.15;
  private static final double LEAST_MARKED_UM2 = 20;

  private NucleusFilter() {}

  /** Returns for each shape whether it stays. */
  static boolean[] keep(
      int[] labels,
      List<Ellipse> shapes,
      StainImages images,
      float[] smooth,
      TileFrame frame,
      CellSettings settings,
      Compartment marker) {
    int count = shapes.size();
    double[] mean = Surroundings.inside(labels, count, smooth);
    double[] around = Surroundings.around(labels, count, smooth, images.width(), frame);
    double[] residual = Surroundings.inside(labels, count, images.residualOd());
    boolean[] keep = new boolean[count];
    for (int i = 0; i < count; i++) {
      boolean own =
          marker == Compartment.NUCLEUS
              ? frame.areaUm2(shapes.get(i).area()) >= LEAST_MARKED_UM2
              : Math.abs(residual[i]) <= MOST_RESIDUAL_SHARE * mean[i];
      keep[i] = own && mean[i] - around[i] >= settings.nucleusMinOd();
    }
    return keep;
  }
}
