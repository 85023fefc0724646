package org.ranklens.pet.response;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.ranklens.pet.suv.ScanConditions;

/**
 * What response asks about one scan.
 *
 * @param timepoint its name
 * @param lean whether peaks and normal tissues are by lean body mass (SUL), as PERCIST asks, or by
 *     body weight
 * @param lesions its lesions
 * @param organsTold whether what takes up in health was kept out of the lesions, as only a CT or a
 *     mask allows
 * @param liver the liver's uptake in the same unit
 * @param blood the blood's uptake in the same unit
 * @param voxelMm the largest distance of neighbouring voxels in a slice, mm
 * @param cycles cycles of therapy since the first scan
 * @param conditions how it was done
 */
public record ScanFindings(
    String timepoint,
    boolean lean,
    List<LesionFinding> lesions,
    boolean organsTold,
    Optional<Normal> liver,
    Optional<Normal> blood,
    double voxelMm,
    OptionalInt cycles,
    ScanConditions conditions) {

  public ScanFindings {
    lesions = List.copyOf(lesions);
  }

  /**
   * Uptake of normal tissue.
   *
   * @param mean its mean
   * @param sd its standard deviation
   */
  public record Normal(double mean, double sd) {}

  /** Returns a lesion's finding by its name. */
  Optional<LesionFinding> lesion(String name) {
    return lesions.stream().filter(l -> l.lesion().equals(name)).findFirst();
  }

  /** Returns the same scan with the lesions only that another one knows. */
  ScanFindings knownTo(ScanFindings other) {
    return only(l -> other.lesion(l.lesion()).isPresent());
  }

  /** Returns the same scan with the lesions only that another one knows, and the new ones. */
  ScanFindings knownToOrNew(ScanFindings other) {
    return only(l -> l.isNew() || other.lesion(l.lesion()).isPresent());
  }

  private ScanFindings only(Predicate<LesionFinding> kept) {
    return new ScanFindings(
        timepoint,
        lean,
        lesions.stream().filter(kept).toList(),
        organsTold,
        liver,
        blood,
        voxelMm,
        cycles,
        conditions);
  }

  /** Returns the hottest lesion, of equal ones the first. */
  Optional<LesionFinding> hottest() {
    return lesions.stream().reduce((a, b) -> b.peak() > a.peak() ? b : a);
  }
}
