package org.ranklens.ihc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ranklens.Execution;
import org.ranklens.ihc.cell.SlideOverview;
import org.ranklens.ihc.slide.Level;
import org.ranklens.ihc.slide.Region;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.stain.LightSurface;
import org.ranklens.ihc.stain.WhitePoint;

/**
 * Reads the whole slide at about 8 micrometres per pixel, strip by strip, from the smallest level
 * that still shows spots of 2 micrometres.
 */
final class Overview {

  private static final double SQUARE_MICRONS = 8;

  /** Slides of more than 11 mm have larger squares, so that memory stays within bounds. */
  private static final double MOST_SQUARES = 2e6;

  private static final double SPOT_MICRONS = 2;
  private static final int STRIP_PIXELS = 1 << 22;
  private static final int BRIGHT_RANGE_LEVELS = 8;
  private static final int LEVELS = 256;

  private final Level level;
  private final int spot;
  private final int spots;
  private final byte[] mean;
  private final byte[] palest;
  private final int width;
  private final int height;

  private Overview(Level level, int spot, int spots) {
    this.level = level;
    this.spot = spot;
    this.spots = spots;
    this.width = level.width() / (spot * spots);
    this.height = level.height() / (spot * spots);
    this.mean = new byte[3 * width * height];
    this.palest = new byte[3 * width * height];
  }

  static SlideOverview of(Slide slide, double pixelSizeMicrons, Execution execution)
      throws IOException {
    Level level = slide.full();
    for (Level candidate : slide.levels()) {
      // A little coarser does, and the next finer level costs four to sixteen times as much.
      if (candidate.downsample() * pixelSizeMicrons <= 1.1 * SPOT_MICRONS) {
        level = candidate;
      }
    }
    double levelMicrons = level.downsample() * pixelSizeMicrons;
    int least = Math.min(level.width(), level.height());
    int spot = atMost(SPOT_MICRONS / levelMicrons, least);
    double area = (double) level.width() * level.height() * levelMicrons * levelMicrons;
    double square = Math.max(SQUARE_MICRONS, Math.sqrt(area / MOST_SQUARES));
    int spots = atMost(square / (spot * levelMicrons), least / spot);
    Overview overview = new Overview(level, spot, spots);
    overview.read(slide, execution);
    double squarePx = spot * spots * level.downsample();
    return new SlideOverview(
        new RgbImage(overview.width, overview.height, overview.mean),
        new RgbImage(overview.width, overview.height, overview.palest),
        squarePx,
        squarePx * pixelSizeMicrons);
  }

  private static int atMost(double wanted, int most) {
    return (int) Math.max(1, Math.min(most, Math.round(wanted)));
  }

  private void read(Slide slide, Execution execution) throws IOException {
    int edge = spot * spots;
    int rows = Math.max(1, STRIP_PIXELS / (width * edge * edge));
    List<Integer> strips = new ArrayList<>();
    for (int y = 0; y < height; y += rows) {
      strips.add(y);
    }
    SurveyWork.on(strips, execution, y -> read(slide, y, Math.min(rows, height - y)));
  }

  /** Reads a strip of squares; returns how many rows of them. */
  private int read(Slide slide, int y, int high) throws IOException {
    int edge = spot * spots;
    Region strip = new Region(level.index(), 0, y * edge, width * edge, high * edge);
    RgbImage fine = Binning.of(slide.read(strip), spot);
    byte[] squares = Binning.of(fine, spots).rgb();
    System.arraycopy(squares, 0, mean, 3 * y * width, squares.length);
    for (int row = 0; row < high; row++) {
      for (int x = 0; x < width; x++) {
        palest(fine, x * spots, row * spots, 3 * ((y + row) * width + x));
      }
    }
    return high;
  }

  /** Copies the colour of the brightest spot of a square. */
  private void palest(RgbImage fine, int x, int y, int to) {
    byte[] rgb = fine.rgb();
    int brightest = -1;
    for (int v = y; v < y + spots; v++) {
      for (int u = x; u < x + spots; u++) {
        int p = 3 * (v * fine.width() + u);
        int sum = (rgb[p] & 0xff) + (rgb[p + 1] & 0xff) + (rgb[p + 2] & 0xff);
        if (sum > brightest) {
          brightest = sum;
          System.arraycopy(rgb, p, palest, to, 3);
        }
      }
    }
  }

  /** Returns the overview as even light would have shown it. */
  static SlideOverview flattened(SlideOverview overview, LightSurface light) {
    double edge = overview.squarePx();
    return new SlideOverview(
        light.flatten(overview.mean(), 0, 0, edge),
        light.flatten(overview.palest(), 0, 0, edge),
        edge,
        overview.squareMicrons());
  }

  /** Returns the median colour of the brightest part: glass where there is any. */
  static WhitePoint brightest(SlideOverview overview) {
    byte[] rgb = overview.mean().rgb();
    int[] darkest = new int[LEVELS];
    for (int i = 0; i < rgb.length; i += 3) {
      darkest[darkest(rgb, i)]++;
    }
    int bright = ranked(darkest, (int) (0.995 * (rgb.length / 3 - 1))) - BRIGHT_RANGE_LEVELS;
    return new WhitePoint(median(rgb, bright, 0), median(rgb, bright, 1), median(rgb, bright, 2));
  }

  private static int darkest(byte[] rgb, int at) {
    return Math.min(rgb[at] & 0xff, Math.min(rgb[at + 1] & 0xff, rgb[at + 2] & 0xff));
  }

  private static double median(byte[] rgb, int bright, int channel) {
    int[] counts = new int[LEVELS];
    int count = 0;
    for (int i = 0; i < rgb.length; i += 3) {
      if (darkest(rgb, i) >= bright) {
        counts[rgb[i + channel] & 0xff]++;
        count++;
      }
    }
    return Math.max(1, ranked(counts, count / 2));
  }

  /** Returns the level that so many others come before. */
  private static int ranked(int[] counts, int rank) {
    int before = 0;
    for (int level = 0; level < counts.length; level++) {
      before += counts[level];
      if (before > rank) {
        return level;
      }
    }
    return 0;
  }
}
