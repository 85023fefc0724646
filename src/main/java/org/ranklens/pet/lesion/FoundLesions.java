package org.ranklens.pet.lesion;

import java.util.List;

/**
 * The lesions of one scan.
 *
 * @param lesions hottest first
 * @param physiological what was kept out
 * @param references liver and aorta, as far as found
 * @param thresholdSuvBw what uptake was looked at, g/ml; 0 where a mask was given
 * @param thresholdRule how that came about, in words
 * @param warnings what concerns the whole scan, in words
 */
public record FoundLesions(
    List<FoundLesion> lesions,
    List<Physiological> physiological,
    List<ReferenceRegion> references,
    double thresholdSuvBw,
    String thresholdRule,
    List<String> warnings) {

  public FoundLesions {
    lesions = List.copyOf(lesions);
    references = List.copyOf(references);
    physiological = List.copyOf(physiological);
    warnings = List.copyOf(warnings);
  }
}
