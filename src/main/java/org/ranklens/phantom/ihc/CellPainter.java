package org.ranklens.phantom.ihc;

import java.util.Arrays;
import java.util.List;

/** Draws cells on a canvas: who owns which pixel, then their haematoxylin and DAB. */
final class CellPainter {

  /** DAB above and below a nucleus shines through it: part of the cytoplasm's. */
  private static final double DAB_OVER_NUCLEUS = 0.3;

  private final Canvas canvas;
  private final List<PlannedCell> cells;
  private final double grain;
  private final double membrane;
  private final LatticeNoise texture;
  private final long seed;

  CellPainter(Canvas canvas, List<PlannedCell> cells, IhcPhantomSettings settings) {
    this.canvas = canvas;
    this.cells = cells;
    this.grain = settings.histology().grain();
    this.membrane = settings.histology().look().membrane();
    this.seed = settings.seed();
    this.texture = new LatticeNoise(settings.seed() * 31 + 7);
  }

  void paint() {
    claim();
    for (int index = 0; index < cells.size(); index++) {
      paintCytoplasm(index);
      for (Blob nucleus : cells.get(index).nuclei()) {
        paintNucleus(index, nucleus);
      }
    }
  }

  /**
   * Where bodies overlap, a pixel goes to the cell it lies deepest in: a straight shared border.
   */
  private void claim() {
    float[] nearest = new float[canvas.owner.length];
    Arrays.fill(nearest, 1);
    for (int k = 0; k < cells.size(); k++) {
      int index = k;
      canvas.around(
          cells.get(k).body(),
          (pixel, x, y, distance) -> {
            if ((float) distance < nearest[pixel]) {
              nearest[pixel] = (float) distance;
              canvas.owner[pixel] = index;
            }
          });
    }
    for (int k = 0; k < cells.size(); k++) {
      int index = k;
      for (Blob nucleus : cells.get(k).nuclei()) {
        canvas.around(
            nucleus,
            (pixel, x, y, distance) -> {
              canvas.owner[pixel] = index;
              canvas.nucleus[pixel] = true;
            });
      }
    }
  }

  private void paintCytoplasm(int index) {
    PlannedCell cell = cells.get(index);
    boolean giant = cell.kind() == PlannedCell.Kind.GIANT;
    double ground = giant ? 0.075 : cell.isStroma() ? 0.08 : 0.05;
    double heap = unit(index, 1) * 2 * StrictMath.PI;
    double heapX = StrictMath.cos(heap);
    double heapY = StrictMath.sin(heap);
    double[] sum = new double[2];
    canvas.around(
        cell.body(),
        (pixel, x, y, distance) -> {
          if (canvas.owner[pixel] == index && !canvas.nucleus[pixel]) {
            double lopsided =
                ((x - cell.body().x) * heapX + (y - cell.body().y) * heapY) / cell.body().reach();
            double granules = texture.rough(x / 1.6, y / 1.6);
            double border = membrane > 0 && atBorder(pixel) ? 1.2 * membrane : 0;
            double weight = Math.max(0.05, 1 + grain * (0.9 * granules + 0.5 * lopsided) + border);
            canvas.dabOd[pixel] = (float) weight;
            canvas.hematoxylinOd[pixel] = (float) (ground + 0.02 * texture.at(x / 2.5, y / 2.5));
            canvas.eosinOd[pixel] = giant || cell.isStroma() ? 0.03f : 0.012f;
            sum[0] += weight;
            sum[1]++;
          }
        });
    double scale = sum[1] == 0 ? 0 : cell.dabOd() * sum[1] / sum[0];
    canvas.around(
        cell.body(),
        (pixel, x, y, distance) -> {
          if (canvas.owner[pixel] == index && !canvas.nucleus[pixel]) {
            canvas.dabOd[pixel] = (float) (canvas.dabOd[pixel] * scale);
          }
        });
  }

  /** Whether another cell, or none, lies half a micrometre away. */
  private boolean atBorder(int pixel) {
    int step = (int) Math.max(1, Math.round(0.5 / canvas.pixelSizeMicrons));
    int x = pixel % canvas.width;
    int own = canvas.owner[pixel];
    return (x >= step && canvas.owner[pixel - step] != own)
        || (x + step < canvas.width && canvas.owner[pixel + step] != own)
        || (pixel >= step * canvas.width && canvas.owner[pixel - step * canvas.width] != own)
        || (pixel + step * canvas.width < canvas.owner.length
            && canvas.owner[pixel + step * canvas.width] != own);
  }

  /** A vesicular nucleus: a dark membrane, paler inside, clumped chromatin, a nucleolus. */
  private void paintNucleus(int index, Blob nucleus) {
    PlannedCell cell = cells.get(index);
    long own = Double.doubleToLongBits(nucleus.x * 7 + nucleus.y);
    double base =
        switch (cell.kind()) {
          case LYMPHOCYTE -> 0.62 + 0.15 * unit(own, 2);
          case SPINDLE -> 0.40 + 0.15 * unit(own, 2);
          case GIANT, TUMOUR -> 0.34 + 0.22 * unit(own, 2);
        };
    double nucleolusX = nucleus.x + (unit(own, 3) - 0.5) * nucleus.halfWidth;
    double nucleolusY = nucleus.y + (unit(own, 4) - 0.5) * nucleus.halfWidth;
    canvas.around(
        nucleus,
        (pixel, x, y, distance) -> {
          double membrane = distance > 0.76 ? 0.14 : 0;
          double chromatin = 0.2 * texture.rough(x / 1.5 + 50, y / 1.5);
          double nucleolus =
              StrictMath.hypot(x - nucleolusX, y - nucleolusY) < 0.8 && nucleus.halfWidth > 2.9
                  ? 0.16
                  : 0;
          canvas.hematoxylinOd[pixel] =
              (float) Math.max(0.1, base * (1 + chromatin) + membrane + nucleolus);
          canvas.dabOd[pixel] = (float) (DAB_OVER_NUCLEUS * cell.dabOd());
          canvas.eosinOd[pixel] = 0.01f;
        });
  }

  /** A number in 0 to 1 that belongs to a cell or nucleus, whatever was drawn before it. */
  private double unit(long what, int which) {
    return (LatticeNoise.mix(seed ^ LatticeNoise.mix(what * 16 + which)) >>> 11) * 0x1.0p-53;
  }
}
