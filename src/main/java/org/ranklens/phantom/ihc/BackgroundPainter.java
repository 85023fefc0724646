package org.ranklens.phantom.ihc;

import java.util.Random;

/** Draws what lies between the cells: ground substance, fibres, osteoid, red cells. */
final class BackgroundPainter {

  private final Canvas canvas;
  private final TissuePlan tissue;
  private final HistologySettings histology;
  private final LatticeNoise warp;
  private final LatticeNoise fibres;
  private final long seed;

  BackgroundPainter(Canvas canvas, TissuePlan tissue, IhcPhantomSettings settings) {
    this.canvas = canvas;
    this.tissue = tissue;
    this.histology = settings.histology();
    this.seed = settings.seed();
    this.warp = new LatticeNoise(settings.seed() * 31 + 11);
    this.fibres = new LatticeNoise(settings.seed() * 31 + 12);
  }

  /** Draws everything and tells how much of the field is tissue. */
  double paint() {
    long tissuePixels = 0;
    for (int row = 0; row < canvas.height; row++) {
      for (int column = 0; column < canvas.width; column++) {
        int pixel = row * canvas.width + column;
        double depth = tissue.depth(canvas.microns(column), canvas.microns(row));
        if (depth > 0 || canvas.owner[pixel] != Canvas.NOBODY) {
          tissuePixels++;
        }
        if (depth > -4 && canvas.owner[pixel] == Canvas.NOBODY) {
          ground(pixel, canvas.microns(column), canvas.microns(row), Math.min(1, (depth + 4) / 8));
        }
      }
    }
    if (histology.stroma()) {
      redCells();
    }
    return (double) tissuePixels / canvas.owner.length;
  }

  private void ground(int pixel, double x, double y, double density) {
    double osteoid = tissue.osteoid(x, y);
    boolean tumour = tissue.tumour(x, y);
    double fibre = histology.stroma() && !tumour ? fibre(x, y) : 0;
    double cloud = warp.at(x / 30 + 3, y / 30) * (tumour ? 0.006 : 0.012);
    double loose = (tumour ? 0.018 : 0.038) + cloud + 0.07 * fibre;
    // Lamellae: osteoid is laid down in sheets, pale and even between them.
    double lamella =
        0.5 + 0.5 * fibres.rough((x - y) / 40, (x + y + 20 * warp.at(x / 50, y / 50)) / 7);
    double bone = 0.045 + 0.03 * lamella;
    canvas.hematoxylinOd[pixel] = (float) (density * (loose * (1 - osteoid) + bone * osteoid));
    canvas.eosinOd[pixel] =
        (float)
            (density
                * ((0.012 + 0.03 * fibre) * (1 - osteoid) + (0.05 + 0.02 * lamella) * osteoid));
    canvas.dabOd[pixel] = (float) (density * 0.008);
  }

  /** Wavy strands, 0 to 1: noise stretched along a direction that wanders over the field. */
  private double fibre(double x, double y) {
    double bend = 26 * warp.at(x / 120, y / 120);
    double strand = fibres.at((x + 0.4 * y) / 55, (y - 0.4 * x + bend) / 2.6);
    double bundle = fibres.at((x + 0.4 * y) / 80 + 31, (y - 0.4 * x + bend) / 9);
    return Math.max(0, Math.min(1, 0.45 + 0.45 * strand + 0.4 * bundle));
  }

  private void redCells() {
    Random random = new Random(LatticeNoise.mix(seed + 77));
    double area = canvas.microns(canvas.width) * canvas.microns(canvas.height);
    for (long left = Math.round(area / 9000); left > 0; left--) {
      double x = random.nextDouble() * canvas.microns(canvas.width);
      double y = random.nextDouble() * canvas.microns(canvas.height);
      Blob disc = new Blob(x, y, 3.0, 2.7, 0.05, random);
      if (tissue.depth(x, y) > 15 && !tissue.tumour(x, y)) {
        canvas.around(
            disc,
            (pixel, px, py, distance) -> {
              if (canvas.owner[pixel] == Canvas.NOBODY) {
                canvas.hematoxylinOd[pixel] = 0.05f;
                canvas.eosinOd[pixel] = (float) (0.34 + 0.08 * distance);
                canvas.dabOd[pixel] = 0;
              }
            });
      }
    }
  }
}
