package org.ranklens.ihc;

import java.util.List;
import org.ranklens.ihc.score.PopulationScore;

/**
 * The scores of a region.
 *
 * @param roi the region's name, empty for the whole slide
 * @param tissueAreaMm2 tissue that was scored
 * @param populations all, multinucleated, mononuclear
 * @param giantNuclei how many nuclei its giant cells have
 */
public record RegionScore(
    String roi,
    double tissueAreaMm2,
    List<PopulationScore> populations,
    NucleusCounts giantNuclei) {

  public RegionScore {
    populations = List.copyOf(populations);
  }
}
