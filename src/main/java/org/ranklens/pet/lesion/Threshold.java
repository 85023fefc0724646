package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ranklens.pet.suv.SuvVolume;

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

  static Threshold of(SuvVolume suv, Optional<Anatomy> anatomy, LesionSettings settings) {
    Optional<ReferenceRegion> liver = anatomy.flatMap(a -> LiverFinder.find(a, suv));
    Optional<ReferenceRegion> aorta = anatomy.flatMap(a -> AortaFinder.find(a, suv));
    List<ReferenceRegion> references = new ArrayList<>();
    liver.ifPresent(references::add);
    aorta.ifPresent(references::add);
    if (settings.thresholdRule() == ThresholdRule.FIXED) {
      return fixed(settings, references, List.of());
    }
    if (liver.isPresent()) {
      return by(liver.get(), settings.liverFactor(), settings.liverSds(), references, List.of());
    }
    String missing =
        anatomy.isEmpty()
            ? "there is no CT to find the liver on"
            : "no liver was found in the view";
    if (aorta.isPresent()) {
      return by(
          aorta.get(),
          settings.bloodFactor(),
          settings.bloodSds(),
          references,
          List.of(missing + ": the threshold comes from the aorta"));
    }
    return fixed(
        settings,
        references,
        List.of(missing + ", nor an aorta: the fixed threshold is used, not PERCIST's"));
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
