package org.ranklens.ihc.stain;

import java.util.ArrayList;
import java.util.List;

/**
 * What the colours of one slide mean.
 *
 * @param white where optical density is 0
 * @param stains the vectors that are used
 * @param source where the vectors are from
 * @param hematoxylinGain times so much haematoxylin makes pale nuclei as dense as those of a usual
 *     counterstain; at least 1
 * @param dabPerPink how much DAB a pink pixel of residual -1 seems to hold
 * @param warnings what speaks against the estimate, with the measured vectors; may be empty
 */
public record StainEstimate(
    WhitePoint white,
    StainMatrix stains,
    VectorSource source,
    double hematoxylinGain,
    double dabPerPink,
    List<String> warnings) {

  public StainEstimate {
    warnings = List.copyOf(warnings);
  }

  /** An estimate of a slide of haematoxylin and DAB, of which the pink was not measured. */
  public StainEstimate(
      WhitePoint white, StainMatrix stains, VectorSource source, List<String> warnings) {
    this(white, stains, source, 1, PinkTone.USUAL_DAB_PER_RESIDUAL, warnings);
  }

  /** Returns whether this can be haematoxylin and DAB; else nothing on the slide is scored. */
  public boolean scorable() {
    return source != VectorSource.OTHER_STAIN;
  }

  StainEstimate withDabPerPink(double measured) {
    return new StainEstimate(white, stains, source, hematoxylinGain, measured, warnings);
  }

  StainEstimate withWarning(String warning) {
    List<String> all = new ArrayList<>(warnings);
    all.add(warning);
    return new StainEstimate(white, stains, source, hematoxylinGain, dabPerPink, all);
  }
}
