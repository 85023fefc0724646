package org.ranklens.report.figure;

import org.ranklens.ihc.slide.RgbImage;

/** Values into colours. */
final class Tones {

  /** A window that shows soft tissue: behind the uptake. */
  static final Window SOFT = new Window(40, 400);

  /** A window that shows calcification from soft tissue to dense bone. */
  static final Window BONE = new Window(300, 1400);

  /** Most of the CT that uptake hides. */
  private static final double MOST_COVER = 0.85;

  /** Uptake below this part of the scale is all but transparent. */
  private static final double COVER_FULL_FROM = 0.35;

  private Tones() {}

  /**
   * A window of Hounsfield units.
   *
   * @param level its middle
   * @param width from black to white
   */
  record Window(int level, int width) {
    double grey(double hu) {
      return clamp((hu - (level - width / 2.0)) / width);
    }

    String label() {
      return "CT, L " + level + " W " + width + " HU";
    }
  }

  /** Returns a CT in grey. */
  static RgbImage ct(float[] hu, int edge, Window window) {
    byte[] rgb = new byte[3 * edge * edge];
    for (int i = 0; i < hu.length; i++) {
      put(rgb, i, window.grey(hu[i]), window.grey(hu[i]), window.grey(hu[i]));
    }
    return new RgbImage(edge, edge, rgb);
  }

  /** Returns uptake in the colours of hot iron over the CT. */
  static RgbImage fused(float[] hu, float[] suv, int edge, double suvTop) {
    byte[] rgb = new byte[3 * edge * edge];
    for (int i = 0; i < hu.length; i++) {
      double grey = SOFT.grey(hu[i]);
      double heat = clamp(suv[i] / suvTop);
      double cover = MOST_COVER * Math.min(1, heat / COVER_FULL_FROM);
      put(
          rgb,
          i,
          grey + cover * (red(heat) - grey),
          grey + cover * (green(heat) - grey),
          grey + cover * (blue(heat) - grey));
    }
    return new RgbImage(edge, edge, rgb);
  }

  /** Returns the colours of uptake from the top of the scale to 0. */
  static RgbImage bar(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      double heat = 1 - (y + 0.5) / height;
      for (int x = 0; x < width; x++) {
        put(rgb, y * width + x, red(heat), green(heat), blue(heat));
      }
    }
    return new RgbImage(width, height, rgb);
  }

  /** Returns uptake from white (none) to black (the scale's top). */
  static RgbImage inverted(float[] suv, int width, int height, double suvTop) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < suv.length; i++) {
      double grey = 1 - clamp(suv[i] / suvTop);
      put(rgb, i, grey, grey, grey);
    }
    return new RgbImage(width, height, rgb);
  }

  private static double red(double heat) {
    return clamp(heat * 2.6);
  }

  private static double green(double heat) {
    return clamp((heat - 0.38) * 2.6);
  }

  private static double blue(double heat) {
    return clamp((heat - 0.77) * 4.3);
  }

  private static void put(byte[] rgb, int pixel, double red, double green, double blue) {
    rgb[3 * pixel] = (byte) Math.round(255 * red);
    rgb[3 * pixel + 1] = (byte) Math.round(255 * green);
    rgb[3 * pixel + 2] = (byte) Math.round(255 * blue);
  }

  private static double clamp(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
