package org.ranklens.report.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.ranklens.NativeOpenCv;

/**
 * Text in pictures. Machines of a cluster often have no font at all, and Java then throws at the
 * first letter: OpenCV's stroke letters serve there.
 */
final class Lettering {

  /** Height of an em of OpenCV's letters at scale 1, in pixels. */
  private static final double HERSHEY_EM = 30;

  private static final int MARGIN = 4;

  private Lettering() {}

  /** Returns the width of a text in pixels. */
  static int width(String text, int size, boolean bold) {
    Optional<Font> font = Fonts.FOUND;
    if (font.isPresent()) {
      return Fonts.width(font.get().deriveFont(bold ? Font.BOLD : Font.PLAIN, (float) size), text);
    }
    return Strokes.width(text, size, bold);
  }

  /** Draws a text that begins at x and stands on the line y. */
  static void draw(
      BufferedImage image, String text, int x, int y, int size, boolean bold, Color colour) {
    Optional<Font> font = Fonts.FOUND;
    if (font.isEmpty()) {
      Strokes.draw(image, text, x, y, size, bold, colour);
      return;
    }
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(font.get().deriveFont(bold ? Font.BOLD : Font.PLAIN, (float) size));
    graphics.setColor(colour);
    graphics.drawString(text, x, y);
    graphics.dispose();
  }

  /** The machine's fonts, tried once. */
  private static final class Fonts {
    static final Optional<Font> FOUND = find();

    // Without fonts Java throws what it likes: RuntimeException, LinkageError, even a bare Error.
    private static Optional<Font> find() {
      try {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
        return width(font, "Text") > 0 ? Optional.of(font) : Optional.empty();
      } catch (OutOfMemoryError e) {
        throw e;
      } catch (RuntimeException | Error e) {
        return Optional.empty();
      }
    }

    static int width(Font font, String text) {
      Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR).createGraphics();
      try {
        return graphics.getFontMetrics(font).stringWidth(text);
      } finally {
        graphics.dispose();
      }
    }
  }

  /** OpenCV's letters: ASCII only. */
  static final class Strokes {

    private Strokes() {}

    static int width(String text, int size, boolean bold) {
      NativeOpenCv.load();
      int[] baseline = new int[1];
      return (int)
          Imgproc.getTextSize(
                  ascii(text),
                  Imgproc.FONT_HERSHEY_SIMPLEX,
                  size / HERSHEY_EM,
                  bold ? 2 : 1,
                  baseline)
              .width;
    }

    static void draw(
        BufferedImage image, String text, int x, int y, int size, boolean bold, Color colour) {
      int wide = width(text, size, bold) + 2 * MARGIN;
      int high = 2 * size;
      Mat mask = Mat.zeros(high, wide, CvType.CV_8UC1);
      byte[] cover = new byte[wide * high];
      try {
        Imgproc.putText(
            mask,
            ascii(text),
            new Point(MARGIN, (double) size + MARGIN),
            Imgproc.FONT_HERSHEY_SIMPLEX,
            size / HERSHEY_EM,
            new Scalar(255),
            bold ? 2 : 1,
            Imgproc.LINE_AA);
        mask.get(0, 0, cover);
      } finally {
        mask.release();
      }
      blend(image, cover, wide, x - MARGIN, y - size - MARGIN, colour);
    }

    private static void blend(
        BufferedImage image, byte[] cover, int wide, int left, int top, Color colour) {
      for (int i = 0; i < cover.length; i++) {
        int x = left + i % wide;
        int y = top + i / wide;
        int alpha = cover[i] & 255;
        if (alpha > 0 && x >= 0 && y >= 0 && x < image.getWidth() && y < image.getHeight()) {
          Color under = new Color(image.getRGB(x, y));
          image.setRGB(
              x,
              y,
              new Color(
                      mix(under.getRed(), colour.getRed(), alpha),
                      mix(under.getGreen(), colour.getGreen(), alpha),
                      mix(under.getBlue(), colour.getBlue(), alpha))
                  .getRGB());
        }
      }
    }

    private static int mix(int under, int over, int alpha) {
      return (under * (255 - alpha) + over * alpha) / 255;
    }

    static String ascii(String text) {
      return text.replace('µ', 'u')
          .replace('²', '2')
          .replace('×', 'x')
          .replace('–', '-')
          .replaceAll("[^ -~]", "?");
    }
  }
}
