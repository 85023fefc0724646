package org.ranklens.ihc.cell;

import java.util.Objects;

/**
 * How cells are found and measured; lengths in micrometres, areas in square micrometres.
 *
 * @param nucleusMinAreaUm2 smallest nucleus
 * @param nucleusMaxAreaUm2 largest nucleus, at most 1300
 * @param nucleusMinOd least contrast of a nucleus against its surroundings, haematoxylin optical
 *     density
 * @param cytoplasmReachMicrons a cell's cytoplasm ends at this distance from its nucleus; 1 to 15
 * @param giantMinNuclei a cell of fewer nuclei is no giant cell, at least 2
 * @param giantEdgeMicrons two neighbouring nuclei of a giant cell are at most this far apart
 *     (centres); 5 to 30
 * @param giantMaxExtentMicrons the nuclei of a giant cell are at most this far apart (centres); 20
 *     to 150. Tiles overlap by more, so it costs time
 * @param compartment what cells are classed by
 */
public record CellSettings(
    double nucleusMinAreaUm2,
    double nucleusMaxAreaUm2,
    double nucleusMinOd,
    double cytoplasmReachMicrons,
    int giantMinNuclei,
    double giantEdgeMicrons,
    double giantMaxExtentMicrons,
    CompartmentChoice compartment) {

  public CellSettings {
    require("nucleusMinAreaUm2", nucleusMinAreaUm2, 1, 200);
    require("nucleusMaxAreaUm2", nucleusMaxAreaUm2, nucleusMinAreaUm2, 1300);
    require("nucleusMinOd", nucleusMinOd, 0.01, 1);
    require("cytoplasmReachMicrons", cytoplasmReachMicrons, 1, 15);
    require("giantMinNuclei", giantMinNuclei, 2, 50);
    require("giantEdgeMicrons", giantEdgeMicrons, 5, 30);
    require("giantMaxExtentMicrons", giantMaxExtentMicrons, 20, 150);
    Objects.requireNonNull(compartment, "compartment");
  }

  /** Returns the settings that the accuracy figures are measured with. */
  public static CellSettings defaults() {
    return new CellSettings(11, 400, 0.06, 7, 3, 22, 90, CompartmentChoice.AUTO);
  }

  private static void require(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " must be " + least + " to " + most + ", not " + value);
    }
  }
}
