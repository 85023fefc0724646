package org.ranklens.agreement;

/** Fisher's z: the inverse hyperbolic tangent. */
final class FisherZ {

  private FisherZ() {}

  static double of(double r) {
    return (Math.log1p(r) - Math.log1p(-r)) / 2;
  }
}
