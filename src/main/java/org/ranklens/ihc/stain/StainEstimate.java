package org.ranklens.ihc.stain;

import java.util.ArrayList;
import java.util.List;

/**
 * What the colours of one slide mean.
 *
 * @param white where optical density is 0
 * @param stains the vectors that are used
 * @param method how the vectors were found, in words
 * @param scorable whether this can be haematoxylin and DAB; else nothing on the slide is scored
 * @param dabPerPink how much DAB a pink pixel of residual -1 seems to hold
 * @param warnings what speaks against the estimate, with the measured vectors; may be empty
 */
public record StainEstimate(
    WhitePoint white,
    StainMatrix stains,
    String method,
    boolean scorable,
    double dabPerPink,
    List<String> warnings) {

  public StainEstimate {
    warnings = List.copyOf(warnings);
  }

  /** An estimate of a slide of haematoxylin and DAB, of which the pink was not measured. */
  public StainEstimate(WhitePoint white, StainMatrix stains, String method, List<String> warnings) {
    this(white, stains, method, true, PinkTone.USUAL_DAB_PER_RESIDUAL, warnings);
  }

  StainEstimate withDabPerPink(double measured) {
    return new StainEstimate(white, stains, method, scorable, measured, warnings);
  }

  StainEstimate withWarning(String warning) {
    List<String> all = new ArrayList<>(warnings);
    all.add(warning);
    return new StainEstimate(white, stains, method, scorable, dabPerPink, all);
  }
}
