package org.ranklens.ihc.cell;

/**
 * How much a shape looks like a nucleus: of its size, filling an ellipse, not drawn out, with a
 * steep contour. The worth grows with the area, so that a whole nucleus beats its dark clumps, and
 * two nuclei beat the dumbbell that they make together.
 */
final class NucleusWorth {

  private static final double LEAST_FILL = 0.8;
  private static final double FULL_FILL = 0.97;
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

  NucleusWorth(CellSettings settings, double pixelSizeMicrons, Compartment marker) {
    this.gradientPower = marker == Compartment.NUCLEUS ? MARKED_GRADIENT_POWER : GRADIENT_POWER;
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
    return shape.area() * form(shape) * Math.pow(gradient / pixelSizeMicrons, gradientPower);
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

  private static double ramp(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
