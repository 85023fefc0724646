package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * From which uptake on a region is looked at.
 *
 * @param suvBw the threshold, g/ml
 * @param rule how it came about, in words
 * @param references liver and aorta, as far as found
 * @param warnings why it isn't PERCIST's where that was asked for
 */
record Threshold(
    double suvBw, String rule, List<ReferenceRegion> references, List<String> warnings) {

  static Threshold of(NormalTissue normal, LesionSettings settings) {
    List<ReferenceRegion> references = normal.regions();
    if (settings.thresholdRule() == ThresholdRule.FIXED) {
      return fixed(settings, references, normal.warnings());
    }
    List<String> warnings = new ArrayList<>(normal.warnings());
    Optional<ReferenceRegion> liver = normal.of(ReferenceRegion.Tissue.LIVER);
    if (liver.isPresent()) {
      return by(liver.get(), settings.liverFactor(), settings.liverSds(), references, warnings);
    }
    Optional<ReferenceRegion> aorta = normal.of(ReferenceRegion.Tissue.AORTA);
    if (aorta.isPresent()) {
      warnings.add(normal.noLiver() + ": the threshold comes from the aorta");
      return by(aorta.get(), settings.bloodFactor(), settings.bloodSds(), references, warnings);
    }
    warnings.add(normal.noLiver() + ", nor an aorta: the fixed threshold is used, not PERCIST's");
    return fixed(settings, references, warnings);
  }

  private static Threshold by(
      ReferenceRegion region,
      double factor,
      double sds,
      List<ReferenceRegion> references,
      List<String> warnings) {
    double suv = factor * region.suvBwMean() + sds * region.suvBwSd();
    String rule =
        String.format(
            Locale.ROOT,
            "SUVbw %.2f = %.2f x %s mean %.3f + %.2f x SD %.3f",
            suv,
            factor,
            region.tissue().name().toLowerCase(Locale.ROOT),
            region.suvBwMean(),
            sds,
            region.suvBwSd());
    return new Threshold(suv, rule, references, warnings);
  }

  private static Threshold fixed(
      LesionSettings settings, List<ReferenceRegion> references, List<String> warnings) {
    return new Threshold(
        settings.fixedSuvBw(),
        String.format(Locale.ROOT, "SUVbw %.2f, fixed", settings.fixedSuvBw()),
        references,
        warnings);
  }
}
