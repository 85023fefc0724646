package org.ranklens.ihc.stain;

import java.util.List;

/**
 * What the colours of one slide mean.
 *
 * @param white where optical density is 0
 * @param stains the vectors that are used
 * @param method how the vectors were found, in words
 * @param warnings what speaks against the estimate, with the measured vectors; may be empty
 */
public record StainEstimate(
    WhitePoint white, StainMatrix stains, String method, List<String> warnings) {

  public StainEstimate {
    warnings = List.copyOf(warnings);
  }
}
