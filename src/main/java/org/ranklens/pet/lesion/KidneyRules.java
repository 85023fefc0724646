package org.ranklens.pet.lesion;

import java.util.List;
import java.util.Optional;
import org.ranklens.pet.lesion.Physiological.Organ;

/** Kidneys and ureters. */
final class KidneyRules {

  private static final Range KIDNEY_ML = new Range(20, 350);
  private static final double KIDNEY_LEAST_MM = 60;

  /** Without contrast agent, and from a pair with it. */
  private static final Range KIDNEY_HU = new Range(-10, 60);

  private static final Range CONTRAST_KIDNEY_HU = new Range(KIDNEY_HU.least(), 350);
  private static final double PLAIN_KIDNEY_BONE = 0.1;
  private static final Range KIDNEY_BESIDE_MIDLINE_MM = new Range(30, 110);

  /** The middle of where kidneys lie, below the base of the lungs, and how far they may be off. */
  private static final double KIDNEY_BELOW_LUNGS_MM = 100;

  private static final double KIDNEY_REACH_MM = 140;
  private static final double PAIR_HEIGHT_MM = 80;
  private static final double CUT_KIDNEY_FROM_SPINE_MM = 45;

  private static final double URETER_LEAST_MM = 30;
  private static final double URETER_WIDEST_MM = 16;
  private static final double URETER_LENGTH_BY_WIDTH = 2;
  private static final Range URETER_HU = new Range(-20, 60);
  private static final Range URETER_BESIDE_MIDLINE_MM = new Range(12, 65);

  private final Anatomy anatomy;

  KidneyRules(Anatomy anatomy) {
    this.anatomy = anatomy;
  }

  Optional<OrganRules.Match> kidney(Region region, List<Region> all) {
    boolean paired = all.stream().anyMatch(other -> pair(region, other));
    boolean plain = region.coreHu <= KIDNEY_HU.most() && region.boneFraction < PLAIN_KIDNEY_BONE;
    return isKidney(region) && (plain || paired)
        ? OrganRules.Match.of(
            Organ.KIDNEY,
            "%.0f ml of %s, %.0f HU of %s (of a pair %.0f, with contrast agent), %.0f mm of %s from"
                + " the midline, %.0f mm of at least %.0f long, beside the base of the lungs or"
                + " below it"
                + (paired ? ", paired" : ", without its pair: please check"),
            region.ml(),
            KIDNEY_ML,
            region.coreHu,
            KIDNEY_HU,
            CONTRAST_KIDNEY_HU.most(),
            Math.abs(region.fromMidlineMm),
            KIDNEY_BESIDE_MIDLINE_MM,
            region.lengthMm,
            KIDNEY_LEAST_MM)
        : Optional.empty();
  }

  /** What the upper end of a view without lungs leaves of a kidney. */
  Optional<OrganRules.Match> cutOff(Region region) {
    double side = Math.abs(region.fromMidlineMm);
    double fromSpine = Math.abs(region.coreCentre.yMm() - anatomy.spineMm(region.coreCentre.zMm()));
    return anatomy.lungBaseMm.isEmpty()
            && anatomy.cutOffAbove(region.voi)
            && region.ml() <= KIDNEY_ML.most()
            && KIDNEY_HU.holds(region.coreHu)
            && region.boneFraction < OrganRules.NO_BONE
            && KIDNEY_BESIDE_MIDLINE_MM.holds(side)
            && fromSpine <= CUT_KIDNEY_FROM_SPINE_MM
        ? OrganRules.Match.of(
            Organ.KIDNEY,
            "cut off by the upper end of a view without lungs, %.0f HU of %s, %.0f mm of %s from"
                + " the midline, %.0f mm of at most %.0f in front of the spine or behind it, no"
                + " bone: please check",
            region.coreHu,
            KIDNEY_HU,
            side,
            KIDNEY_BESIDE_MIDLINE_MM,
            fromSpine,
            CUT_KIDNEY_FROM_SPINE_MM)
        : Optional.empty();
  }

  Optional<OrganRules.Match> ureter(Region region, List<Region> all) {
    return isUreter(region) && all.stream().anyMatch(other -> drains(other, region))
        ? OrganRules.Match.of(
            Organ.URETER,
            "%.0f mm high of at least %.0f and %.0f mm wide of at most %.0f, %.0f HU of %s, %.0f mm"
                + " of %s from the midline, in front of the spine, below a kidney of its side",
            region.lengthMm,
            URETER_LEAST_MM,
            region.tubeMm(),
            URETER_WIDEST_MM,
            region.coreHu,
            URETER_HU,
            Math.abs(region.fromMidlineMm),
            URETER_BESIDE_MIDLINE_MM)
        : Optional.empty();
  }

  /** A mass of the thigh has a kidney's size, density and side: only its height tells. */
  private boolean isKidney(Region r) {
    return KIDNEY_ML.holds(r.ml())
        && CONTRAST_KIDNEY_HU.holds(r.coreHu)
        && KIDNEY_BESIDE_MIDLINE_MM.holds(Math.abs(r.fromMidlineMm))
        && r.lengthMm >= KIDNEY_LEAST_MM
        && anatomy.lungBaseMm.isPresent()
        && Math.abs(r.coreCentre.zMm() - anatomy.lungBaseMm.getAsDouble() + KIDNEY_BELOW_LUNGS_MM)
            <= KIDNEY_REACH_MM;
  }

  private boolean pair(Region a, Region b) {
    return isKidney(a)
        && isKidney(b)
        && a.isAcrossFrom(b)
        && Math.abs(a.coreCentre.zMm() - b.coreCentre.zMm()) < PAIR_HEIGHT_MM;
  }

  private boolean isUreter(Region r) {
    return r.lengthMm >= URETER_LEAST_MM
        && r.tubeMm() <= URETER_WIDEST_MM
        && r.lengthMm >= URETER_LENGTH_BY_WIDTH * r.tubeMm()
        && URETER_HU.holds(r.coreHu)
        && URETER_BESIDE_MIDLINE_MM.holds(Math.abs(r.fromMidlineMm))
        && r.boneFraction < OrganRules.NO_BONE
        && r.coreCentre.yMm() < anatomy.spineMm(r.coreCentre.zMm())
        && r.isBelowLungs(anatomy);
  }

  private boolean drains(Region kidney, Region ureter) {
    return isKidney(kidney)
        && kidney.fromMidlineMm * ureter.fromMidlineMm > 0
        && kidney.coreCentre.zMm() > ureter.coreCentre.zMm();
  }
}
