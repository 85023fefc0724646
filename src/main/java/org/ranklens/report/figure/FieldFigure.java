package org.ranklens.report.figure;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.ranklens.ihc.ShowField;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.slide.Slide;

/** A field of a slide, plain and with its cells. */
public final class FieldFigure {

  private static final int LEAST_WIDTH = 1000;
  private static final int MOST_WIDTH = 1200;
  private static final int MOST_HEIGHT = 1200;
  private static final int STRIP = 74;
  private static final int LETTERS = 27;
  private static final int BASELINE = 45;

  private final ShowField field;
  private final double pixelSizeMicrons;
  private final double scale;
  private final RgbImage pixels;

  /** Reads the field. */
  public FieldFigure(Slide slide, ShowField field, double pixelSizeMicrons) throws IOException {
    this.field = field;
    this.pixelSizeMicrons = pixelSizeMicrons;
    int wide = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, field.width()));
    scale = Math.min((double) wide / field.width(), (double) MOST_HEIGHT / field.height());
    int width = (int) Math.max(1, Math.round(field.width() * scale));
    int height = (int) Math.max(1, Math.round(field.height() * scale));
    pixels =
        SlideView.read(slide, field.x(), field.y(), field.width(), field.height(), width, height);
  }

  /**
   * Draws the field as the slide shows it.
   *
   * @param view what is said of it before its width, such as how far it is enlarged
   */
  public Canvas plain(String view) {
    Canvas canvas = frame();
    long microns = Math.round(field.width() * pixelSizeMicrons);
    String text = view + microns + " µm wide";
    canvas.text(text, 10, pixels.height() + BASELINE, LETTERS, Canvas.INK);
    return canvas;
  }

  /** Draws the field with its cells outlined by class, giant cells with their nuclei counted. */
  public Canvas outlined(List<FieldCell> cells) {
    Canvas canvas = frame();
    canvas.clip(0, 0, pixels.width(), pixels.height());
    for (FieldCell cell : cells) {
      cell.nuclei()
          .forEach(
              ring -> canvas.stroke(path(ring), Canvas.PAPER, cell.giantNuclei() > 0 ? 1 : 0.6));
      canvas.outline(path(cell.outline()), cell.colour().awt(), cell.giantNuclei() > 0 ? 3.4 : 1.8);
    }
    for (FieldCell cell : cells) {
      if (cell.giantNuclei() > 0 && seen(cell)) {
        Rectangle2D box = path(cell.outline()).getBounds2D();
        String number = Integer.toString(cell.giantNuclei());
        // A cell that the field's edge cuts has its number inside all the same.
        int wide = Canvas.boldWidth(number, 30);
        int x = inside((int) box.getCenterX() - wide / 2, pixels.width() - wide - 4);
        int y = inside((int) box.getCenterY() + 11 - 30, pixels.height() - 34) + 30;
        canvas.haloed(number, x, y, 30, Canvas.PAPER);
      }
    }
    canvas.unclip();
    Legend.classes(canvas, 10, pixels.height() + BASELINE, LETTERS);
    return canvas;
  }

  private boolean seen(FieldCell cell) {
    Rectangle2D box = path(cell.outline()).getBounds2D();
    return box.intersects(20, 20, pixels.width() - 40.0, pixels.height() - 40.0);
  }

  private static int inside(int place, int most) {
    return Math.max(4, Math.min(most, place));
  }

  private java.awt.geom.Path2D path(List<float[]> ring) {
    return FieldCell.path(ring, field.x(), field.y(), scale);
  }

  private Canvas frame() {
    int width = Math.max(LEAST_WIDTH, pixels.width());
    Canvas canvas = new Canvas(width, pixels.height() + STRIP, Canvas.PAPER);
    canvas.image(pixels, 0, 0);
    ScaleBar bar = ScaleBar.atMost(width / 5, pixelSizeMicrons / scale);
    bar.draw(
        canvas,
        bar.micronsLabel(),
        width - 12,
        pixels.height() + BASELINE - 6,
        LETTERS,
        Canvas.INK);
    return canvas;
  }
}
