package org.ranklens.ihc;

import java.util.List;
import java.util.Map;
import org.ranklens.ihc.cell.Artefact;
import org.ranklens.ihc.score.PopulationScore;
import org.ranklens.ihc.score.ZoneCounts;

/**
 * The scores of a region.
 *
 * @param roi the region's name, empty for the whole slide
 * @param tissueAreaMm2 tissue that was scored
 * @param excludedMm2 what was taken out, square millimetres by reason; a reason that did not occur
 *     is missing
 * @param populations all, multinucleated, mononuclear
 * @param giantNuclei how many nuclei its giant cells have
 * @param dabZones its tissue's pixels per zone of DAB
 */
public record RegionScore(
    String roi,
    double tissueAreaMm2,
    Map<Artefact, Double> excludedMm2,
    List<PopulationScore> populations,
    NucleusCounts giantNuclei,
    ZoneCounts dabZones) {

  public RegionScore {
    excludedMm2 = Map.copyOf(excludedMm2);
    populations = List.copyOf(populations);
  }
}
