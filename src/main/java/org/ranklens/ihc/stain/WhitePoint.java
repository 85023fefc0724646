package org.ranklens.ihc.stain;

/**
 * The grey levels of unstained glass: where optical density is 0.
 *
 * @param red above 0, at most 255
 * @param green above 0, at most 255
 * @param blue above 0, at most 255
 */
public record WhitePoint(double red, double green, double blue) {

  public WhitePoint {
    if (!(red > 0 && red <= 255 && green > 0 && green <= 255 && blue > 0 && blue <= 255)) {
      throw new IllegalArgumentException(
          "white is above 0 and at most 255, not " + red + ", " + green + ", " + blue);
    }
  }
}
