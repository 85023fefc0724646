package org.ranklens.pet.lesion;

import java.util.Optional;
import org.ranklens.pet.lesion.Physiological.Organ;

/** Bladder and bowel. */
final class TractRules {

  private static final double BLADDER_LEAST_ML = 10;
  private static final Range WATER_HU = new Range(-15, 25);

  /** A thin slice of a bladder takes on what lies around. */
  private static final double CUT_WATER_HU = 45;

  private static final double BLADDER_BELOW_LUNGS_MM = 200;
  private static final double BLADDER_BESIDE_MIDLINE_MM = 40;

  /** Without lungs in view only what lies between the hips is a bladder. */
  private static final double BETWEEN_HIPS_BESIDE_MIDLINE_MM = 25;

  private static final double ENCLOSED = 0.15;

  /** Of what the view's end cuts off, half of the directions are out of view, too. */
  private static final double CUT_ENCLOSED = 0.05;

  private static final double BOWEL_LEAST_ML = 10;
  private static final double BOWEL_LEAST_MM = 60;
  private static final double BOWEL_LEAST_GAS = 0.05;
  private static final Range BOWEL_HU = new Range(-60, 100);

  private final Anatomy anatomy;

  TractRules(Anatomy anatomy) {
    this.anatomy = anatomy;
  }

  Optional<OrganRules.Match> bladder(Region r) {
    boolean lungs = anatomy.lungBaseMm.isPresent();
    boolean cutOff = !lungs && anatomy.cutOff(r.voi);
    double densest = cutOff ? CUT_WATER_HU : WATER_HU.most();
    boolean water =
        r.coreHu >= WATER_HU.least() && r.coreHu <= densest && r.boneFraction < OrganRules.NO_BONE;
    if (!water || (!cutOff && r.ml() < BLADDER_LEAST_ML)) {
      return Optional.empty();
    }
    double side = Math.abs(r.fromMidlineMm);
    return lungs ? bladderBelowLungs(r, side) : bladderBetweenHips(r, side, cutOff);
  }

  private Optional<OrganRules.Match> bladderBelowLungs(Region r, double side) {
    double below = anatomy.lungBaseMm.getAsDouble() - r.coreCentre.zMm();
    return side <= BLADDER_BESIDE_MIDLINE_MM && below > BLADDER_BELOW_LUNGS_MM
        ? OrganRules.Match.of(
            Organ.BLADDER,
            "%.0f ml of at least %.0f, %.0f HU of %s, %.0f mm of at most %.0f from the midline, far"
                + " below the lungs",
            r.ml(),
            BLADDER_LEAST_ML,
            r.coreHu,
            WATER_HU,
            side,
            BLADDER_BESIDE_MIDLINE_MM)
        : Optional.empty();
  }

  private Optional<OrganRules.Match> bladderBetweenHips(Region r, double side, boolean cutOff) {
    double enclosed = cutOff ? CUT_ENCLOSED : ENCLOSED;
    return side <= BETWEEN_HIPS_BESIDE_MIDLINE_MM
            && r.enclosedByBone >= enclosed
            && Rays.bothSides(anatomy, r.coreCentre)
        ? OrganRules.Match.of(
            Organ.BLADDER,
            "%.1f ml of at least %.0f, %.0f HU of %s (cut off by an end of the view any ml, to %.0f"
                + " HU), %.0f mm of at most %.0f from the midline, between the hips, %.0f %% of at"
                + " least %.0f enclosed by bone; no lungs in view: please check",
            r.ml(),
            BLADDER_LEAST_ML,
            r.coreHu,
            WATER_HU,
            CUT_WATER_HU,
            side,
            BETWEEN_HIPS_BESIDE_MIDLINE_MM,
            100 * r.enclosedByBone,
            100 * enclosed)
        : Optional.empty();
  }

  Optional<OrganRules.Match> bowel(Region region) {
    return isBowel(region)
        ? OrganRules.Match.of(
            Organ.BOWEL,
            "%.0f ml of at least %.0f, %.0f mm of at least %.0f long, %.0f %% of at least %.0f of"
                + " what surrounds it is gas, below the lungs",
            region.ml(),
            BOWEL_LEAST_ML,
            region.longestMm,
            BOWEL_LEAST_MM,
            100 * region.gasFractionOfShell,
            100 * BOWEL_LEAST_GAS)
        : Optional.empty();
  }

  private boolean isBowel(Region r) {
    return r.ml() >= BOWEL_LEAST_ML
        && r.longestMm >= BOWEL_LEAST_MM
        && r.gasFractionOfShell >= BOWEL_LEAST_GAS
        && BOWEL_HU.holds(r.coreHu)
        && r.boneFraction < OrganRules.NO_BONE
        && r.isBelowLungs(anatomy);
  }
}
