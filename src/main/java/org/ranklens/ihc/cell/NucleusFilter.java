package org.ranklens.ihc.cell;

import org.ranklens.ihc.stain.StainImages;

/**
 * Drops what has the shape of a nucleus but not its stain: too little contrast against its
 * surroundings, or the colour of red cells and pigment (much along neither stain). Black nuclei of
 * a nuclear marker have no colour; {@link MarkedNuclei} tells them.
 */
final class NucleusFilter {

  private static final double MOST_RESIDUAL_SHARE = 0.15;

  /**
   * In stained cytoplasm, so much more haematoxylin for the DAB that it has more than its
   * surroundings: a nucleus there has less, what is browner is a block of JPEG or a grain. At JPEG
   * 40 that drops 128 of 308 false nuclei of six fields and none of 11,540 true ones.
   */
  private static final double PER_MORE_DAB = 0.4;

  /** In paler cytoplasm a brown nucleus is one that the marker stains. */
  private static final double LEAST_DAB_AROUND = 0.25;

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
    boolean isMarked = marker == Compartment.NUCLEUS;
    boolean[] keep =
        isMarked ? new MarkedNuclei(found, images, frame).keep() : stained(runs, images, mean);
    double[] moreDab = isMarked ? new double[keep.length] : moreDab(found, runs, images, frame);
    for (int i = 0; i < keep.length; i++) {
      double least = settings.nucleusMinOd() + PER_MORE_DAB * Math.max(0, moreDab[i]);
      keep[i] = keep[i] && mean[i] - around[i] >= least;
    }
    return keep;
  }

  /** Returns how much more DAB each has than is beside it, 0 where that is pale. */
  private static double[] moreDab(
      NucleusCandidates found, LabelRuns runs, StainImages images, TileFrame frame) {
    double[] more = Surroundings.inside(runs, images.dabOd());
    double[] around = Surroundings.around(runs, found.labels(), images.dabOd(), frame);
    for (int i = 0; i < more.length; i++) {
      more[i] = around[i] < LEAST_DAB_AROUND ? 0 : more[i] - around[i];
    }
    return more;
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
