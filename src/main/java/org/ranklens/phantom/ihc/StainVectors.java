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

  /** Both stains turned about the grey axis, as another lab's reagents and camera would have it. */
  public StainVectors turned(double degrees) {
    Rgb grey = new Rgb(1, 1, 1);
    return new StainVectors(hematoxylin.turned(grey, degrees), dab.turned(grey, degrees), eosin);
  }
}
