package org.ranklens.ihc.stain;

/**
 * The direction of a stain in optical density, of length 1.
 *
 * @param red share of red light's optical density
 * @param green of green
 * @param blue of blue
 */
public record StainVector(double red, double green, double blue) {

  /** Ruifrok and Johnston's haematoxylin. */
  public static final StainVector HAEMATOXYLIN = unit(0.650, 0.704, 0.286);

  /** Ruifrok and Johnston's DAB. */
  public static final StainVector DAB = unit(0.268, 0.570, 0.776);

  public StainVector {
    double norm = Math.sqrt(red * red + green * green + blue * blue);
    if (!(Math.abs(norm - 1) < 1e-6)) {
      throw new IllegalArgumentException("a stain vector has length 1, not " + norm);
    }
  }

  /** Returns the vector of this direction. */
  public static StainVector unit(double red, double green, double blue) {
    double norm = Math.sqrt(red * red + green * green + blue * blue);
    if (!(norm > 0)) {
      throw new IllegalArgumentException("a stain vector needs a direction");
    }
    return new StainVector(red / norm, green / norm, blue / norm);
  }

  /** Returns the angle to another vector in degrees. */
  public double degreesTo(StainVector other) {
    double cosine = red * other.red + green * other.green + blue * other.blue;
    return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
  }

  /** Returns the unit vector at right angles to both. */
  public StainVector cross(StainVector other) {
    return unit(
        green * other.blue - blue * other.green,
        blue * other.red - red * other.blue,
        red * other.green - green * other.red);
  }
}
