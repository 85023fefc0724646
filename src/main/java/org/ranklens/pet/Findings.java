package org.ranklens.pet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.pet.lesion.LesionMeasurement;
import org.ranklens.pet.lesion.ReferenceRegion;
import org.ranklens.pet.lesion.UptakeMeasures;
import org.ranklens.pet.lesion.UptakeMeter;
import org.ranklens.pet.lesion.Voi;
import org.ranklens.pet.response.LesionFinding;
import org.ranklens.pet.response.ScanFindings;
import org.ranklens.pet.suv.SuvVolume;

/** What response asks about a scan, taken from what was measured. */
final class Findings {

  private Findings() {}

  /**
   * Returns the findings.
   *
   * @param lean whether all scans of the patient give SUL
   */
  static ScanFindings of(
      TimePoint scan, PetInput input, List<ReferenceRegion> normal, boolean lean) {
    SuvVolume suv = scan.suv();
    double unit = lean ? suv.bodyFactors().sulPerSuvBw().orElse(1) : 1;
    List<LesionFinding> lesions = new ArrayList<>();
    List<Voi> vois = scan.lesions().stream().flatMap(row -> row.voi().stream()).toList();
    for (LesionMeasurement row : scan.lesions()) {
      finding(row, vois, suv, unit).ifPresent(lesions::add);
    }
    return new ScanFindings(
        scan.name(),
        lean,
        lesions,
        scan.ct().isPresent() || scan.thresholdSuvBw() == 0,
        normal(normal, ReferenceRegion.Tissue.LIVER, unit),
        normal(normal, ReferenceRegion.Tissue.AORTA, unit),
        Math.max(suv.geometry().columnSpacingMm(), suv.geometry().rowSpacingMm()),
        input.cycles(),
        scan.suvReport().conditions());
  }

  private static Optional<ScanFindings.Normal> normal(
      List<ReferenceRegion> regions, ReferenceRegion.Tissue tissue, double unit) {
    return regions.stream()
        .filter(r -> r.tissue() == tissue)
        .map(r -> new ScanFindings.Normal(unit * r.suvBwMean(), unit * r.suvBwSd()))
        .findFirst();
  }

  private static Optional<LesionFinding> finding(
      LesionMeasurement row, List<Voi> vois, SuvVolume suv, double unit) {
    Optional<Voi> measured = row.voi().or(row::site);
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    UptakeMeasures uptake = row.uptake().orElseGet(() -> UptakeMeter.measure(suv, measured.get()));
    boolean takesUp = row.uptake().isPresent();
    return Optional.of(
        new LesionFinding(
            row.lesion(),
            unit * uptake.suvBwPeakGlobal(),
            unit * UptakeMeter.around(suv, measured.get(), vois),
            row.siteSuvBwMax(),
            times(row.siteSuvBwMax(), suv.bodyFactors().suvBsaPerSuvBw()),
            takesUp ? uptake.tlgG() : 0,
            takesUp ? uptake.longestMm() : 0,
            takesUp,
            row.isNew(),
            row.density()
                .map(d -> new LesionFinding.Density(d.huMean(), d.huMedian(), d.over200().ml()))));
  }

  private static OptionalDouble times(OptionalDouble a, OptionalDouble b) {
    return a.isPresent() && b.isPresent()
        ? OptionalDouble.of(a.getAsDouble() * b.getAsDouble())
        : OptionalDouble.empty();
  }
}
