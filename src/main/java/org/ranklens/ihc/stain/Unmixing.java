package org.ranklens.ihc.stain;

/**
 * The inverse of the matrix whose rows are haematoxylin, DAB and their normalised cross product:
 * densities in red, green, blue times it are densities of the stains (Ruifrok and Johnston 2001).
 *
 * @param fromRed what a density of 1 in red alone means for haematoxylin, DAB, residual
 * @param fromGreen likewise
 * @param fromBlue likewise
 */
record Unmixing(Weights fromRed, Weights fromGreen, Weights fromBlue) {

  /** Contributions to the three planes. */
  record Weights(double hematoxylin, double dab, double residual) {}

  /** Returns what densities of 1 in red, green and blue alone mean for haematoxylin. */
  double[] hematoxylin() {
    return new double[] {fromRed.hematoxylin(), fromGreen.hematoxylin(), fromBlue.hematoxylin()};
  }

  /** Returns what densities of 1 in red, green and blue alone mean for DAB. */
  double[] dab() {
    return new double[] {fromRed.dab(), fromGreen.dab(), fromBlue.dab()};
  }

  /** Returns what densities of 1 in red, green and blue alone mean for the residual. */
  double[] residual() {
    return new double[] {fromRed.residual(), fromGreen.residual(), fromBlue.residual()};
  }

  static Unmixing of(StainMatrix stains) {
    StainVector h = stains.hematoxylin();
    StainVector d = stains.dab();
    double x = h.green() * d.blue() - h.blue() * d.green();
    double y = h.blue() * d.red() - h.red() * d.blue();
    double z = h.red() * d.green() - h.green() * d.red();
    double sine = Math.sqrt(x * x + y * y + z * z);
    double cosine = h.red() * d.red() + h.green() * d.green() + h.blue() * d.blue();
    double scale = 1 / (sine * sine);
    return new Unmixing(
        new Weights(
            (h.red() - cosine * d.red()) * scale, (d.red() - cosine * h.red()) * scale, x / sine),
        new Weights(
            (h.green() - cosine * d.green()) * scale,
            (d.green() - cosine * h.green()) * scale,
            y / sine),
        new Weights(
            (h.blue() - cosine * d.blue()) * scale,
            (d.blue() - cosine * h.blue()) * scale,
            z / sine));
  }
}
