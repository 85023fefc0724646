package org.ranklens.pet.lesion;

import java.util.List;
import java.util.Optional;
import org.ranklens.pet.lesion.Physiological.Organ;

/** Brain, tonsils and salivary glands. */
final class HeadRules {

  private static final double BRAIN_LEAST_ML = 100;

  /** What is denser would count as the bone around itself. */
  private static final double BRAIN_MOST_HU = 100;

  private static final double BRAIN_ENCLOSED = 0.7;

  private static final double GLAND_MOST_ML = 40;
  private static final Range GLAND_HU = new Range(-40, 110);
  private static final Range GLAND_BESIDE_MIDLINE_MM = new Range(8, 85);
  private static final double GLAND_BONE = 0.1;

  /** The jaws count to the bone near the midline: what is the spine there lies further back. */
  private static final double BEHIND_SPINE_MM = 25;

  /** The lowest gland lies so far above the lungs; and not further below the brain than this. */
  private static final double ABOVE_LUNGS_MM = 60;

  private static final double BELOW_BRAIN_MM = 190;

  /** Across the midline, in height and in depth. */
  private static final double TWIN_MM = 25;

  private static final double TWIN_SUV_FACTOR = 1.8;
  private static final double TWIN_ML_FACTOR = 3;

  private final Anatomy anatomy;

  HeadRules(Anatomy anatomy) {
    this.anatomy = anatomy;
  }

  Optional<OrganRules.Match> brain(Region r) {
    return isBrain(r)
        ? OrganRules.Match.of(
            Organ.BRAIN,
            "%.0f ml of at least %.0f, %.0f HU of at most %.0f, %.0f %% of at least %.0f enclosed"
                + " by bone",
            r.ml(),
            BRAIN_LEAST_ML,
            r.coreHu,
            BRAIN_MOST_HU,
            100 * r.enclosedByBone,
            100 * BRAIN_ENCLOSED)
        : Optional.empty();
  }

  private static boolean isBrain(Region r) {
    return r.ml() >= BRAIN_LEAST_ML
        && r.coreHu <= BRAIN_MOST_HU
        && r.enclosedByBone >= BRAIN_ENCLOSED;
  }

  /** A gland is like its twin on the other side; a lesion of the neck rarely has one. */
  Optional<OrganRules.Match> gland(Region r, List<Region> all) {
    return mayBeGland(r, all) && all.stream().anyMatch(other -> twins(r, other, all))
        ? OrganRules.Match.of(
            Organ.GLAND,
            "%.1f ml of at most %.0f, %.0f HU of %s, %.0f mm of %s from the midline, in front of or"
                + " beside the spine, above the lungs and below the brain, and the same on the"
                + " other side",
            r.ml(),
            GLAND_MOST_ML,
            r.coreHu,
            GLAND_HU,
            Math.abs(r.fromMidlineMm),
            GLAND_BESIDE_MIDLINE_MM)
        : Optional.empty();
  }

  private boolean mayBeGland(Region r, List<Region> all) {
    return r.ml() <= GLAND_MOST_ML
        && GLAND_HU.holds(r.coreHu)
        && GLAND_BESIDE_MIDLINE_MM.holds(Math.abs(r.fromMidlineMm))
        && r.boneFraction < GLAND_BONE
        && r.coreCentre.yMm() < anatomy.spineMm(r.coreCentre.zMm()) + BEHIND_SPINE_MM
        && inNeck(r.coreCentre.zMm(), all);
  }

  private boolean inNeck(double zMm, List<Region> all) {
    Optional<Region> brain = all.stream().filter(HeadRules::isBrain).findFirst();
    boolean aboveLungs =
        anatomy.lungTopMm.isPresent() && zMm > anatomy.lungTopMm.getAsDouble() + ABOVE_LUNGS_MM;
    if (brain.isPresent()) {
      double below = brain.get().coreCentre.zMm() - zMm;
      return below > 0 && below < BELOW_BRAIN_MM && (aboveLungs || anatomy.lungTopMm.isEmpty());
    }
    return aboveLungs;
  }

  private boolean twins(Region a, Region b, List<Region> all) {
    return a.isAcrossFrom(b)
        && mayBeGland(b, all)
        && Math.abs(a.fromMidlineMm + b.fromMidlineMm) < TWIN_MM
        && Math.abs(a.coreCentre.zMm() - b.coreCentre.zMm()) < TWIN_MM
        && Math.abs(a.coreCentre.yMm() - b.coreCentre.yMm()) < TWIN_MM
        && alike(a.max, b.max, TWIN_SUV_FACTOR)
        && alike(a.ml(), b.ml(), TWIN_ML_FACTOR);
  }

  private static boolean alike(double a, double b, double factor) {
    return Math.max(a, b) < factor * Math.min(a, b);
  }
}
