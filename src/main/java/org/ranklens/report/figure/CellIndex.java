package org.ranklens.report.figure;

import java.util.Arrays;
import org.ranklens.ihc.ScoredCell;
import org.ranklens.ihc.cell.Population;

/**
 * What the figures need of every cell, some 20 bytes each; outlines stay in {@code cells.geojson}
 * and are read again for the few cells of a field.
 */
public final class CellIndex {

  private int size;
  private float[] xPx = new float[1024];
  private float[] yPx = new float[1024];
  private ClassColour[] colours = new ClassColour[1024];
  private short[] nuclei = new short[1024];
  private long[] offsets = new long[1024];

  /** Adds a cell whose feature begins at {@code offset}. */
  public void add(ScoredCell scored, long offset) {
    if (size == xPx.length) {
      grow();
    }
    xPx[size] = (float) scored.cell().xPx();
    yPx[size] = (float) scored.cell().yPx();
    colours[size] = ClassColour.of(scored.intensityClass());
    boolean giant = scored.cell().population() == Population.MULTINUCLEATED;
    nuclei[size] = (short) (giant ? Math.min(Short.MAX_VALUE, scored.cell().nuclei()) : 0);
    offsets[size] = offset;
    size++;
  }

  private void grow() {
    int larger = size + (size >> 1);
    xPx = Arrays.copyOf(xPx, larger);
    yPx = Arrays.copyOf(yPx, larger);
    colours = Arrays.copyOf(colours, larger);
    nuclei = Arrays.copyOf(nuclei, larger);
    offsets = Arrays.copyOf(offsets, larger);
  }

  /** Returns the number of cells. */
  public int size() {
    return size;
  }

  /** Returns where a cell lies, in level-0 pixels. */
  public float xPx(int cell) {
    return xPx[cell];
  }

  /** Returns where a cell lies, in level-0 pixels. */
  public float yPx(int cell) {
    return yPx[cell];
  }

  /** Returns the colour of its class. */
  public ClassColour colour(int cell) {
    return colours[cell];
  }

  /** Returns whether a cell is a multinucleated giant cell. */
  public boolean giant(int cell) {
    return nuclei[cell] > 0;
  }

  /** Returns where its feature begins in {@code cells.geojson}, in bytes. */
  public long offset(int cell) {
    return offsets[cell];
  }
}
