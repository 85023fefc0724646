package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ranklens.pet.lesion.ReferenceRegion.Tissue;

/**
 * Liver and blood of a scan: where the user put them, else where the rules find them.
 *
 * @param regions liver, then aorta, as far as there are
 * @param noLiver why there is no liver, in words; empty where there is one
 * @param warnings what became of the user's places, in words
 */
record NormalTissue(List<ReferenceRegion> regions, String noLiver, List<String> warnings) {

  /** A healthy liver takes up more than blood; below this part of it, it serves no more. */
  private static final double COLD = 0.9;

  static NormalTissue of(Scan scan, List<LesionCorrection> corrections) {
    List<String> warnings = new ArrayList<>();
    Search liver =
        placed(scan, corrections, LesionCorrection.Action.LIVER, warnings)
            .orElseGet(
                () ->
                    scan.anatomy()
                        .map(a -> LiverFinder.find(a, scan.suv()))
                        .orElse(Search.missing("there is no CT to find the liver on")));
    Search aorta =
        placed(scan, corrections, LesionCorrection.Action.AORTA, warnings)
            .orElseGet(
                () ->
                    scan.anatomy()
                        .map(a -> AortaFinder.find(a, scan.suv()))
                        .orElse(Search.missing("there is no CT to find the aorta on")));
    boolean byHand =
        corrections.stream().anyMatch(c -> c.action() == LesionCorrection.Action.LIVER);
    if (!byHand && coldLiver(liver, aorta)) {
      liver =
          Search.missing(
              String.format(
                  Locale.ROOT,
                  "the liver takes up less (SUVbw %.2f) than the blood (%.2f), as a diseased one"
                      + " does",
                  liver.region().orElseThrow().suvBwMean(),
                  aorta.region().orElseThrow().suvBwMean()));
    }
    List<ReferenceRegion> regions = new ArrayList<>();
    liver.region().ifPresent(regions::add);
    aorta.region().ifPresent(regions::add);
    return new NormalTissue(regions, liver.missing(), warnings);
  }

  private static boolean coldLiver(Search liver, Search aorta) {
    return liver.region().isPresent()
        && aorta.region().isPresent()
        && liver.region().get().suvBwMean() < COLD * aorta.region().get().suvBwMean();
  }

  Optional<ReferenceRegion> of(Tissue tissue) {
    return regions.stream().filter(r -> r.tissue() == tissue).findFirst();
  }

  /** A place that lies partly outside the PET isn't used: its mean would be another volume's. */
  private static Optional<Search> placed(
      Scan scan,
      List<LesionCorrection> corrections,
      LesionCorrection.Action action,
      List<String> warnings) {
    boolean liver = action == LesionCorrection.Action.LIVER;
    ReferenceShape shape = liver ? ReferenceShape.liverSphere() : ReferenceShape.aortaCylinder();
    String name = action.name().toLowerCase(Locale.ROOT);
    for (LesionCorrection correction : corrections) {
      if (correction.action() != action) {
        continue;
      }
      if (!shape.fits(scan.suv().geometry(), correction.point())) {
        warnings.add("the place given for the " + name + " lies partly outside the PET: not used");
        continue;
      }
      warnings.add("the " + name + " was measured where the names file puts it");
      Tissue tissue = liver ? Tissue.LIVER : Tissue.AORTA;
      return Optional.of(
          Search.found(ReferenceMeter.measure(tissue, scan.suv(), correction.point(), shape)));
    }
    return Optional.empty();
  }
}
