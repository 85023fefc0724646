package org.ranklens.ihc.cell;

import java.util.Arrays;
import java.util.List;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.stain.ColourDeconvolution;
import org.ranklens.ihc.stain.StainEstimate;
import org.ranklens.ihc.stain.StainImages;
import org.ranklens.ihc.stain.StainMatrix;
import org.ranklens.ihc.stain.VectorSource;
import org.ranklens.ihc.stain.WhitePoint;

/**
 * Optical densities of the squares of an overview, made from its colours when they are asked for: a
 * large slide has two million squares, and planes of all densities would take 100 MB.
 */
final class SquareOd {

  private static final int STRIP_SQUARES = 1 << 16;

  private final RgbImage image;
  private final float[] redOf;
  private final float[] greenOf;
  private final float[] blueOf;
  private final ColourDeconvolution deconvolution;

  private SquareOd(RgbImage image, WhitePoint white, StainMatrix vectors) {
    this.image = image;
    this.redOf = densities(white.red());
    this.greenOf = densities(white.green());
    this.blueOf = densities(white.blue());
    this.deconvolution =
        new ColourDeconvolution(
            new StainEstimate(white, vectors, VectorSource.GIVEN, List.of()), 1);
  }

  static SquareOd of(RgbImage image, WhitePoint white, StainMatrix vectors) {
    return new SquareOd(image, white, vectors);
  }

  /** Returns the density of each level. */
  private static float[] densities(double white) {
    float[] densities = new float[256];
    for (int level = 0; level < densities.length; level++) {
      densities[level] = (float) -Math.log10(Math.max(1, level) / white);
    }
    return densities;
  }

  /** A density of a square. */
  interface Density {
    float of(int square);
  }

  /** Takes the stains of some squares. */
  interface Strip {

    /**
     * Takes a strip.
     *
     * @param first the number of its first square
     */
    void take(int first, StainImages stains);
  }

  int squares() {
    return image.width() * image.height();
  }

  float red(int square) {
    return redOf[image.rgb()[3 * square] & 0xff];
  }

  float green(int square) {
    return greenOf[image.rgb()[3 * square + 1] & 0xff];
  }

  float blue(int square) {
    return blueOf[image.rgb()[3 * square + 2] & 0xff];
  }

  /** Returns the length of the densities in red, green and blue as a vector. */
  float length(int square) {
    float red = red(square);
    float green = green(square);
    float blue = blue(square);
    return (float) Math.sqrt(red * red + green * green + blue * blue);
  }

  float mean(int square) {
    return (red(square) + green(square) + blue(square)) / 3;
  }

  float least(int square) {
    return Math.min(red(square), Math.min(green(square), blue(square)));
  }

  /** Returns a density of all squares. */
  float[] plane(Density density) {
    float[] plane = new float[squares()];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = density.of(i);
    }
    return plane;
  }

  float[] hematoxylin() {
    float[] plane = new float[squares()];
    stains(
        (first, stains) ->
            System.arraycopy(
                stains.hematoxylinOd(), 0, plane, first, stains.hematoxylinOd().length));
    return plane;
  }

  /** Returns what is along neither stain; above 0 is green, below 0 pink. */
  float[] residual() {
    float[] plane = new float[squares()];
    stains(
        (first, stains) ->
            System.arraycopy(stains.residualOd(), 0, plane, first, stains.residualOd().length));
    return plane;
  }

  /** Hands on the stains, some rows at a time. */
  void stains(Strip strip) {
    int width = image.width();
    int rows = Math.max(1, STRIP_SQUARES / width);
    for (int y = 0; y < image.height(); y += rows) {
      int high = Math.min(rows, image.height() - y);
      byte[] rgb = Arrays.copyOfRange(image.rgb(), 3 * y * width, 3 * (y + high) * width);
      strip.take(y * width, deconvolution.deconvolve(new RgbImage(width, high, rgb)));
    }
  }
}
