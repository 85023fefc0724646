package org.ranklens.fiji;

import ij.IJ;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import java.awt.Color;
import java.awt.Font;
import java.util.Optional;
import org.ranklens.ihc.CellSink;
import org.ranklens.ihc.ScoredCell;
import org.ranklens.ihc.cell.Cell;
import org.ranklens.ihc.cell.Outline;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.IntensityClass;

/**
 * Collects the cells' outlines, coloured by class; giant cells are thicker and carry the number of
 * their nuclei.
 */
final class CellOverlay implements CellSink {

  /** ImageJ draws every outline at every repaint: more make it crawl. */
  private static final int MOST_CELLS = 50_000;

  private final Overlay overlay = new Overlay();
  private final double downsample;
  private final float strokePx;
  private long cells;

  /**
   * Begins an overlay.
   *
   * @param downsample level-0 pixels per pixel of the image that is shown
   * @param pixelSizeMicrons edge of a level-0 pixel
   */
  CellOverlay(double downsample, double pixelSizeMicrons) {
    this.downsample = downsample;
    // About a micrometre: a line, not a band, at any magnification.
    this.strokePx = (float) Math.max(0.75, 0.8 / (pixelSizeMicrons * downsample));
  }

  @Override
  public void accept(ScoredCell scored) {
    cells++;
    if (cells > MOST_CELLS) {
      return;
    }
    Cell cell = scored.cell();
    boolean giant = cell.population() == Population.MULTINUCLEATED;
    Color colour = colour(scored.intensityClass());
    Roi outline = polygon(cell.outline());
    outline.setStrokeColor(colour);
    outline.setStrokeWidth(giant ? 2 * strokePx : strokePx);
    outline.setName(name(scored));
    overlay.add(outline);
    if (giant) {
      overlay.add(count(cell));
    }
  }

  /** Returns the overlay, and says where cells were left out. */
  Overlay overlay(String file) {
    if (cells > MOST_CELLS) {
      IJ.log(
          "Ranklens: the overlay shows the first "
              + MOST_CELLS
              + " of "
              + cells
              + " cells; all are in "
              + file);
    }
    return overlay;
  }

  private Roi polygon(Outline outline) {
    float[] x = new float[outline.points()];
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) (outline.xPx(i) / downsample);
      y[i] = (float) (outline.yPx(i) / downsample);
    }
    return new PolygonRoi(x, y, Roi.POLYGON);
  }

  private Roi count(Cell cell) {
    int size = Math.max(9, Math.round(14 * strokePx));
    TextRoi text =
        new TextRoi(
            cell.xPx() / downsample,
            cell.yPx() / downsample,
            Integer.toString(cell.nuclei()),
            new Font(Font.SANS_SERIF, Font.BOLD, size));
    text.setLocation(
        cell.xPx() / downsample - text.getBounds().width / 2.0,
        cell.yPx() / downsample - text.getBounds().height / 2.0);
    text.setStrokeColor(Color.WHITE);
    text.setFillColor(new Color(0, 0, 0, 160));
    text.setName(cell.nuclei() + " nuclei");
    return text;
  }

  private static String name(ScoredCell scored) {
    String level = scored.intensityClass().map(c -> c.level() + "+").orElse("no cytoplasm");
    return "cell " + scored.id() + ", " + ("0+".equals(level) ? "0" : level);
  }

  /** The colours of the figures, told apart also by the colour-blind. */
  private static Color colour(Optional<IntensityClass> intensityClass) {
    if (intensityClass.isEmpty()) {
      return new Color(128, 128, 128);
    }
    return switch (intensityClass.orElseThrow()) {
      case NEGATIVE -> new Color(0, 114, 178);
      case WEAK -> new Color(240, 228, 66);
      case MODERATE -> new Color(230, 159, 0);
      case STRONG -> new Color(200, 30, 30);
    };
  }
}
