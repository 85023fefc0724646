package org.ranklens.ihc.cell;

import java.util.List;
import org.ranklens.ihc.stain.StainImages;

/**
 * Tells nuclei from what else stands out where the marker stains nuclei: crumbs of DAB, brown haze,
 * folds of pale cytoplasm. No single measure does; {@code src/accuracy/nuclei} learns how they go
 * together from fields in which people marked the nuclei.
 */
final class MarkedNuclei {

  private static final LearnedScore SCORE =
      LearnedScore.shipped("marked-nuclei.txt", MarkedFeature.class);

  /** Keeps divisions by what may be 0 within bounds. */
  private static final double NOISE_OD = 0.05;

  private final int[] labels;
  private final LabelRuns runs;
  private final List<Ellipse> shapes;
  private final StainImages images;
  private final float[] plane;
  private final TileFrame frame;
  private final double[] squares;
  private final int[] contour;
  private final int[] free;

  /**
   * Looks at arrays, which must not change.
   *
   * @param found in the plane of what takes red light away
   */
  MarkedNuclei(NucleusCandidates found, StainImages images, TileFrame frame) {
    this.labels = found.labels();
    this.runs = found.runs();
    this.shapes = found.shapes();
    this.images = images;
    this.plane = found.plane();
    this.frame = frame;
    squares = new double[shapes.size()];
    contour = new int[shapes.size()];
    free = new int[shapes.size()];
    walk();
  }

  /** Returns whether each shape is rather a nucleus than not. */
  boolean[] keep() {
    double[][] features = features();
    boolean[] keep = new boolean[features.length];
    for (int i = 0; i < keep.length; i++) {
      keep[i] = SCORE.of(features[i]) >= 0;
    }
    return keep;
  }

  /** Returns the features of each shape, in the order of {@link MarkedFeature}. */
  double[][] features() {
    int count = shapes.size();
    float[] dab = NuclearPlane.dab(images);
    double[] h = Surroundings.inside(runs, images.hematoxylinOd());
    double[] hAround = Surroundings.around(runs, labels, images.hematoxylinOd(), frame);
    double[] d = Surroundings.inside(runs, dab);
    double[] dAround = Surroundings.around(runs, labels, dab, frame);
    double[] red = Surroundings.inside(runs, plane);
    double[] redAround = Surroundings.around(runs, labels, plane, frame);
    double[] residual = Surroundings.inside(runs, images.residualOd());
    double[][] features = new double[count][];
    for (int i = 0; i < count; i++) {
      Ellipse shape = shapes.get(i);
      double area = frame.areaUm2(shape.area());
      double spread = Math.sqrt(Math.max(0, squares[i] / shape.area() - h[i] * h[i]));
      double length = contour[i] * frame.pixelSizeMicrons();
      features[i] =
          new double[] {
            Math.log(area),
            Math.min(1, shape.fill()),
            Math.log(shape.elongation()),
            h[i] - hAround[i],
            red[i] - redAround[i],
            d[i] - dAround[i],
            d[i],
            h[i],
            residual[i] / Math.max(NOISE_OD, h[i] + Math.max(0, d[i])),
            spread / Math.max(NOISE_OD, h[i]),
            length * length / (4 * Math.PI * area),
            (double) free[i] / Math.max(1, contour[i]),
            (h[i] - hAround[i]) * Math.sqrt(area),
            hAround[i],
            dAround[i]
          };
    }
    return features;
  }

  /** Sums up squares of haematoxylin, and the sides that others touch and that none does. */
  private void walk() {
    int width = images.width();
    int pixels = images.pixels();
    float[] h = images.hematoxylinOd();
    for (int p = 0; p < pixels; p++) {
      int label = labels[p];
      if (label == 0) {
        continue;
      }
      squares[label - 1] += (double) h[p] * h[p];
      int x = p % width;
      side(label, x > 0 ? labels[p - 1] : label);
      side(label, x < width - 1 ? labels[p + 1] : label);
      side(label, p >= width ? labels[p - width] : label);
      side(label, p + width < pixels ? labels[p + width] : label);
    }
  }

  private void side(int own, int other) {
    if (other != own) {
      contour[own - 1]++;
      free[own - 1] += other == 0 ? 1 : 0;
    }
  }
}
