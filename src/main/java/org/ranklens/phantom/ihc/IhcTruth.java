package org.ranklens.phantom.ihc;

import java.util.List;

/**
 * What is really in a rendered field.
 *
 * @param settings what it was rendered from
 * @param tissueFraction share of the field that is tissue, 0 to 1
 * @param cells every cell, giant cells first
 */
public record IhcTruth(IhcPhantomSettings settings, double tissueFraction, List<TrueCell> cells) {

  public IhcTruth {
    cells = List.copyOf(cells);
  }

  /** Classes begin at these DAB optical densities: 1+, 2+, 3+. */
  public static final List<Double> CLASS_STARTS = List.of(0.2, 0.4, 0.6);

  /** Scores of all cells, of the giant cells alone or of the mononuclear alone. */
  public TrueScore score(boolean mononuclear, boolean multinucleated) {
    return TrueScore.of(
        cells.stream()
            .filter(cell -> cell.isMultinucleated() ? multinucleated : mononuclear)
            .toList());
  }
}
