package org.ranklens.phantom.pet;

/** The outline of trunk and neck: an ellipse whose half axes change with height. */
final class Trunk implements Shape {

  /** Height, half width, half depth, in mm, from below upwards. */
  private static final double[][] SECTIONS = {
    {-470, 168, 112}, {-400, 178, 118}, {-300, 168, 112}, {-180, 160, 108}, {-60, 166, 112},
    {40, 172, 114}, {110, 184, 110}, {146, 182, 98}, {166, 132, 84}, {184, 82, 72},
    {205, 66, 66}, {275, 62, 64}
  };

  private final double insetMm;

  /**
   * @param insetMm how far inside the usual skin; below 0 outside it
   */
  Trunk(double insetMm) {
    this.insetMm = insetMm;
  }

  @Override
  public boolean contains(double x, double y, double z) {
    int last = SECTIONS.length - 1;
    if (z < SECTIONS[0][0] + insetMm || z > SECTIONS[last][0]) {
      return false;
    }
    int k = 1;
    while (k < last && z > SECTIONS[k][0]) {
      k++;
    }
    double[] below = SECTIONS[k - 1];
    double[] above = SECTIONS[k];
    double t = Math.max(0, (z - below[0]) / (above[0] - below[0]));
    double u = x / (below[1] + t * (above[1] - below[1]) - insetMm);
    double v = y / (below[2] + t * (above[2] - below[2]) - insetMm);
    return u * u + v * v <= 1;
  }

  @Override
  public double[] box() {
    double out = Math.max(0, -insetMm);
    return new double[] {-190 - out, -125 - out, -470 - out, 190 + out, 125 + out, 275};
  }
}
