package org.ranklens.pet.response;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What response asks about a lesion in one scan.
 *
 * @param lesion its name, the same in all scans
 * @param peak its largest 1 cm3 peak in the unit of the scan's findings; where nothing takes up any
 *     more, that of its site
 * @param around what the hottest tenth of what surrounds it has at least, in the same unit
 * @param siteSuvBwMax largest SUVbw in the region of the first scan, g/ml
 * @param siteSuvBsaMax the same by body surface area, cm2/ml; empty where the height is unknown
 * @param tlgG total lesion glycolysis, g; 0 where nothing takes up
 * @param longestMm longest extent in a slice, mm; 0 where nothing takes up
 * @param takesUp whether it can be told from what surrounds it
 * @param isNew whether it was not there in the first scan
 * @param density on the CT, if there is one
 */
public record LesionFinding(
    String lesion,
    double peak,
    double around,
    OptionalDouble siteSuvBwMax,
    OptionalDouble siteSuvBsaMax,
    double tlgG,
    double longestMm,
    boolean takesUp,
    boolean isNew,
    Optional<Density> density) {

  public LesionFinding {
    Objects.requireNonNull(lesion, "lesion");
  }

  /**
   * Density of a lesion's site.
   *
   * @param huMean mean HU
   * @param huMedian median HU
   * @param calcifiedMl volume over 200 HU, ml
   */
  public record Density(double huMean, double huMedian, double calcifiedMl) {}
}
