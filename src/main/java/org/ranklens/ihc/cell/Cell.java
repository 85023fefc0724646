package org.ranklens.ihc.cell;

import java.util.List;
import java.util.Optional;

/**
 * One cell.
 *
 * @param population multinucleated or mononuclear
 * @param xPx the nucleus' centroid of a mononuclear, the cell's of a multinucleated one; level-0
 *     pixels
 * @param yPx likewise
 * @param nuclei nuclei of the cell, at least 1
 * @param nucleusAreaUm2 area of all its nuclei
 * @param cytoplasmAreaUm2 area of what was measured as cytoplasm and belongs to it
 * @param cellAreaUm2 area of the whole cell
 * @param nucleusDabOdMean mean DAB optical density over the nuclei
 * @param cytoplasm DAB of the cytoplasm, empty where there is no measurable cytoplasm
 * @param outline of the cell
 * @param nucleusOutlines of its nuclei
 */
public record Cell(
    Population population,
    double xPx,
    double yPx,
    int nuclei,
    double nucleusAreaUm2,
    double cytoplasmAreaUm2,
    double cellAreaUm2,
    double nucleusDabOdMean,
    Optional<CytoplasmOd> cytoplasm,
    Outline outline,
    List<Outline> nucleusOutlines) {

  public Cell {
    if (population == Population.ALL || population == Population.OSTEOID_NEAR) {
      throw new IllegalArgumentException("a cell is multinucleated or mononuclear");
    }
    nucleusOutlines = List.copyOf(nucleusOutlines);
  }
}
