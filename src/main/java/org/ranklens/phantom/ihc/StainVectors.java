package org.ranklens.phantom.ihc;

/**
 * The directions of the stains in OD space, each of length one; {@code eosin} colours what is
 * neither stain (osteoid, red cells).
 */
public record StainVectors(Rgb hematoxylin, Rgb dab, Rgb eosin) {

  /** Haematoxylin, DAB and eosin of Ruifrok and Johnston 2001. */
  public static final StainVectors RUIFROK =
      new StainVectors(
          new Rgb(0.650, 0.704, 0.286), new Rgb(0.268, 0.570, 0.776), new Rgb(0.072, 0.990, 0.105));

  public StainVectors {
    hematoxylin = hematoxylin.unit();
    dab = dab.unit();
    eosin = eosin.unit();
  }

  /** Both stains turned by so many degrees in hue, as another lab's reagents would have it. */
  public StainVectors turned(double degrees) {
    return new StainVectors(inHue(hematoxylin, degrees), inHue(dab, degrees), eosin);
  }

  /** About the part of the grey axis that stands at right angles to the vector. */
  private static Rgb inHue(Rgb vector, double degrees) {
    double along = vector.red() + vector.green() + vector.blue();
    Rgb axis =
        new Rgb(1 - along * vector.red(), 1 - along * vector.green(), 1 - along * vector.blue());
    return vector.turned(axis, degrees);
  }
}
