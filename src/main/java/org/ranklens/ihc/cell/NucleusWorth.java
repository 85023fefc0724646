package org.ranklens.ihc.cell;

/**
 * How much a component looks like a nucleus: of its size, filling an ellipse, not drawn out, with a
 * steep contour. The worth is in pixels, so that a whole nucleus beats its dark clumps, and two
 * nuclei beat the dumbbell that they make together.
 */
final class NucleusWorth {

  private static final double LEAST_FILL = 0.72;
  private static final double FULL_FILL = 0.97;
  private static final double FULL_ELONGATION = 2.5;
  private static final double MOST_ELONGATION = 5.5;

  /** Above 1, so that a nucleus beats its cytoplasm, which is larger and has a softer edge. */
  private static final double GRADIENT_POWER = 1.5;

  private static final double MOST_EXTENT_MICRONS = 45;

  private final double leastPixels;
  private final double mostPixels;
  private final double mostExtentPixels;
  private final double pixelSizeMicrons;

  NucleusWorth(CellSettings settings, double pixelSizeMicrons) {
    double pixelArea = pixelSizeMicrons * pixelSizeMicrons;
    this.leastPixels = settings.nucleusMinAreaUm2() / pixelArea;
    this.mostPixels = settings.nucleusMaxAreaUm2() / pixelArea;
    this.mostExtentPixels = MOST_EXTENT_MICRONS / pixelSizeMicrons;
    this.pixelSizeMicrons = pixelSizeMicrons;
  }

  /** Returns 0 for what is no nucleus. */
  double of(NodeSums sums, int node) {
    int area = sums.area(node);
    if (area < leastPixels || area > mostPixels || sums.extent(node) > mostExtentPixels) {
      return 0;
    }
    double gradient = sums.contourGradient(node) / pixelSizeMicrons;
    return area * shape(sums.ellipse(node)) * Math.pow(gradient, GRADIENT_POWER);
  }

  /** Returns 0 to 1. */
  static double shape(Ellipse ellipse) {
    double fill = ramp((ellipse.fill() - LEAST_FILL) / (FULL_FILL - LEAST_FILL));
    double slender =
        ramp((MOST_ELONGATION - ellipse.elongation()) / (MOST_ELONGATION - FULL_ELONGATION));
    return fill * slender;
  }

  private static double ramp(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
