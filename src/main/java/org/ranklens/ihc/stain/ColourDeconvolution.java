package org.ranklens.ihc.stain;

import org.ranklens.ihc.slide.RgbImage;

/**
 * Turns colours into stains by tables: each plane is the sum of three table values per pixel.
 *
 * <p>Pixels may be binned on the way; a bin's grey level is the mean of its pixels', as a coarser
 * camera would have seen it.
 */
public final class ColourDeconvolution {

  /** Three, and one left empty: a place is found by a shift. */
  private static final int PLANES = 4;

  private final int bin;
  private final StainEstimate estimate;
  private final LightSurface light;
  private final double[][] ofLight;
  private final float[][] hematoxylin = new float[3][];
  private final float[][] dab = new float[3][];
  private final float[][] residual = new float[3][];

  /** The three planes by red and green together, and by blue: half the look-ups a pixel. */
  private final float[] ofRedGreen;

  private final float[] ofBlue;

  /**
   * Makes the tables.
   *
   * @param bin edge of the squares of pixels that become one; 1 to 16
   */
  public ColourDeconvolution(StainEstimate estimate, int bin) {
    this(estimate, bin, LightSurface.even());
  }

  /**
   * Makes the tables.
   *
   * @param bin edge of the squares of pixels that become one; 1 to 16
   * @param light what of the white point's light reaches a place of the slide
   */
  public ColourDeconvolution(StainEstimate estimate, int bin, LightSurface light) {
    if (bin < 1 || bin > 16) {
      throw new IllegalArgumentException("bin must be 1 to 16, not " + bin);
    }
    this.bin = bin;
    Unmixing unmixing = Unmixing.of(estimate.stains());
    this.estimate = estimate;
    this.light = light;
    this.ofLight = ofLight(unmixing, light);
    fill(0, OdTable.of(estimate.white().red(), bin * bin), unmixing.fromRed());
    fill(1, OdTable.of(estimate.white().green(), bin * bin), unmixing.fromGreen());
    fill(2, OdTable.of(estimate.white().blue(), bin * bin), unmixing.fromBlue());
    ofRedGreen = bin == 1 ? ofRedGreen() : new float[0];
    ofBlue = bin == 1 ? ofBlue() : new float[0];
  }

  private float[] ofRedGreen() {
    float[] table = new float[PLANES << 16];
    for (int i = 0; i < 1 << 16; i++) {
      int red = i >> 8;
      int green = i & 0xff;
      table[PLANES * i] = hematoxylin[0][red] + hematoxylin[1][green];
      table[PLANES * i + 1] = dab[0][red] + dab[1][green];
      table[PLANES * i + 2] = residual[0][red] + residual[1][green];
    }
    return table;
  }

  private float[] ofBlue() {
    float[] table = new float[PLANES << 8];
    for (int blue = 0; blue < 1 << 8; blue++) {
      table[PLANES * blue] = hematoxylin[2][blue];
      table[PLANES * blue + 1] = dab[2][blue];
      table[PLANES * blue + 2] = residual[2][blue];
    }
    return table;
  }

  /** Returns the planes of an image; a rest that fills no bin at the right and below is dropped. */
  public StainImages deconvolve(RgbImage image) {
    return deconvolve(image, new PlaneMemory());
  }

  private StainImages deconvolve(RgbImage image, PlaneMemory memory) {
    int width = image.width() / bin;
    int height = image.height() / bin;
    float[] h = memory.floats(width * height);
    float[] d = memory.floats(width * height);
    float[] r = memory.floats(width * height);
    if (bin == 1) {
      direct(image.rgb(), width * height, h, d, r);
    } else {
      binned(image, width, height, new float[][] {h, d, r});
    }
    return new StainImages(width, height, h, d, r);
  }

