package org.ranklens.ihc;

import java.util.List;
import org.ranklens.ihc.score.PopulationScore;

/**
 * The scores of a region.
 *
 * @param roi the region's name, empty for the whole slide
 * @param tissueAreaMm2 tissue that was scored
 * @param populations all, multinucleated, mononuclear
 */
public record RegionScore(String roi, double tissueAreaMm2, List<PopulationScore> populations) {

  public RegionScore {
    populations = List.copyOf(populations);
  }
}
