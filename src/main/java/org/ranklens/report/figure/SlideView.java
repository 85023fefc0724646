package org.ranklens.report.figure;

import java.io.IOException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.ranklens.NativeOpenCv;
import org.ranklens.ihc.slide.Level;
import org.ranklens.ihc.slide.Region;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.slide.Slide;

/** Reads a part of a slide in the size of a picture, from the level that suits. */
final class SlideView {

  /** Most pixels read at once: a slide of one level only is read in strips. */
  private static final long STRIP_PIXELS = 8_000_000;

  private SlideView() {}

  /** Returns the rectangle (level-0 pixels) as a picture of that width and height. */
  static RgbImage read(
      Slide slide, double x, double y, double wide, double high, int width, int height)
      throws IOException {
    Level level = level(slide, wide / width);
    double scale = level.downsample();
    int left = clamp(Math.round(x / scale), level.width() - 1);
    int top = clamp(Math.round(y / scale), level.height() - 1);
    int columns = 1 + clamp(Math.round(wide / scale) - 1, level.width() - left - 1);
    int rows = 1 + clamp(Math.round(high / scale) - 1, level.height() - top - 1);
    byte[] picture = new byte[3 * width * height];
    int strips = (int) Math.min(height, 1 + (long) columns * rows / STRIP_PIXELS);
    for (int strip = 0; strip < strips; strip++) {
      int from = (int) ((long) height * strip / strips);
      int to = (int) ((long) height * (strip + 1) / strips);
      int sourceFrom = Math.min(rows - 1, (int) ((long) rows * from / height));
      int sourceTo = Math.max(sourceFrom + 1, (int) ((long) rows * to / height));
      Region region =
          new Region(level.index(), left, top + sourceFrom, columns, sourceTo - sourceFrom);
      byte[] scaled = scale(slide.read(region), width, to - from);
      System.arraycopy(scaled, 0, picture, 3 * width * from, scaled.length);
    }
    return new RgbImage(width, height, picture);
  }

  /** The smallest level that still has a pixel for each of the picture's. */
  private static Level level(Slide slide, double downsample) {
    Level best = slide.full();
    for (Level level : slide.levels()) {
      // A little short is not seen, and the next larger level costs four to sixteen times as much.
      if (level.downsample() <= 1.15 * downsample && level.downsample() > best.downsample()) {
        best = level;
      }
    }
    return best;
  }

  private static int clamp(long value, int most) {
    return (int) Math.max(0, Math.min(most, value));
  }

  private static byte[] scale(RgbImage image, int width, int height) {
    if (image.width() == width && image.height() == height) {
      return image.rgb();
    }
    NativeOpenCv.load();
    Mat from = new Mat(image.height(), image.width(), CvType.CV_8UC3);
    Mat to = new Mat();
    try {
      from.put(0, 0, image.rgb());
      boolean smaller = width < image.width();
      Imgproc.resize(
          from,
          to,
          new Size(width, height),
          0,
          0,
          smaller ? Imgproc.INTER_AREA : Imgproc.INTER_CUBIC);
      byte[] rgb = new byte[3 * width * height];
      to.get(0, 0, rgb);
      return rgb;
    } finally {
      from.release();
      to.release();
    }
  }
}
