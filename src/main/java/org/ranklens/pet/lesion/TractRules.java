package org.ranklens.pet.lesion;

import java.util.List;
import java.util.Optional;
import org.ranklens.pet.lesion.Physiological.Organ;

/** Bladder, kidneys, ureters and bowel. */
final class TractRules {

  private static final double BLADDER_BELOW_LUNGS_MM = 200;

  /** The middle of where kidneys lie, below the base of the lungs, and how far they may be off. */
  private static final double KIDNEY_BELOW_LUNGS_MM = 100;

  private static final double KIDNEY_REACH_MM = 140;

  private static final double TRUNK_BELOW_LUNGS_MM = 450;

  /** A kidney is no denser without contrast agent, and with it no denser than this. */
  private static final double PLAIN_HU = 60;

  private static final double CONTRAST_HU = 350;

  private static final double BESIDE_SPINE_MM = 45;
  private static final double WATER_HU = 25;
  private static final double CUT_WATER_HU = 45;

  private final Anatomy anatomy;

  TractRules(Anatomy anatomy) {
    this.anatomy = anatomy;
  }

  Optional<OrganRules.Match> bladder(Region r) {
    boolean lungs = anatomy.lungBaseMm.isPresent();
    boolean cutOff = !lungs && anatomy.cutOff(r.voi);
    // A thin slice of it takes on what lies around.
    double densest = cutOff ? CUT_WATER_HU : WATER_HU;
    boolean water = r.coreHu >= -15 && r.coreHu <= densest && r.boneFraction < 0.05;
    if (!water || (!cutOff && r.ml() < 10)) {
      return Optional.empty();
    }
    double side = Math.abs(r.fromMidlineMm);
    return lungs ? bladderBelowLungs(r, side) : bladderBetweenHips(r, side, cutOff);
  }

  private Optional<OrganRules.Match> bladderBelowLungs(Region r, double side) {
    double below = anatomy.lungBaseMm.getAsDouble() - r.coreCentre.zMm();
    return side <= 40 && below > BLADDER_BELOW_LUNGS_MM
        ? OrganRules.Match.of(
            Organ.BLADDER,
            "%.0f ml of at least 10, %.0f HU of -15 to 25, %.0f mm of at most 40 from the"
                + " midline, far below the lungs",
            r.ml(),
            r.coreHu,
            side)
        : Optional.empty();
  }

  /** Of what the view's end cuts off, half of the directions are out of view, too. */
  private Optional<OrganRules.Match> bladderBetweenHips(Region r, double side, boolean cutOff) {
    double enclosed = cutOff ? 0.05 : 0.15;
    return side <= 25 && r.enclosedByBone >= enclosed && Rays.bothSides(anatomy, r.coreCentre)
        ? OrganRules.Match.of(
            Organ.BLADDER,
            "%.1f ml of at least 10, %.0f HU of -15 to 25 (cut off by an end of the view any ml, to"
                + " 45 HU), %.0f mm of at most 25 from the midline, between the hips, %.0f %% of at"
                + " least %.0f enclosed by bone; no lungs in view: please check",
            r.ml(),
            r.coreHu,
            side,
            100 * r.enclosedByBone,
            100 * enclosed)
        : Optional.empty();
  }

  Optional<OrganRules.Match> bowel(Region region) {
    return isBowel(region)
        ? OrganRules.Match.of(
            Organ.BOWEL,
            "%.0f ml of at least 10, %.0f mm of at least 60 long, %.0f %% of at least 5 of what"
                + " surrounds it is gas, below the lungs",
            region.ml(),
            region.longestMm,
            100 * region.gasFractionOfShell)
        : Optional.empty();
  }

  Optional<OrganRules.Match> kidney(Region region, List<Region> all) {
    boolean paired = all.stream().anyMatch(other -> pair(region, other));
    boolean plain = region.coreHu <= PLAIN_HU && region.boneFraction < 0.1;
    return isKidney(region) && (plain || paired)
        ? OrganRules.Match.of(
            Organ.KIDNEY,
            "%.0f ml of 20 to 350, %.0f HU of -10 to 60 (of a pair 350, with contrast agent), %.0f"
                + " mm of 30 to 110 from the midline, %.0f mm of at least 60 long, beside the base"
                + " of the lungs or below it"
                + (paired ? ", paired" : ", without its pair: please check"),
            region.ml(),
            region.coreHu,
            Math.abs(region.fromMidlineMm),
            region.lengthMm)
        : Optional.empty();
  }

