package org.ranklens.ihc;

import org.ranklens.ihc.cell.SlideOverview;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.stain.WhitePoint;

/**
 * What a scanner left out is pure white, or pure black after some conversions: photographs of empty
 * places, tiles that were never written, the space between areas. It is no light that fell through
 * a slide, so white, the light's unevenness and tissue must not be taken from it. It is told from
 * glass that the camera saw as pure white by its outline, which runs along the scanner's axes;
 * tissue does not end so.
 */
final class Unscanned {

  private static final int WHITE = 255;

  /** JPEG leaves some noise in black. */
  private static final int MOST_BLACK = 10;

  /** Of squares of 8 micrometres: a photograph or tile is some tens of them wide. */
  private static final int LEAST_RUN = 6;

  private static final double STRAIGHT_SHARE = 0.8;
  private static final int LEAST_OUTLINE = 4 * LEAST_RUN;

  /** Glass that is so bright is as good as pure white. */
  private static final double BRIGHTEST_GLASS = 250;

  /** Below this no slide in bright field is seen. */
  private static final double DARKEST_GLASS = 120;

  /** Pixels put in place of those left out are darker than glass by this: below any stain. */
  private static final int DARKER_LEVELS = 12;

  private static final WhitePoint NONE = new WhitePoint(1, 1, 1);

  private final boolean found;
  private final WhitePoint brightest;

  private Unscanned(boolean found, WhitePoint brightest) {
    this.found = found;
    this.brightest = brightest;
  }

  /** Looks for it in an overview whose light is as it was scanned. */
  static Unscanned of(SlideOverview overview) {
    RgbImage mean = overview.mean();
    if (!isStraight(leftOut(mean), mean.width(), mean.height())) {
      return new Unscanned(false, NONE);
    }
    WhitePoint rest = Overview.brightest(without(overview, overview));
    double least = Math.min(rest.red(), Math.min(rest.green(), rest.blue()));
    return new Unscanned(least >= DARKEST_GLASS && least <= BRIGHTEST_GLASS, rest);
  }

  boolean found() {
    return found;
  }

  /** Returns an overview in which what was left out is black. */
  SlideOverview hide(SlideOverview overview) {
    return found ? without(overview, overview) : overview;
  }

  /** Returns an overview in which what was left out has the colour of the brightest of the rest. */
  SlideOverview fill(SlideOverview overview, SlideOverview asScanned) {
    if (!found) {
      return overview;
    }
    RgbImage seen = asScanned.mean();
    boolean[] empty = withNeighbours(black(seen), seen.width(), seen.height());
    boolean[] left = leftOut(seen);
    for (int i = 0; i < left.length; i++) {
      // A square that is partly black would count as something dark; one partly white is pale.
      empty[i] |= left[i];
    }
    WhitePoint glass = Overview.brightest(without(overview, asScanned));
    return new SlideOverview(
        painted(overview.mean(), empty, glass, 0),
        painted(overview.palest(), empty, glass, 0),
        overview.squarePx(),
        overview.squareMicrons());
  }

  /**
   * Returns a piece of the slide with pale pixels in place of those left out.
   *
   * @param piece with the light's unevenness taken out
   * @param asScanned the same before
   */
  RgbImage fill(RgbImage piece, RgbImage asScanned) {
    return found ? painted(piece, leftOutPixels(asScanned), brightest, DARKER_LEVELS) : piece;
  }

  private static boolean[] leftOut(RgbImage image) {
    boolean[] left = black(image);
    for (int i = 0; i < left.length; i++) {
      left[i] |= least(image.rgb(), i) == WHITE;
    }
    return left;
  }

  private static boolean[] black(RgbImage image) {
    boolean[] black = new boolean[image.width() * image.height()];
    for (int i = 0; i < black.length; i++) {
      black[i] = most(image.rgb(), i) <= MOST_BLACK;
    }
    return black;
  }

  /** JPEG blurs the rim of what was left out: what is nearer to it than to glass goes with it. */
  private boolean[] leftOutPixels(RgbImage image) {
    byte[] rgb = image.rgb();
    double glass = Math.min(brightest.red(), Math.min(brightest.green(), brightest.blue()));
    boolean[] left = black(image);
    for (int i = 0; i < left.length; i++) {
      left[i] |= 2 * least(rgb, i) > WHITE + glass;
    }
    return left;
  }

  private static int least(byte[] rgb, int i) {
    return Math.min(rgb[3 * i] & 0xff, Math.min(rgb[3 * i + 1] & 0xff, rgb[3 * i + 2] & 0xff));
  }

  private static int most(byte[] rgb, int i) {
    return Math.max(rgb[3 * i] & 0xff, Math.max(rgb[3 * i + 1] & 0xff, rgb[3 * i + 2] & 0xff));
  }

  private static SlideOverview without(SlideOverview overview, SlideOverview asScanned) {
    RgbImage seen = asScanned.mean();
    boolean[] near = withNeighbours(leftOut(seen), seen.width(), seen.height());
    return new SlideOverview(
        painted(overview.mean(), near, NONE, 0),
        painted(overview.palest(), near, NONE, 0),
        overview.squarePx(),
        overview.squareMicrons());
  }

  /** Squares beside it are partly left out. */
  private static boolean[] withNeighbours(boolean[] of, int width, int height) {
    boolean[] near = of.clone();
    for (int i = 0; i < of.length; i++) {
      int x = i % width;
      int y = i / width;
      for (int k = 0; of[i] && k < 9; k++) {
        int u = x + k % 3 - 1;
        int v = y + k / 3 - 1;
        if (u >= 0 && v >= 0 && u < width && v < height) {
          near[v * width + u] = true;
        }
      }
    }
    return near;
  }

  private static RgbImage painted(RgbImage image, boolean[] where, WhitePoint colour, int darker) {
    byte[] rgb = image.rgb().clone();
    byte[] to = {
      (byte) Math.max(0, colour.red() - darker),
      (byte) Math.max(0, colour.green() - darker),
      (byte) Math.max(0, colour.blue() - darker)
    };
    for (int i = 0; i < where.length; i++) {
      if (where[i]) {
        System.arraycopy(to, 0, rgb, 3 * i, 3);
      }
    }
    return new RgbImage(image.width(), image.height(), rgb);
  }

  /** Returns whether most of the outline is of long pieces along the axes. */
  private static boolean isStraight(boolean[] left, int width, int height) {
    long[] lengths = new long[2];
    for (int x = 0; x + 1 < width; x++) {
      addRuns(left, x, width, height, 1, lengths);
    }
    for (int y = 0; y + 1 < height; y++) {
      addRuns(left, y * width, 1, width, width, lengths);
    }
    return lengths[1] >= LEAST_OUTLINE && lengths[1] >= STRAIGHT_SHARE * lengths[0];
  }

  /**
   * Goes along the border of two lines of squares.
   *
   * @param from the first square of the first line
   * @param step from a square of the line to the next
   * @param count squares of the line
   * @param across from a square to its neighbour in the second line
   * @param lengths to which outline is added: all of it, and that in long pieces
   */
  private static void addRuns(
      boolean[] left, int from, int step, int count, int across, long[] lengths) {
    int run = 0;
    for (int i = 0; i <= count; i++) {
      int at = from + i * step;
      if (i < count && left[at] != left[at + across]) {
        run++;
      } else {
        lengths[0] += run;
        lengths[1] += run >= LEAST_RUN ? run : 0;
        run = 0;
      }
    }
  }
}
