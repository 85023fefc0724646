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
    LabelRuns runs = found.runs();
    double[] mean = Surroundings.inside(runs, found.smooth());
    double[] around = Surroundings.around(runs, found.labels(), found.smooth(), frame);
    boolean[] keep =
        marker == Compartment.NUCLEUS
            ? new MarkedNuclei(found, images, frame).keep()
            : stained(runs, images, mean);
    for (int i = 0; i < keep.length; i++) {
      keep[i] = keep[i] && mean[i] - around[i] >= settings.nucleusMinOd();
    }
    return keep;
  }

  private static boolean[] stained(LabelRuns runs, StainImages images, double[] mean) {
    double[] residual = Surroundings.inside(runs, images.residualOd());
    boolean[] stained = new boolean[mean.length];
    for (int i = 0; i < stained.length; i++) {
      stained[i] = Math.abs(residual[i]) <= MOST_RESIDUAL_SHARE * mean[i];
    }
    return stained;
  }
}
