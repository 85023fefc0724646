package org.ranklens.pet.lesion;

import java.util.List;
import java.util.Optional;
import org.ranklens.pet.lesion.Physiological.Organ;

/** Heart, brown fat, and tracer that missed the vein. */
final class ChestRules {

  private static final double HOT_SUV = 15;
  private static final double SMALL_ML = 15;

  /** A metastasis in the bone of an arm has more bone around it. */
  private static final double AMID_BONE = 0.25;

  /** From here outwards there is only an arm: beside the trunk, and beside the head. */
  private static final double BESIDE_TRUNK_MM = 180;

  private static final double BESIDE_HEAD_MM = 90;

  /** A full ball has 1, half a shell some 0.6. */
  private static final double HOLLOW = 0.75;

  private static final double UPPER_PART = 0.6;
  private static final double LOWER_PART = 0.45;

  private final Anatomy anatomy;

  ChestRules(Anatomy anatomy) {
    this.anatomy = anatomy;
  }

  /** A heart is hollow; what is full must at least lie where a heart lies. */
  Optional<OrganRules.Match> heart(Region region, List<Region> all) {
    if (isHollowHeart(region)) {
      return OrganRules.Match.of(
          Organ.HEART,
          "%.0f ml of 15 to 450, %.0f HU of 15 to 75 (with contrast agent 250, from 60 ml on), as"
              + " full as %.0f %% of at most %.0f of an ellipsoid of its size, left, in front of the"
              + " spine, between lungs",
          region.ml(),
          region.coreHu,
          100 * region.solidity,
          100 * HOLLOW);
    }
    boolean another = all.stream().anyMatch(this::isHollowHeart);
    return isFullHeart(region) && !another
        ? OrganRules.Match.of(
            Organ.HEART,
            "%.0f ml of 15 to 450, %.0f HU of 15 to 75, %.0f %% of 15 to 45 of what surrounds it is"
                + " lung, left, %.0f mm of at least 40 in front of the spine, in the lower part of"
                + " the lungs, not hollow: please check",
            region.ml(),
            region.coreHu,
            100 * region.lungFractionOfShell,
            inFrontOfSpineMm(region))
        : Optional.empty();
  }

  private boolean isHollowHeart(Region r) {
    // Blood full of contrast agent is as dense as bone and blurs into the muscle around it.
    boolean contrast = r.ml() >= 60 && r.coreHu > 75 && r.coreHu <= 250 && r.boneFraction < 0.8;
    boolean plain = r.coreHu <= 75 && r.boneFraction < 0.05;
    return mayBeHeart(r, UPPER_PART) && (plain || contrast) && r.solidity <= HOLLOW;
  }

  private boolean isFullHeart(Region r) {
    return mayBeHeart(r, LOWER_PART)
        && r.coreHu <= 75
        && r.boneFraction < 0.05
        && r.lungFractionOfShell >= 0.15
        && r.lungFractionOfShell <= 0.45
        && inFrontOfSpineMm(r) >= 40;
  }

  private boolean mayBeHeart(Region r, double partOfLungs) {
    return r.ml() >= 15
        && r.ml() <= 450
        && r.coreHu >= 15
        && r.fromMidlineMm > -10
        && r.fromMidlineMm < 90
        && inFrontOfSpineMm(r) > 20
        && anatomy.lungTopMm.isPresent()
        && r.coreCentre.zMm() > anatomy.lungBaseMm.getAsDouble() - 10
        && r.coreCentre.zMm() < heightInLungsMm(partOfLungs);
  }

  private double inFrontOfSpineMm(Region r) {
    return anatomy.spineMm(r.coreCentre.zMm()) - r.coreCentre.yMm();
  }

  private double heightInLungsMm(double part) {
    double base = anatomy.lungBaseMm.getAsDouble();
    return base + part * (anatomy.lungTopMm.getAsDouble() - base);
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
            && r.coreBoneFraction < 0.02
            && r.boneFractionAroundCore < AMID_BONE
            && r.coreHu > -150
            && r.coreHu < 90
            && Math.abs(r.fromMidlineMm) >= beside
        ? OrganRules.Match.of(
            Organ.INJECTION_SITE,
            "SUVmax %.1f of at least 15, %.1f ml of at most 15, not in bone, %.0f mm of at least %.0f"
                + " from the midline, in an arm: please check",
            r.max,
            r.ml(),
            Math.abs(r.fromMidlineMm),
            beside)
        : Optional.empty();
  }
}
