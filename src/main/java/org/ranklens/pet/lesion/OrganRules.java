package org.ranklens.pet.lesion;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ranklens.pet.lesion.Physiological.Organ;

/**
 * Which hot regions are organs that take up FDG in health. Every rule gives its numbers, so that
 * the user can see and correct it.
 */
final class OrganRules {

  private static final double BLADDER_BELOW_LUNGS_MM = 200;

  /** The middle of where kidneys lie, below the base of the lungs, and how far they may be off. */
  private static final double KIDNEY_BELOW_LUNGS_MM = 100;

  private static final double KIDNEY_REACH_MM = 140;

  private static final double TRUNK_BELOW_LUNGS_MM = 450;

  private final Anatomy anatomy;

  OrganRules(Anatomy anatomy) {
    this.anatomy = anatomy;
  }

  /** An organ and the rule that took a region for it. */
  record Match(Organ organ, String rule) {}

  /** Returns what a region is taken for; kidneys only as {@link #kidney} and its pair allow. */
  Optional<Match> organ(Region region, List<Region> all) {
    if (brain(region)) {
      return match(
          Organ.BRAIN,
          "%.0f ml of at least 100, %.0f %% of at least 70 enclosed by bone",
          region.ml(),
          100 * region.enclosedByBone);
    }
    if (bladder(region)) {
      return match(
          Organ.BLADDER,
          "%.0f ml of at least 10, %.0f HU of -15 to 25, %.0f mm of at most 40 from the midline, far"
              + " below the lungs",
          region.ml(),
          region.coreHu,
          Math.abs(region.fromMidlineMm));
    }
    if (heart(region)) {
      return match(
          Organ.HEART,
          "%.0f ml of 15 to 450, %.0f HU of 15 to 75, %.0f %% of at least 15 of what surrounds it is"
              + " lung, left",
          region.ml(),
          region.coreHu,
          100 * region.lungFractionOfShell);
    }
    if (bowel(region)) {
      return match(
          Organ.BOWEL,
          "%.0f ml of at least 10, %.0f mm of at least 60 long, %.0f %% of at least 5 of what"
              + " surrounds it is gas, below the lungs",
          region.ml(),
          region.longestMm,
          100 * region.gasFractionOfShell);
    }
    if (kidney(region)) {
      boolean paired = all.stream().anyMatch(other -> pair(region, other));
      return match(
          Organ.KIDNEY,
          "%.0f ml of 20 to 350, %.0f HU of -10 to 60, %.0f mm of 30 to 110 from the midline, %.0f"
              + " mm of at least 60 long, beside the base of the lungs or below it"
              + (paired ? ", paired" : ", without its pair: please check"),
          region.ml(),
          region.coreHu,
          Math.abs(region.fromMidlineMm),
          region.lengthMm);
    }
    return tract(region, all);
  }

  /** What lies along tracts and in fat; each needs a second sign beside its place. */
  private Optional<Match> tract(Region region, List<Region> all) {
    if (ureter(region) && all.stream().anyMatch(other -> drains(other, region))) {
      return match(
          Organ.URETER,
          "%.0f mm high of at least 30 and %.0f mm wide of at most 16, %.0f HU of -20 to 60, %.0f mm"
              + " of 12 to 65 from the midline, in front of the spine, below a kidney of its side",
          region.lengthMm,
          region.tubeMm(),
          region.coreHu,
          Math.abs(region.fromMidlineMm));
    }
    if (brownFat(region) && all.stream().anyMatch(other -> mirrors(region, other))) {
      return match(
          Organ.BROWN_FAT,
          "%.0f HU of -150 to -30, as fat, above the base of the lungs, and the same on the other"
              + " side",
          region.coreHu);
    }
    return Optional.empty();
  }

  private static Optional<Match> match(Organ organ, String rule, Object... numbers) {
    return Optional.of(new Match(organ, String.format(Locale.ROOT, rule, numbers)));
  }

  private static boolean brain(Region r) {
    return r.ml() >= 100 && r.enclosedByBone >= 0.7;
  }

  private boolean bladder(Region r) {
    return r.ml() >= 10
        && r.coreHu >= -15
        && r.coreHu <= 25
        && Math.abs(r.fromMidlineMm) <= 40
        && r.boneFraction < 0.05
        && anatomy.lungBaseMm.isPresent()
        && r.coreCentre.zMm() < anatomy.lungBaseMm.getAsDouble() - BLADDER_BELOW_LUNGS_MM;
  }

  private boolean heart(Region r) {
    return r.ml() >= 15
        && r.ml() <= 450
        && r.coreHu >= 15
        && r.coreHu <= 75
        && r.lungFractionOfShell >= 0.15
        && r.boneFraction < 0.05
        && r.fromMidlineMm > -10
        && r.fromMidlineMm < 90
        && anatomy.lungTopMm.isPresent()
        && r.coreCentre.zMm() < lungMiddleMm();
  }

  private double lungMiddleMm() {
    double base = anatomy.lungBaseMm.getAsDouble();
    return base + 0.6 * (anatomy.lungTopMm.getAsDouble() - base);
  }

  /** A mass of the thigh has a kidney's size, density and side: only its height tells. */
  private boolean kidney(Region r) {
    double side = Math.abs(r.fromMidlineMm);
    return r.ml() >= 20
        && r.ml() <= 350
        && r.coreHu >= -10
        && r.coreHu <= 60
        && side >= 30
        && side <= 110
        && r.lengthMm >= 60
        && r.boneFraction < 0.1
        && anatomy.lungBaseMm.isPresent()
        && Math.abs(r.coreCentre.zMm() - anatomy.lungBaseMm.getAsDouble() + KIDNEY_BELOW_LUNGS_MM)
            <= KIDNEY_REACH_MM;
  }

  private boolean pair(Region a, Region b) {
    return kidney(b)
        && a.fromMidlineMm * b.fromMidlineMm < 0
        && Math.abs(a.coreCentre.zMm() - b.coreCentre.zMm()) < 80;
  }

  private boolean ureter(Region r) {
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
    return kidney(kidney)
        && kidney.fromMidlineMm * ureter.fromMidlineMm > 0
        && kidney.coreCentre.zMm() > ureter.coreCentre.zMm();
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

  private boolean bowel(Region r) {
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
