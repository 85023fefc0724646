package org.ranklens.ihc.cell;

import java.util.List;
import java.util.Optional;

/** Weighs whether two neighbouring nuclei lie in one cytoplasm. */
final class PairEvidence {

  private static final double ALIKE_OD = 0.06;
  private static final double ALIKE_SHARE = 0.15;
  private static final double VALLEY_OD = 0.04;
  private static final double VALLEY_SHARE = 0.2;
  private static final double MOST_GAP_MICRONS = 5;

  private final Nuclei nuclei;
  private final float[] dab;
  private final int width;
  private final TileFrame frame;
  private final List<Optional<CytoplasmOd>> cytoplasm;

  PairEvidence(
      Nuclei nuclei,
      float[] smoothDab,
      int width,
      TileFrame frame,
      List<Optional<CytoplasmOd>> cytoplasm) {
    this.nuclei = nuclei;
    this.dab = smoothDab;
    this.width = width;
    this.frame = frame;
    this.cytoplasm = cytoplasm;
  }

  boolean sameCell(Neighbours.Pair pair) {
    Optional<CytoplasmOd> first = cytoplasm.get(pair.a());
    Optional<CytoplasmOd> second = cytoplasm.get(pair.b());
    if (first.isEmpty() || second.isEmpty()) {
      return false;
    }
    double a = first.get().mean();
    double b = second.get().mean();
    double lower = Math.min(a, b);
    if (Math.abs(a - b) > ALIKE_OD + ALIKE_SHARE * Math.max(0, lower)) {
      return false;
    }
    Path path = path(pair);
    return frame.pixelSizeMicrons() * path.gapPixels <= MOST_GAP_MICRONS
        && path.lowest >= lower - VALLEY_OD - VALLEY_SHARE * Math.max(0, lower);
  }

  /** What a straight walk from centre to centre meets outside of nuclei. */
  private record Path(int gapPixels, double lowest) {}

  private Path path(Neighbours.Pair pair) {
    Ellipse from = nuclei.shape(pair.a());
    Ellipse to = nuclei.shape(pair.b());
    int steps = (int) Math.ceil(pair.distancePixels());
    int gap = 0;
    double lowest = Double.MAX_VALUE;
    for (int i = 0; i <= steps; i++) {
      double t = (double) i / steps;
      int x = (int) Math.floor(from.x() + t * (to.x() - from.x())) - frame.x();
      int y = (int) Math.floor(from.y() + t * (to.y() - from.y())) - frame.y();
      int p = y * width + x;
      if (nuclei.labels()[p] == 0) {
        gap++;
        lowest = Math.min(lowest, dab[p]);
      }
    }
    return new Path(gap, lowest);
  }
}
