package org.ranklens.phantom.ihc;

import java.util.List;

/**
 * A cell as it was drawn.
 *
 * @param id from 1
 * @param isMultinucleated a giant cell
 * @param isStroma a spindle cell or lymphocyte, counted as mononuclear
 * @param xPx centroid of the cell's pixels, level 0
 * @param yPx the same
 * @param nuclei centroid of each nucleus
 * @param targetClass the class it was planned with
 * @param cytoplasmAreaUm2 area of its visible cytoplasm
 * @param cytoplasmDabOdMean mean DAB optical density drawn there, before the camera
 * @param intensityClass the class of that mean, 0 to 3
 */
public record TrueCell(
    int id,
    boolean isMultinucleated,
    boolean isStroma,
    double xPx,
    double yPx,
    List<Point> nuclei,
    int targetClass,
    double cytoplasmAreaUm2,
    double cytoplasmDabOdMean,
    int intensityClass) {

  public TrueCell {
    nuclei = List.copyOf(nuclei);
  }

  /** A place in pixels of level 0; the centre of the first pixel is (0, 0). */
  public record Point(double xPx, double yPx) {}
}
