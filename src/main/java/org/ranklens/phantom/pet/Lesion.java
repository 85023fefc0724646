package org.ranklens.phantom.pet;

/**
 * A lesion of the straight body at one time point: an ellipsoid.
 *
 * @param name as in the truth file
 * @param centreMm x, y, z
 * @param radiiMm along x, y, z
 * @param suv uptake inside, before the scanner blurs it
 * @param hu density inside
 */
record Lesion(String name, Triple centreMm, Triple radiiMm, double suv, double hu) {

  record Triple(double x, double y, double z) {}

  Shape shape() {
    return Shape.ellipsoid(centreMm.x, centreMm.y, centreMm.z, radiiMm.x, radiiMm.y, radiiMm.z);
  }

  Organ organ() {
    return new Organ(name, shape(), suv, hu);
  }

  Lesion hotter(double times) {
    return new Lesion(name, centreMm, radiiMm, times * suv, hu);
  }

  Lesion after(Outcome outcome) {
    double g = outcome.growth();
    return new Lesion(
        name,
        centreMm,
        new Triple(radiiMm.x * g, radiiMm.y * g, radiiMm.z * g),
        outcome.followupSuv(suv),
        outcome.followupHu(hu));
  }
}
