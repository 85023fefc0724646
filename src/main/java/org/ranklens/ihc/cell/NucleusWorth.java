package org.ranklens.ihc.cell;

/**
 * How much a shape looks like a nucleus: of its size, filling an ellipse, not drawn out, with a
 * steep contour. The worth grows with the area, so that a whole nucleus beats its dark clumps, and
 * two nuclei beat the dumbbell that they make together.
 */
final class NucleusWorth {

  private static final double LEAST_FILL = 0.8;
  private static final double FULL_FILL = 0.97;

  /** A shape that is larger may be a heap of nuclei: it has to fill its ellipse the better. */
  private static final double USUAL_UM2 = 60;

  /** From here on fully. */
  private static final double LARGE_UM2 = 120;

  private static final double LEAST_LARGE_FILL = 0.93;
  private static final double FULL_LARGE_FILL = 0.985;
  private static final double FULL_ELONGATION = 2.5;
  private static final double MOST_ELONGATION = 5.5;

  /** Above 1, so that a nucleus beats its cytoplasm, which is larger and has a softer edge. */
  private static final double GRADIENT_POWER = 2.2;

  /** Black, brown and pale nuclei touch: the steeper contour of the one counts more. */
  private static final double MARKED_GRADIENT_POWER = 3;

  private final double leastPixels;
  private final double mostPixels;
  private final double pixelSizeMicrons;
  private final double gradientPower;

  /** What the marker stains is told by a score that knows heaps; its shapes stay as they were. */
  private final boolean marked;

  NucleusWorth(CellSettings settings, double pixelSizeMicrons, Compartment marker) {
    this.marked = marker == Compartment.NUCLEUS;
    this.gradientPower = marked ? MARKED_GRADIENT_POWER : GRADIENT_POWER;
    double pixelArea = pixelSizeMicrons * pixelSizeMicrons;
    this.leastPixels = settings.nucleusMinAreaUm2() / pixelArea;
    this.mostPixels = settings.nucleusMaxAreaUm2() / pixelArea;
    this.pixelSizeMicrons = pixelSizeMicrons;
  }

  /**
   * Returns the worth, 0 for what is no nucleus.
   *
   * @param gradient mean along the contour, optical density per pixel
   */
  double of(Ellipse shape, double gradient) {
    if (!fits(shape.area()) || gradient <= 0) {
      return 0;
    }
    double form = form(shape) * (marked ? 1 : single(shape));
    return shape.area() * form * Math.pow(gradient / pixelSizeMicrons, gradientPower);
  }

  /** Returns what an area could be worth if it were all nuclei. */
  double most(double areaPixels, double gradient) {
    return areaPixels * Math.pow(gradient / pixelSizeMicrons, gradientPower);
  }

  /** Returns the area of the smallest nucleus. */
  int leastPixels() {
    return (int) Math.ceil(leastPixels);
  }

  boolean fits(double areaPixels) {
    return areaPixels >= leastPixels && areaPixels <= mostPixels;
  }

  private static double form(Ellipse ellipse) {
    double fill = ramp((ellipse.fill() - LEAST_FILL) / (FULL_FILL - LEAST_FILL));
    double slender =
        ramp((MOST_ELONGATION - ellipse.elongation()) / (MOST_ELONGATION - FULL_ELONGATION));
    return fill * slender;
  }

  /** Returns how much a shape looks like one nucleus, by its area. */
  private double single(Ellipse ellipse) {
    double um2 = ellipse.area() * pixelSizeMicrons * pixelSizeMicrons;
    double large = ramp((um2 - USUAL_UM2) / (LARGE_UM2 - USUAL_UM2));
    double fill = ramp((ellipse.fill() - LEAST_LARGE_FILL) / (FULL_LARGE_FILL - LEAST_LARGE_FILL));
    return 1 - large * (1 - fill);
  }

  private static double ramp(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
