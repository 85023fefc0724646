package org.ranklens.ihc.cell;

import org.ranklens.ihc.stain.StainImages;

/**
 * Drops what has the shape of a nucleus but not its stain: too little contrast against its
 * surroundings, or the colour of red cells and pigment (much along neither stain). Black nuclei of
 * a nuclear marker have no colour; {@link MarkedNuclei} tells them.
 */
final class NucleusFilter {

  private static final double MOST_RESIDUAL_SHARE = 0.15;

  private NucleusFilter() {}

  /** Returns for each shape whether it stays. */
  static boolean[] keep(
      NucleusCandidates found,
      StainImages images,
      TileFrame frame,
      CellSettings settings,
      Compartment marker) {
    int[] labels = found.labels();
    int count = found.shapes().size();
    double[] mean = Surroundings.inside(labels, count, found.smooth());
    double[] around = Surroundings.around(labels, count, found.smooth(), images.width(), frame);
    boolean[] keep =
        marker == Compartment.NUCLEUS
            ? new MarkedNuclei(labels, found.shapes(), images, found.plane(), frame).keep()
            : stained(labels, images, mean);
    for (int i = 0; i < count; i++) {
      keep[i] = keep[i] && mean[i] - around[i] >= settings.nucleusMinOd();
    }
    return keep;
  }

  private static boolean[] stained(int[] labels, StainImages images, double[] mean) {
    double[] residual = Surroundings.inside(labels, mean.length, images.residualOd());
    boolean[] stained = new boolean[mean.length];
    for (int i = 0; i < stained.length; i++) {
      stained[i] = Math.abs(residual[i]) <= MOST_RESIDUAL_SHARE * mean[i];
    }
    return stained;
  }
}
