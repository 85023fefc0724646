package org.ranklens.ihc.stain;

import java.util.Arrays;
import org.ranklens.ihc.slide.RgbImage;

/**
 * The squares of an overview that are empty glass: without texture, nearly as bright as the slide
 * gets, and of its colour. It owns its arrays.
 */
final class GlassSquares {

  private static final int SECTORS = 3;
  private static final double BRIGHT_QUANTILE = 0.995;
  private static final int BRIGHT_RANGE_LEVELS = 8;
  private static final int MOST_TEXTURE_LEVELS = 2;
  private static final double MOST_OD = 0.06;
  private static final double MOST_COLOUR_OD = 0.006;
  private static final int LEAST_IN_SECTOR = 20;
  private static final double LEAST_SHARE_OF_SECTOR = 0.02;

  private final int columns;
  private final int rows;
  private final int[] squares;
  private final byte[] rgb;
  private final double[] logOf = new double[256];
  private final double[] uOf;
  private final double[] vOf;

  private GlassSquares(RgbImage mean, int[] squares) {
    this.columns = mean.width();
    this.rows = mean.height();
    this.squares = squares;
    this.rgb = mean.rgb();
    Arrays.setAll(logOf, Math::log10);
    this.uOf = new double[columns];
    this.vOf = new double[rows];
    Arrays.setAll(uOf, column -> 2 * (column + 0.5) / columns - 1);
    Arrays.setAll(vOf, row -> 2 * (row + 0.5) / rows - 1);
  }

  static GlassSquares of(RgbImage mean, RgbImage palest) {
    double[] white = brightest(mean.rgb());
    int[] squares = new int[mean.width() * mean.height()];
    int found = 0;
    for (int i = 0; i < squares.length; i++) {
      if (isGlass(mean.rgb(), palest.rgb(), i, white)) {
        squares[found++] = i;
      }
    }
    return new GlassSquares(mean, Arrays.copyOf(squares, found));
  }

  private static double[] brightest(byte[] rgb) {
    int squares = rgb.length / 3;
    int[] counts = new int[256];
    for (int i = 0; i < squares; i++) {
      counts[least(rgb, i)]++;
    }
    int level = 0;
    for (int before = counts[0]; before <= (int) (BRIGHT_QUANTILE * (squares - 1)); ) {
      level++;
      before += counts[level];
    }
    int bright = level - BRIGHT_RANGE_LEVELS;
    double[] sum = new double[3];
    int count = 0;
    for (int i = 0; i < squares; i++) {
      if (least(rgb, i) >= bright) {
        count++;
        for (int channel = 0; channel < 3; channel++) {
          sum[channel] += rgb[3 * i + channel] & 0xff;
        }
      }
    }
    return new double[] {sum[0] / count, sum[1] / count, sum[2] / count};
  }

  private static int least(byte[] rgb, int i) {
    return Math.min(rgb[3 * i] & 0xff, Math.min(rgb[3 * i + 1] & 0xff, rgb[3 * i + 2] & 0xff));
  }

  private static boolean isGlass(byte[] mean, byte[] palest, int i, double[] white) {
    double[] od = new double[3];
    for (int channel = 0; channel < 3; channel++) {
      int level = mean[3 * i + channel] & 0xff;
      if (Math.abs((palest[3 * i + channel] & 0xff) - level) > MOST_TEXTURE_LEVELS) {
        return false;
      }
      od[channel] = -Math.log10(Math.max(1, level) / white[channel]);
    }
    double grey = (od[0] + od[1] + od[2]) / 3;
    return grey < MOST_OD
        && Math.abs(od[0] - grey) <= MOST_COLOUR_OD
        && Math.abs(od[1] - grey) <= MOST_COLOUR_OD
        && Math.abs(od[2] - grey) <= MOST_COLOUR_OD;
  }

  int count() {
    return squares.length;
  }

  /** Returns the place across the slide, -1 to 1. */
  double u(int index) {
    return uOf[squares[index] % columns];
  }

  /** Returns the place down the slide, -1 to 1. */
  double v(int index) {
    return vOf[squares[index] / columns];
  }

  /** Returns the logarithm (base 10) of a channel's grey level. */
  double log(int channel, int index) {
    return logOf[rgb[3 * squares[index] + channel] & 0xff];
  }

  /** Returns how many ninths of the slide hold glass worth the name. */
  int sectors() {
    int[] counts = new int[SECTORS * SECTORS];
    for (int i = 0; i < count(); i++) {
      int column = Math.min(SECTORS - 1, (int) ((u(i) + 1) / 2 * SECTORS));
      int row = Math.min(SECTORS - 1, (int) ((v(i) + 1) / 2 * SECTORS));
      counts[row * SECTORS + column]++;
    }
    double least =
        Math.max(LEAST_IN_SECTOR, LEAST_SHARE_OF_SECTOR * columns * rows / (SECTORS * SECTORS));
    return (int) Arrays.stream(counts).filter(count -> count >= least).count();
  }
}
