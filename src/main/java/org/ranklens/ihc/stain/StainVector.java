package org.ranklens.ihc.stain;

/**
 * The colour of a stain: its optical densities (base 10) in red, green and blue, as a vector of
 * length 1. Any positive multiple may be given; it is brought to length 1.
 *
 * @param red at least 0
 * @param green at least 0
 * @param blue at least 0
 */
public record StainVector(double red, double green, double blue) {

  public StainVector {
    double length = Math.sqrt(red * red + green * green + blue * blue);
    if (!(length > 1e-6 && length < 1e6) || red < 0 || green < 0 || blue < 0) {
      throw new IllegalArgumentException(
          "a stain vector has three densities of at least 0, not all 0, but not "
              + red
              + ", "
              + green
              + ", "
              + blue);
    }
    // What has length 1 stays as it is, to the last digit, so that written settings read back
    // equal.
    if (Math.abs(length - 1) > 1e-12) {
      red /= length;
      green /= length;
      blue /= length;
    }
  }

  /** Returns the angle to another vector, 0 to 90 degrees. */
  public double degreesTo(StainVector other) {
    double cosine = red * other.red + green * other.green + blue * other.blue;
    return Math.toDegrees(Math.acos(Math.min(1, cosine)));
  }
}
