package org.ranklens.pet.lesion;

import java.util.List;
import java.util.Optional;
import org.ranklens.pet.lesion.Physiological.Organ;

/** Brain, tonsils and salivary glands. */
final class HeadRules {

  /** The lowest gland lies so far above the lungs; and not further below the brain than this. */
  private static final double ABOVE_LUNGS_MM = 60;

  private static final double BELOW_BRAIN_MM = 190;

  /** The jaws count to the bone near the midline: what is the spine there lies further back. */
  private static final double BESIDE_SPINE_MM = 25;

  /** What is denser would count as the bone around itself. */
  private static final double MOST_BRAIN_HU = 100;

  private final Anatomy anatomy;

  HeadRules(Anatomy anatomy) {
    this.anatomy = anatomy;
  }

  Optional<OrganRules.Match> brain(Region r) {
    return isBrain(r)
        ? OrganRules.Match.of(
            Organ.BRAIN,
            "%.0f ml of at least 100, %.0f HU of at most 100, %.0f %% of at least 70 enclosed by"
                + " bone",
            r.ml(),
            r.coreHu,
            100 * r.enclosedByBone)
        : Optional.empty();
  }

  private static boolean isBrain(Region r) {
    return r.ml() >= 100 && r.coreHu <= MOST_BRAIN_HU && r.enclosedByBone >= 0.7;
  }

  /** A gland is like its twin on the other side; a lesion of the neck rarely has one. */
  Optional<OrganRules.Match> gland(Region r, List<Region> all) {
    return mayBeGland(r, all) && all.stream().anyMatch(other -> twins(r, other, all))
        ? OrganRules.Match.of(
            Organ.GLAND,
            "%.1f ml of at most 40, %.0f HU of -40 to 110, %.0f mm of 8 to 85 from the midline, in"
                + " front of or beside the spine, above the lungs and below the brain, and the same on the"
                + " other side",
            r.ml(),
            r.coreHu,
            Math.abs(r.fromMidlineMm))
        : Optional.empty();
  }

  private boolean mayBeGland(Region r, List<Region> all) {
    double side = Math.abs(r.fromMidlineMm);
    return r.ml() <= 40
        && r.coreHu >= -40
        && r.coreHu <= 110
        && side >= 8
        && side <= 85
        && r.boneFraction < 0.1
        && r.coreCentre.yMm() < anatomy.spineMm(r.coreCentre.zMm()) + BESIDE_SPINE_MM
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
    return a.fromMidlineMm * b.fromMidlineMm < 0
        && mayBeGland(b, all)
        && Math.abs(a.fromMidlineMm + b.fromMidlineMm) < 25
        && Math.abs(a.coreCentre.zMm() - b.coreCentre.zMm()) < 25
        && Math.abs(a.coreCentre.yMm() - b.coreCentre.yMm()) < 25
        && Math.max(a.max, b.max) < 1.8 * Math.min(a.max, b.max)
        && Math.max(a.ml(), b.ml()) < 3 * Math.min(a.ml(), b.ml());
  }
}
