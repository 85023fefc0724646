package org.ranklens.ihc.cell;

import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.stain.ColourDeconvolution;
import org.ranklens.ihc.stain.StainEstimate;
import org.ranklens.ihc.stain.StainImages;
import org.ranklens.ihc.stain.StainMatrix;
import org.ranklens.ihc.stain.WhitePoint;

/** Optical densities of the squares of an overview. It owns its arrays. */
final class SquareOd {

  private final float[] red;
  private final float[] green;
  private final float[] blue;
  private final float[] length;
  private final StainImages stains;

  private SquareOd(float[] red, float[] green, float[] blue, float[] length, StainImages stains) {
    this.red = red;
    this.green = green;
    this.blue = blue;
    this.length = length;
    this.stains = stains;
  }

  static SquareOd of(RgbImage image, WhitePoint white, StainMatrix vectors) {
    int squares = image.width() * image.height();
    float[] red = new float[squares];
    float[] green = new float[squares];
    float[] blue = new float[squares];
    float[] length = new float[squares];
    byte[] rgb = image.rgb();
    for (int i = 0; i < squares; i++) {
      red[i] = density(rgb[3 * i], white.red());
      green[i] = density(rgb[3 * i + 1], white.green());
      blue[i] = density(rgb[3 * i + 2], white.blue());
      length[i] = (float) Math.sqrt(red[i] * red[i] + green[i] * green[i] + blue[i] * blue[i]);
    }
    StainEstimate given = new StainEstimate(white, vectors, "", java.util.List.of());
    return new SquareOd(
        red, green, blue, length, new ColourDeconvolution(given, 1).deconvolve(image));
  }

  private static float density(byte level, double white) {
    return (float) -Math.log10(Math.max(1, level & 0xff) / white);
  }

  float[] red() {
    return red;
  }

  float[] green() {
    return green;
  }

  float[] blue() {
    return blue;
  }

  /** Returns the length of the densities in red, green and blue as a vector, per square. */
  float[] length() {
    return length;
  }

  StainImages stains() {
    return stains;
  }

  float mean(int square) {
    return (red[square] + green[square] + blue[square]) / 3;
  }

  float least(int square) {
    return Math.min(red[square], Math.min(green[square], blue[square]));
  }

  float most(int square) {
    return Math.max(red[square], Math.max(green[square], blue[square]));
  }

  /** Returns how much of the density is haematoxylin; below 0 beyond DAB's colour. */
  float hematoxylinShare(int square) {
    return stains.hematoxylinOd()[square] / length[square];
  }

  /** Returns how much of the density is DAB; below 0 beyond haematoxylin's colour. */
  float dabShare(int square) {
    return stains.dabOd()[square] / length[square];
  }

  /** Returns how much of the density is along neither stain; above 0 is green, below 0 pink. */
  float residualShare(int square) {
    return stains.residualOd()[square] / length[square];
  }
}
