package org.ranklens.ihc.cell;

import java.util.Arrays;
import org.ranklens.ihc.stain.PlaneMemory;

/**
 * What a component tree is made of: levels and steepness of a smooth plane, with a rim of one pixel
 * around. It owns its arrays.
 */
final class SmoothPlane {

  private static final double LOWEST_OD = 0.06;
  private static final double HIGHEST_OD = 1.1;
  private static final double STEP_OD = 0.02;
  private static final int LEVELS = (int) Math.round((HIGHEST_OD - LOWEST_OD) / STEP_OD);

  private final int stride;
  private final byte[] levels;
  private final char[] milliGradient;
  private final int pixels;

  private SmoothPlane(int width, int height, PlaneMemory memory) {
    this.stride = width + 2;
    this.pixels = stride * (height + 2);
    this.levels = memory.bytes(pixels);
    this.milliGradient = memory.chars(pixels);
    Arrays.fill(levels, 0, pixels, ComponentTree.RIM);
  }

  static SmoothPlane of(float[] plane, int width, int height, PlaneMemory memory) {
    SmoothPlane smooth = new SmoothPlane(width, height, memory);
    float[] slope = new float[width];
    float[] row = new float[width];
    float[] before = new float[width];
    float[] behind = new float[width];
    float[] above = new float[width];
    float[] below = new float[width];
    for (int y = 0; y < height; y++) {
      System.arraycopy(plane, y * width, row, 0, width);
      before[0] = row[0];
      System.arraycopy(row, 0, before, 1, width - 1);
      System.arraycopy(row, 1, behind, 0, width - 1);
      behind[width - 1] = row[width - 1];
      System.arraycopy(plane, Math.max(0, y - 1) * width, above, 0, width);
      System.arraycopy(plane, Math.min(height - 1, y + 1) * width, below, 0, width);
      slope(before, behind, above, below, slope);
      smooth.put(row, slope, (y + 1) * smooth.stride + 1);
    }
    return smooth;
  }

  /** Takes the length of the gradient by central differences; many pixels at once by the JVM. */
  private static void slope(
      float[] before, float[] behind, float[] above, float[] below, float[] slope) {
    for (int x = 0; x < slope.length; x++) {
      float dx = behind[x] - before[x];
      float dy = below[x] - above[x];
      slope[x] = 0.5f * (float) Math.sqrt(dx * dx + dy * dy);
    }
  }

  private void put(float[] row, float[] slope, int to) {
    for (int x = 0; x < row.length; x++) {
      double above = row[x] - LOWEST_OD;
      int level = Math.min(LEVELS - 1, (int) (above / STEP_OD));
      levels[to + x] = (byte) (above < 0 ? ComponentTree.NONE : level);
      milliGradient[to + x] = (char) (1000 * slope[x]);
    }
  }

  /** Takes what is labelled, and the pixels beside it, out. */
  void dropLabelled(int[] labels, int width, int height) {
    int pixels = width * height;
    for (int p = 0; p < pixels; p++) {
      int x = p % width;
      if (labels[p] > 0
          || (x > 0 && labels[p - 1] > 0)
          || (x < width - 1 && labels[p + 1] > 0)
          || (p >= width && labels[p - width] > 0)
          || (p + width < pixels && labels[p + width] > 0)) {
        levels[(p / width + 1) * stride + x + 1] = ComponentTree.NONE;
      }
    }
  }

  byte[] levels() {
    return levels;
  }

  /** Returns the length of the gradient per pixel, in thousandths. */
  char[] milliGradient() {
    return milliGradient;
  }

  /** Returns how many pixels there are with the rim. */
  int pixels() {
    return pixels;
  }

  /** Returns the width with the rim. */
  int stride() {
    return stride;
  }
}