  /**
   * Returns the planes of a part of a slide, with the light's unevenness and what is pink taken out
   * of them, and a pale counterstain brought to a usual one.
   *
   * @param xPx level-0 column of the part's left edge
   * @param yPx level-0 row of its upper edge
   * @param memory the planes are made in
   */
  public StainImages deconvolve(RgbImage image, int xPx, int yPx, PlaneMemory memory) {
    StainImages images = deconvolve(image, memory);
    if (!light.isEven()) {
      double[] u = new double[images.width()];
      for (int x = 0; x < u.length; x++) {
        u[x] = light.u(xPx + (x + 0.5) * bin);
      }
      int height = images.height();
      takeOut(images.hematoxylinOd(), height, ofLight[0], u, yPx);
      takeOut(images.dabOd(), height, ofLight[1], u, yPx);
      takeOut(images.residualOd(), height, ofLight[2], u, yPx);
    }
    PinkRemoval.fromDab(images, estimate);
    if (estimate.hematoxylinGain() != 1) {
      times((float) estimate.hematoxylinGain(), images.hematoxylinOd(), images.pixels());
    }
    return images;
  }

  private static void times(float gain, float[] plane, int pixels) {
    for (int i = 0; i < pixels; i++) {
      plane[i] *= gain;
    }
  }

  /** Where less light comes in, less goes missing on the way through. */
  private void takeOut(float[] plane, int height, double[] terms, double[] u, int yPx) {
    for (int i = 0, y = 0; y < height; y++) {
      double v = light.v(yPx + (y + 0.5) * bin);
      for (int x = 0; x < u.length; x++, i++) {
        plane[i] += (float) LightSurface.value(terms, u[x], v);
      }
    }
  }

  private static double[][] ofLight(Unmixing unmixing, LightSurface light) {
    Unmixing.Weights red = unmixing.fromRed();
    Unmixing.Weights green = unmixing.fromGreen();
    Unmixing.Weights blue = unmixing.fromBlue();
    return new double[][] {
      light.weighted(red.hematoxylin(), green.hematoxylin(), blue.hematoxylin()),
      light.weighted(red.dab(), green.dab(), blue.dab()),
      light.weighted(red.residual(), green.residual(), blue.residual())
    };
  }

  private void fill(int channel, float[] od, Unmixing.Weights weights) {
    hematoxylin[channel] = scaled(od, weights.hematoxylin());
    dab[channel] = scaled(od, weights.dab());
    residual[channel] = scaled(od, weights.residual());
  }

  private static float[] scaled(float[] od, double factor) {
    float[] table = new float[od.length];
    for (int i = 0; i < od.length; i++) {
      table[i] = (float) (od[i] * factor);
    }
    return table;
  }

  private void direct(byte[] rgb, int pixels, float[] h, float[] d, float[] r) {
    float[] first = ofRedGreen;
    float[] second = ofBlue;
    for (int i = 0, p = 0; i < pixels; i++, p += 3) {
      int redGreen = PLANES * (((rgb[p] & 0xff) << 8) | (rgb[p + 1] & 0xff));
      int blue = PLANES * (rgb[p + 2] & 0xff);
      h[i] = first[redGreen] + second[blue];
      d[i] = first[redGreen + 1] + second[blue + 1];
      r[i] = first[redGreen + 2] + second[blue + 2];
    }
  }

  private void binned(RgbImage image, int width, int height, float[][] planes) {
    int[] sums = new int[3 * width];
    for (int y = 0; y < height; y++) {
      java.util.Arrays.fill(sums, 0);
      for (int row = y * bin; row < (y + 1) * bin; row++) {
        addRow(image.rgb(), 3 * row * image.width(), sums);
      }
      for (int x = 0; x < width; x++) {
        int red = sums[3 * x];
        int green = sums[3 * x + 1];
        int blue = sums[3 * x + 2];
        int i = y * width + x;
        planes[0][i] = hematoxylin[0][red] + hematoxylin[1][green] + hematoxylin[2][blue];
        planes[1][i] = dab[0][red] + dab[1][green] + dab[2][blue];
        planes[2][i] = residual[0][red] + residual[1][green] + residual[2][blue];
      }
    }
  }

  private void addRow(byte[] rgb, int from, int[] sums) {
    int p = from;
    for (int i = 0; i < sums.length; i += 3) {
      for (int k = 0; k < bin; k++, p += 3) {
        sums[i] += rgb[p] & 0xff;
        sums[i + 1] += rgb[p + 1] & 0xff;
        sums[i + 2] += rgb[p + 2] & 0xff;
      }
    }
  }
}
