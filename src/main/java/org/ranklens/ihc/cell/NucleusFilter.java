package org.ranklens.ihc.cell;

import org.ranklens.ihc.stain.StainImages;

/**
 * Drops what has the shape of a nucleus but not its stain: too little haematoxylin against its
 * surroundings, or the colour of red cells and pigment (much along neither stain).
 */
final class NucleusFilter {

  private static final double MOST_RESIDUAL_SHARE = 0.15;
  private static final double RING_MICRONS = 1.5;

  private NucleusFilter() {}

  /** Returns for each label, beginning at 1, whether it stays. */
  static boolean[] keep(
      int[] labels,
      int count,
      StainImages images,
      float[] smoothH,
      TileFrame frame,
      CellSettings settings) {
    double[] h = new double[count];
    double[] residual = new double[count];
    double[] ring = new double[count];
    int[] inside = new int[count];
    int[] around = new int[count];
    int width = images.width();
    int reach = (int) Math.max(1, Math.round(frame.pixels(RING_MICRONS)));
    for (int p = 0; p < labels.length; p++) {
      int i = labels[p] - 1;
      if (i >= 0) {
        inside[i]++;
        h[i] += smoothH[p];
        residual[i] += images.residualOd()[p];
        int x = p % width;
        for (int side = 0; side < 4; side++) {
          int q =
              p + (side == 0 ? -reach : side == 1 ? reach : (side == 2 ? -reach : reach) * width);
          boolean away = (side == 0 && x < reach) || (side == 1 && x + reach >= width);
          if (!away && q >= 0 && q < labels.length && labels[q] == 0) {
            around[i]++;
            ring[i] += smoothH[q];
          }
        }
      }
    }
    boolean[] keep = new boolean[count];
    for (int i = 0; i < count; i++) {
      double mean = h[i] / inside[i];
      double contrast = around[i] == 0 ? mean : mean - ring[i] / around[i];
      keep[i] =
          contrast >= settings.nucleusMinOd()
              && Math.abs(residual[i]) / inside[i] <= MOST_RESIDUAL_SHARE * mean;
    }
    return keep;
  }
}
