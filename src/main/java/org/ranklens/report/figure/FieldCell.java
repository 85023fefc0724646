package org.ranklens.report.figure;

import java.awt.geom.Path2D;
import java.util.List;

/**
 * A cell as it is outlined in a field, in level-0 pixels.
 *
 * @param outline of the cell
 * @param nuclei outlines of its nuclei
 * @param colour of its class
 * @param giantNuclei nuclei of a multinucleated giant cell, 0 for a mononuclear cell
 */
public record FieldCell(
    List<float[]> outline, List<List<float[]>> nuclei, ClassColour colour, int giantNuclei) {

  public FieldCell {
    outline = List.copyOf(outline);
    nuclei = List.copyOf(nuclei);
  }

  /** Returns a ring in picture coordinates. */
  static Path2D path(List<float[]> ring, double x, double y, double scale) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < ring.size(); i++) {
      double px = (ring.get(i)[0] - x) * scale;
      double py = (ring.get(i)[1] - y) * scale;
      if (i == 0) {
        path.moveTo(px, py);
      } else {
        path.lineTo(px, py);
      }
    }
    path.closePath();
    return path;
  }
}
