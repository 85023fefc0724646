package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The nuclei whose centroid lies in one tile with their cytoplasm, from the upper edge down. */
public final class MeasuredNuclei {

  private final List<MeasuredNucleus> nuclei;

  MeasuredNuclei(List<MeasuredNucleus> nuclei) {
    this.nuclei = List.copyOf(nuclei);
  }

  /** Returns those of a tile without nuclei. */
  public static MeasuredNuclei none() {
    return new MeasuredNuclei(List.of());
  }

  /** Returns those of several tiles whose centroid lies in an area, from the upper edge down. */
  static List<MeasuredNucleus> within(List<MeasuredNuclei> tiles, TileFrame.Core area) {
    List<MeasuredNucleus> within = new ArrayList<>();
    for (MeasuredNuclei tile : tiles) {
      for (MeasuredNucleus nucleus : tile.nuclei) {
        Ellipse shape = nucleus.nucleus().shape();
        if (area.holds(shape.x(), shape.y())) {
          within.add(nucleus);
        }
      }
    }
    within.sort(Comparator.comparing(MeasuredNucleus::nucleus, Nuclei.DOWNWARDS));
    return within;
  }
}
