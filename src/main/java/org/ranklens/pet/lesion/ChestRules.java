package org.ranklens.pet.lesion;

import java.util.List;
import java.util.Optional;
import org.ranklens.pet.lesion.Physiological.Organ;

/** Heart, brown fat, and tracer that missed the vein. */
final class ChestRules {

  private static final double HOT_SUV = 15;
  private static final double SMALL_ML = 15;

  /** From here outwards there is only an arm: beside the trunk, and beside the head. */
  private static final double BESIDE_TRUNK_MM = 180;

  private static final double BESIDE_HEAD_MM = 90;

  private final Anatomy anatomy;

  ChestRules(Anatomy anatomy) {
    this.anatomy = anatomy;
  }

  Optional<OrganRules.Match> heart(Region region) {
    return isHeart(region)
        ? OrganRules.Match.of(
            Organ.HEART,
            "%.0f ml of 15 to 450, %.0f HU of 15 to 75 (with contrast agent 160, from 60 ml on),"
                + " %.0f %% of at least 15 of what surrounds it is lung, left",
            region.ml(),
            region.coreHu,
            100 * region.lungFractionOfShell)
        : Optional.empty();
  }

  private boolean isHeart(Region r) {
    boolean contrast = r.ml() >= 60 && r.coreHu > 75 && r.coreHu <= 160 && r.boneFraction < 0.4;
    return r.ml() >= 15
        && r.ml() <= 450
        && r.coreHu >= 15
        && ((r.coreHu <= 75 && r.boneFraction < 0.05) || contrast)
        && r.lungFractionOfShell >= 0.15
        && r.fromMidlineMm > -10
        && r.fromMidlineMm < 90
        && anatomy.lungTopMm.isPresent()
        && r.coreCentre.zMm() < lungMiddleMm();
  }

  private double lungMiddleMm() {
    double base = anatomy.lungBaseMm.getAsDouble();
    return base + 0.6 * (anatomy.lungTopMm.getAsDouble() - base);
  }

  Optional<OrganRules.Match> brownFat(Region region, List<Region> all) {
    return brownFat(region) && all.stream().anyMatch(other -> mirrors(region, other))
        ? OrganRules.Match.of(
            Organ.BROWN_FAT,
            "%.0f HU of -150 to -30, as fat, above the base of the lungs, and the same on the other"
                + " side",
            region.coreHu)
        : Optional.empty();
  }

  private boolean brownFat(Region r) {
    return r.coreHu >= -150
        && r.coreHu <= -30
        && r.boneFraction < 0.05
        && r.lungFractionOfShell < 0.05
        && anatomy.lungBaseMm.isPresent()
        && r.coreCentre.zMm() > anatomy.lungBaseMm.getAsDouble();
  }

  /** A lesion in fat, as in the breast or the armpit, has no twin. */
  private boolean mirrors(Region a, Region b) {
    return brownFat(b)
        && a.fromMidlineMm * b.fromMidlineMm < 0
        && Math.abs(a.fromMidlineMm + b.fromMidlineMm) < 30
        && Math.abs(a.coreCentre.zMm() - b.coreCentre.zMm()) < 40;
  }

  /** A lesion of an arm so small is never so hot. */
  Optional<OrganRules.Match> injectionSite(Region r) {
    boolean aboveLungs =
        anatomy.lungTopMm.isPresent() && r.coreCentre.zMm() > anatomy.lungTopMm.getAsDouble();
    double beside = aboveLungs ? BESIDE_HEAD_MM : BESIDE_TRUNK_MM;
    return r.max >= HOT_SUV
            && r.ml() <= SMALL_ML
            && r.boneFraction < 0.02
            && r.coreHu > -150
            && r.coreHu < 90
            && Math.abs(r.fromMidlineMm) >= beside
        ? OrganRules.Match.of(
            Organ.INJECTION_SITE,
            "SUVmax %.1f of at least 15, %.1f ml of at most 15, no bone, %.0f mm of at least %.0f"
                + " from the midline, in an arm: please check",
            r.max,
            r.ml(),
            Math.abs(r.fromMidlineMm),
            beside)
        : Optional.empty();
  }
}
