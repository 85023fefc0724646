package org.ranklens.ihc.cell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Corrects what a ring around the nucleus reads towards the mean of the whole cytoplasm: a picture
 * smears colour out of the nucleus into the ring (JPEG has half as many pixels for colour), and
 * stain may lie heaped elsewhere. How much of what is seen speaks for it was learned (file {@code
 * cytoplasm-reading.txt}, by {@code src/accuracy/reading}).
 */
final class CytoplasmReading {

  /** Learned is a share of this plus the ring's reading. */
  private static final double SHARE_OF_OD = 0.1;

  /** No correction goes further than such cells do that it was learned from. */
  private static final double LEAST_SHARE = -0.3;

  private static final double MOST_SHARE = 0.5;

  /** Where the ring's 85 and 15 % differ by less: an even ring needs none, and none was learned. */
  private static final double EVEN_SHARE = 0.1;

  /** Of the ring's pixels, from {@link ReadingFeature#RING_15} on. */
  static final double[] RING_QUANTILES = {0.15, 0.35, 0.7, 0.85, 0.95};

  /** Of the squares that grew, from {@link ReadingFeature#GROWN_50} on. */
  static final double[] GROWN_QUANTILES = {0.5, 0.7, 0.85, 0.95};

  private static final int FEATURES = ReadingFeature.values().length;
  private static final int FIRST_QUANTILE =
      FEATURES - RING_QUANTILES.length - GROWN_QUANTILES.length;

  private static final LearnedScore SCORE =
      LearnedScore.shipped("cytoplasm-reading.txt", ReadingFeature.class);

  private CytoplasmReading() {}

  /** Returns the corrected reading. */
  static double corrected(double ring, double[] features) {
    double share = Math.max(LEAST_SHARE, Math.min(MOST_SHARE, SCORE.of(features)));
    double spread = features[FIRST_QUANTILE + 3] - features[FIRST_QUANTILE];
    return ring + share * scale(ring) * Math.min(1, spread / EVEN_SHARE);
  }

  /** Returns the reading of a giant cell, corrected as those of its nuclei are on average. */
  static Optional<CytoplasmOd> corrected(
      Optional<CytoplasmOd> together, List<MeasuredNucleus> members) {
    double share =
        members.stream()
            .filter(member -> member.ringOd().isPresent())
            .mapToDouble(
                member -> {
                  double ring = member.ringOd().get().mean();
                  return (member.cytoplasm().orElseThrow().mean() - ring) / scale(ring);
                })
            .average()
            .orElse(0);
    return together.map(od -> od.withMean(od.mean() + share * scale(od.mean())));
  }

  /**
   * Returns what the correction looks at, in the order of {@link ReadingFeature}.
   *
   * @param ring reading of the ring
   * @param furtherOut mean beyond it
   * @param inner mean inside of the outline
   * @param nucleus mean of the nucleus
   * @param blurred mean of what lies next to the nucleus
   * @param nucleusUm2 its area
   * @param ringPixels quantiles of the ring
   * @param grown quantiles of what grew
   */
  static double[] features(
      double ring,
      double furtherOut,
      double inner,
      double nucleus,
      double blurred,
      double nucleusUm2,
      double[] ringPixels,
      double[] grown,
      SlideTexture texture) {
    double scale = scale(ring);
    double[] features =
        Arrays.copyOf(
            new double[] {
              (furtherOut - ring) / scale,
              (inner - ring) / scale,
              (nucleus - ring) / scale,
              1 / scale,
              ring,
              (blurred - ring) / scale,
              nucleusUm2,
              texture.grain(),
              texture.compression(),
              texture.inner()
            },
            FEATURES);
    int next = FIRST_QUANTILE;
    for (double od : ringPixels) {
      features[next++] = (od - ring) / scale;
    }
    for (double od : grown) {
      features[next++] = (od - ring) / scale;
    }
    return features;
  }

  /** Returns {@link ReadingFeature#INNER} out of what the correction looks at. */
  static double inner(double[] features) {
    return features[1];
  }

  private static double scale(double ring) {
    return SHARE_OF_OD + Math.max(0, ring);
  }
}
