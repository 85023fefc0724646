package org.ranklens.ihc;

import java.io.IOException;
import java.util.Arrays;
import org.ranklens.Progress;
import org.ranklens.ihc.cell.TissueMask;
import org.ranklens.ihc.slide.Level;
import org.ranklens.ihc.slide.Region;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.stain.WhitePoint;

/**
 * The whole slide at about 8 micrometres per pixel, read strip by strip from the smallest level
 * that is fine enough.
 *
 * @param image the slide
 * @param squarePx level-0 pixels per pixel of it
 */
record Overview(RgbImage image, double squarePx) {

  private static final double PIXEL_MICRONS = 8;
  private static final int STRIP_PIXELS = 1 << 22;
  private static final int BRIGHT_RANGE_LEVELS = 8;

  static Overview of(Slide slide, double pixelSizeMicrons, Progress progress) throws IOException {
    Level level = slide.full();
    for (Level candidate : slide.levels()) {
      if (candidate.downsample() * pixelSizeMicrons <= PIXEL_MICRONS) {
        level = candidate;
      }
    }
    double levelMicrons = level.downsample() * pixelSizeMicrons;
    int wanted = (int) Math.max(1, Math.round(PIXEL_MICRONS / levelMicrons));
    int bin = Math.max(1, Math.min(wanted, Math.min(level.width(), level.height())));
    return new Overview(read(slide, level, bin, progress), bin * level.downsample());
  }

  private static RgbImage read(Slide slide, Level level, int bin, Progress progress)
      throws IOException {
    int width = level.width() / bin;
    int height = level.height() / bin;
    byte[] rgb = new byte[3 * width * height];
    int rows = Math.max(1, STRIP_PIXELS / (width * bin * bin));
    for (int y = 0; y < height; y += rows) {
      progress.check();
      int high = Math.min(rows, height - y);
      RgbImage strip =
          Binning.of(
              slide.read(new Region(level.index(), 0, y * bin, width * bin, high * bin)), bin);
      System.arraycopy(strip.rgb(), 0, rgb, 3 * y * width, 3 * width * high);
    }
    return new RgbImage(width, height, rgb);
  }

  TissueMask tissue() {
    return TissueMask.of(image, squarePx, brightest());
  }

  /** Returns the median colour of the brightest part: glass where there is any. */
  private WhitePoint brightest() {
    byte[] rgb = image.rgb();
    int[] darkest = new int[rgb.length / 3];
    for (int i = 0; i < darkest.length; i++) {
      int red = rgb[3 * i] & 0xff;
      darkest[i] = Math.min(red, Math.min(rgb[3 * i + 1] & 0xff, rgb[3 * i + 2] & 0xff));
    }
    int[] sorted = darkest.clone();
    Arrays.sort(sorted);
    int bright = sorted[(int) (0.995 * (sorted.length - 1))] - BRIGHT_RANGE_LEVELS;
    return new WhitePoint(
        median(darkest, bright, 0), median(darkest, bright, 1), median(darkest, bright, 2));
  }

  private double median(int[] darkest, int bright, int channel) {
    byte[] rgb = image.rgb();
    int[] values = new int[darkest.length];
    int count = 0;
    for (int i = 0; i < darkest.length; i++) {
      if (darkest[i] >= bright) {
        values[count++] = rgb[3 * i + channel] & 0xff;
      }
    }
    Arrays.sort(values, 0, count);
    return Math.max(1, values[count / 2]);
  }
}
