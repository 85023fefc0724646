package org.ranklens.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.ranklens.ihc.slide.RgbImage;

/** A picture that is drawn upon. It owns its pixels. */
public final class Canvas {

  static final Color INK = new Color(0x1B2430);
  static final Color PAPER = Color.WHITE;
  static final Color MUTED = new Color(0x5B6675);

  private final BufferedImage image;
  private final Graphics2D graphics;

  Canvas(int width, int height, Color background) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    fill(0, 0, width, height, background);
  }

  /** Returns the width in pixels. */
  public int width() {
    return image.getWidth();
  }

  /** Returns the height in pixels. */
  public int height() {
    return image.getHeight();
  }

  /** Returns the pixels, RGB, interleaved: a copy. */
  public byte[] rgb() {
    byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    byte[] rgb = new byte[bgr.length];
    for (int i = 0; i < bgr.length; i += 3) {
      rgb[i] = bgr[i + 2];
      rgb[i + 1] = bgr[i + 1];
      rgb[i + 2] = bgr[i];
    }
    return rgb;
  }

  void fill(int x, int y, int width, int height, Color colour) {
    graphics.setColor(colour);
    graphics.fillRect(x, y, width, height);
  }

  void fill(Shape shape, Color colour) {
    graphics.setColor(colour);
    graphics.fill(shape);
  }

  /** Draws a line around a shape, over a darker one that keeps it apart from any ground. */
  void outline(Shape shape, Color colour, double width) {
    stroke(shape, new Color(20, 20, 30, 110), width + 1.4);
    stroke(shape, colour, width);
  }

  void stroke(Shape shape, Color colour, double width) {
    graphics.setColor(colour);
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(shape);
  }

  void line(double x0, double y0, double x1, double y1, Color colour, double width) {
    stroke(new java.awt.geom.Line2D.Double(x0, y0, x1, y1), colour, width);
  }

  /** Keeps what is drawn next inside a rectangle. */
  void clip(int x, int y, int width, int height) {
    graphics.setClip(x, y, width, height);
  }

  void unclip() {
    graphics.setClip(null);
  }

  void image(RgbImage pixels, int x, int y) {
    image(pixels, x, y, pixels.width(), pixels.height());
  }

  void image(RgbImage pixels, int x, int y, int width, int height) {
    graphics.drawImage(buffered(pixels), x, y, width, height, null);
  }

  private static BufferedImage buffered(RgbImage pixels) {
    BufferedImage copy =
        new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] to = ((DataBufferByte) copy.getRaster().getDataBuffer()).getData();
    byte[] from = pixels.rgb();
    for (int i = 0; i < from.length; i += 3) {
      to[i] = from[i + 2];
      to[i + 1] = from[i + 1];
      to[i + 2] = from[i];
    }
    return copy;
  }

  void text(String text, int x, int baseline, int size, Color colour) {
    Lettering.draw(image, text, x, baseline, size, false, colour);
  }

  void bold(String text, int x, int baseline, int size, Color colour) {
    Lettering.draw(image, text, x, baseline, size, true, colour);
  }

  void centred(String text, int x, int baseline, int size, Color colour) {
    text(text, x - Lettering.width(text, size, false) / 2, baseline, size, colour);
  }

  void right(String text, int x, int baseline, int size, Color colour) {
    text(text, x - Lettering.width(text, size, false), baseline, size, colour);
  }

  /** Draws letters that are legible on any ground. */
  void haloed(String text, int x, int baseline, int size, Color colour) {
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        bold(text, x + dx, baseline + dy, size, Color.BLACK);
      }
    }
    bold(text, x, baseline, size, colour);
  }

  static int textWidth(String text, int size) {
    return Lettering.width(text, size, false);
  }

  static int boldWidth(String text, int size) {
    return Lettering.width(text, size, true);
  }
}