  /** What the upper end of a view without lungs leaves of a kidney. */
  Optional<OrganRules.Match> kidneyCutOff(Region region) {
    double side = Math.abs(region.fromMidlineMm);
    double fromSpine = Math.abs(region.coreCentre.yMm() - anatomy.spineMm(region.coreCentre.zMm()));
    return anatomy.lungBaseMm.isEmpty()
            && anatomy.cutOffAbove(region.voi)
            && region.ml() <= 350
            && region.coreHu >= -10
            && region.coreHu <= PLAIN_HU
            && region.boneFraction < 0.05
            && side >= 30
            && side <= 110
            && fromSpine <= BESIDE_SPINE_MM
        ? OrganRules.Match.of(
            Organ.KIDNEY,
            "cut off by the upper end of a view without lungs, %.0f HU of -10 to 60, %.0f mm of 30"
                + " to 110 from the midline, %.0f mm of at most 45 in front of the spine or behind"
                + " it, no bone: please check",
            region.coreHu,
            side,
            fromSpine)
        : Optional.empty();
  }

  Optional<OrganRules.Match> ureter(Region region, List<Region> all) {
    return isUreter(region) && all.stream().anyMatch(other -> drains(other, region))
        ? OrganRules.Match.of(
            Organ.URETER,
            "%.0f mm high of at least 30 and %.0f mm wide of at most 16, %.0f HU of -20 to 60, %.0f"
                + " mm of 12 to 65 from the midline, in front of the spine, below a kidney of its"
                + " side",
            region.lengthMm,
            region.tubeMm(),
            region.coreHu,
            Math.abs(region.fromMidlineMm))
        : Optional.empty();
  }

  /** A mass of the thigh has a kidney's size, density and side: only its height tells. */
  private boolean isKidney(Region r) {
    double side = Math.abs(r.fromMidlineMm);
    return r.ml() >= 20
        && r.ml() <= 350
        && r.coreHu >= -10
        && r.coreHu <= CONTRAST_HU
        && side >= 30
        && side <= 110
        && r.lengthMm >= 60
        && anatomy.lungBaseMm.isPresent()
        && Math.abs(r.coreCentre.zMm() - anatomy.lungBaseMm.getAsDouble() + KIDNEY_BELOW_LUNGS_MM)
            <= KIDNEY_REACH_MM;
  }

  private boolean pair(Region a, Region b) {
    return isKidney(a)
        && isKidney(b)
        && a.fromMidlineMm * b.fromMidlineMm < 0
        && Math.abs(a.coreCentre.zMm() - b.coreCentre.zMm()) < 80;
  }

  private boolean isUreter(Region r) {
    double side = Math.abs(r.fromMidlineMm);
    return r.lengthMm >= 30
        && r.tubeMm() <= 16
        && r.lengthMm >= 2 * r.tubeMm()
        && r.coreHu >= -20
        && r.coreHu <= 60
        && side >= 12
        && side <= 65
        && r.boneFraction < 0.05
        && r.coreCentre.yMm() < anatomy.spineMm(r.coreCentre.zMm())
        && belowLungs(r);
  }

  private boolean drains(Region kidney, Region ureter) {
    return isKidney(kidney)
        && kidney.fromMidlineMm * ureter.fromMidlineMm > 0
        && kidney.coreCentre.zMm() > ureter.coreCentre.zMm();
  }

  private boolean isBowel(Region r) {
    return r.ml() >= 10
        && r.longestMm >= 60
        && r.gasFractionOfShell >= 0.05
        && r.coreHu >= -60
        && r.coreHu <= 100
        && r.boneFraction < 0.05
        && belowLungs(r);
  }

  private boolean belowLungs(Region r) {
    if (anatomy.lungBaseMm.isEmpty()) {
      return false;
    }
    double below = anatomy.lungBaseMm.getAsDouble() - r.coreCentre.zMm();
    return below > 0 && below < TRUNK_BELOW_LUNGS_MM;
  }
}
