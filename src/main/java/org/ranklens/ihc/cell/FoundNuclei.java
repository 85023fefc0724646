package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.List;

/** The nuclei whose centroid lies in one tile, from the upper edge down. */
public final class FoundNuclei {

  private final List<Nucleus> nuclei;

  FoundNuclei(List<Nucleus> nuclei) {
    this.nuclei = List.copyOf(nuclei);
  }

  List<Nucleus> nuclei() {
    return nuclei;
  }

  /** Returns those of several tiles that may reach into an area, from the upper edge down. */
  static List<Nucleus> within(List<FoundNuclei> tiles, TileFrame.Core area) {
    List<Nucleus> within = new ArrayList<>();
    for (FoundNuclei tile : tiles) {
      for (Nucleus nucleus : tile.nuclei) {
        if (nucleus.mask().box().meets(area)) {
          within.add(nucleus);
        }
      }
    }
    within.sort(Nuclei.DOWNWARDS);
    return within;
  }
}
