package org.ranklens.pet.lesion;

import java.util.List;
import java.util.Optional;
import org.ranklens.pet.lesion.Physiological.Organ;

/** Brown fat, and tracer that missed the vein. */
final class ChestRules {

  private static final Range FAT_HU = new Range(-150, -30);
  private static final double NO_LUNG = 0.05;
  private static final double TWIN_SIDE_MM = 30;
  private static final double TWIN_HEIGHT_MM = 40;

  /** A lesion of an arm so small is never so hot. */
  private static final double INJECTION_SUV = 15;

  private static final double INJECTION_MOST_ML = 15;
  private static final Range INJECTION_HU = new Range(-150, 90);
  private static final double INJECTION_BONE = 0.02;

  /** A metastasis in the bone of an arm has more bone around it. */
  private static final double AMID_BONE = 0.25;

  /** From here outwards there is only an arm: beside the trunk, and beside the head. */
  private static final double BESIDE_TRUNK_MM = 180;

  private static final double BESIDE_HEAD_MM = 90;

  private final Anatomy anatomy;

  ChestRules(Anatomy anatomy) {
    this.anatomy = anatomy;
  }

  Optional<OrganRules.Match> brownFat(Region region, List<Region> all) {
    return brownFat(region) && all.stream().anyMatch(other -> mirrors(region, other))
        ? OrganRules.Match.of(
            Organ.BROWN_FAT,
            "%.0f HU of %s, as fat, above the base of the lungs, and the same on the other side",
            region.coreHu,
            FAT_HU)
        : Optional.empty();
  }

  private boolean brownFat(Region r) {
    return FAT_HU.holds(r.coreHu)
        && r.boneFraction < OrganRules.NO_BONE
        && r.lungFractionOfShell < NO_LUNG
        && anatomy.lungBaseMm.isPresent()
        && r.coreCentre.zMm() > anatomy.lungBaseMm.getAsDouble();
  }

  /** A lesion in fat, as in the breast or the armpit, has no twin. */
  private boolean mirrors(Region a, Region b) {
    return brownFat(b)
        && a.isAcrossFrom(b)
        && Math.abs(a.fromMidlineMm + b.fromMidlineMm) < TWIN_SIDE_MM
        && Math.abs(a.coreCentre.zMm() - b.coreCentre.zMm()) < TWIN_HEIGHT_MM;
  }

  Optional<OrganRules.Match> injectionSite(Region r) {
    boolean aboveLungs =
        anatomy.lungTopMm.isPresent() && r.coreCentre.zMm() > anatomy.lungTopMm.getAsDouble();
    double beside = aboveLungs ? BESIDE_HEAD_MM : BESIDE_TRUNK_MM;
    return isHotSpot(r) && Math.abs(r.fromMidlineMm) >= beside
        ? OrganRules.Match.of(
            Organ.INJECTION_SITE,
            "SUVmax %.1f of at least %.0f, %.1f ml of at most %.0f, not in bone, %.0f mm of at"
                + " least %.0f from the midline, in an arm: please check",
            r.max,
            INJECTION_SUV,
            r.ml(),
            INJECTION_MOST_ML,
            Math.abs(r.fromMidlineMm),
            beside)
        : Optional.empty();
  }

  private static boolean isHotSpot(Region r) {
    return r.max >= INJECTION_SUV
        && r.ml() <= INJECTION_MOST_ML
        && r.coreBoneFraction < INJECTION_BONE
        && r.boneFractionAroundCore < AMID_BONE
        && r.coreHu > INJECTION_HU.least()
        && r.coreHu < INJECTION_HU.most();
  }
}
