package org.ranklens.pet.lesion;

import java.util.List;
import java.util.Optional;
import org.ranklens.pet.lesion.Physiological.Organ;

/** The heart, which is hollow, or else lies where a heart lies. */
final class HeartRules {

  private static final Range HEART_ML = new Range(15, 450);
  private static final Range HEART_HU = new Range(15, 75);

  /** Blood full of contrast agent is as dense as bone and blurs into the muscle around it. */
  private static final double CONTRAST_HU = 250;

  private static final double CONTRAST_LEAST_ML = 60;
  private static final double CONTRAST_BONE = 0.8;

  /** A full ball has 1, half a shell some 0.6. */
  private static final double HOLLOW = 0.75;

  /** Of the lungs' height from the base, where a hollow heart lies, and where a full one. */
  private static final double UPPER_PART = 0.6;

  private static final double LOWER_PART = 0.45;
  private static final double BELOW_BASE_MM = 10;

  /** How much of what is around a full heart is lung. */
  private static final Range BESIDE_LUNG = new Range(0.15, 0.45);

  /** Between these; a heart reaches over the midline. */
  private static final double RIGHT_OF_MIDLINE_MM = 10;

  private static final double LEFT_OF_MIDLINE_MM = 90;
  private static final double IN_FRONT_OF_SPINE_MM = 20;
  private static final double FULL_IN_FRONT_OF_SPINE_MM = 40;

  private final Anatomy anatomy;

  HeartRules(Anatomy anatomy) {
    this.anatomy = anatomy;
  }

  /** A heart is hollow; what is full must at least lie where a heart lies. */
  Optional<OrganRules.Match> heart(Region region, List<Region> all) {
    if (isHollowHeart(region)) {
      return OrganRules.Match.of(
          Organ.HEART,
          "%.0f ml of %s, %.0f HU of %s (with contrast agent %.0f, from %.0f ml on), as full as"
              + " %.0f %% of at most %.0f of an ellipsoid of its size, left, in front of the spine,"
              + " between lungs",
          region.ml(),
          HEART_ML,
          region.coreHu,
          HEART_HU,
          CONTRAST_HU,
          CONTRAST_LEAST_ML,
          100 * region.solidity,
          100 * HOLLOW);
    }
    boolean another = all.stream().anyMatch(this::isHollowHeart);
    return isFullHeart(region) && !another
        ? OrganRules.Match.of(
            Organ.HEART,
            "%.0f ml of %s, %.0f HU of %s, %.0f %% of %s of what surrounds it is lung, left, %.0f"
                + " mm of at least %.0f in front of the spine, in the lower part of the lungs, not"
                + " hollow: please check",
            region.ml(),
            HEART_ML,
            region.coreHu,
            HEART_HU,
            100 * region.lungFractionOfShell,
            BESIDE_LUNG.percent(),
            inFrontOfSpineMm(region),
            FULL_IN_FRONT_OF_SPINE_MM)
        : Optional.empty();
  }

  private boolean isHollowHeart(Region r) {
    boolean contrast =
        r.ml() >= CONTRAST_LEAST_ML
            && r.coreHu > HEART_HU.most()
            && r.coreHu <= CONTRAST_HU
            && r.boneFraction < CONTRAST_BONE;
    return mayBeHeart(r, UPPER_PART) && (isPlainMuscle(r) || contrast) && r.solidity <= HOLLOW;
  }

  private boolean isFullHeart(Region r) {
    return mayBeHeart(r, LOWER_PART)
        && isPlainMuscle(r)
        && BESIDE_LUNG.holds(r.lungFractionOfShell)
        && inFrontOfSpineMm(r) >= FULL_IN_FRONT_OF_SPINE_MM;
  }

  private static boolean isPlainMuscle(Region r) {
    return HEART_HU.holds(r.coreHu) && r.boneFraction < OrganRules.NO_BONE;
  }

  private boolean mayBeHeart(Region r, double partOfLungs) {
    return HEART_ML.holds(r.ml())
        && r.coreHu >= HEART_HU.least()
        && r.fromMidlineMm > -RIGHT_OF_MIDLINE_MM
        && r.fromMidlineMm < LEFT_OF_MIDLINE_MM
        && inFrontOfSpineMm(r) > IN_FRONT_OF_SPINE_MM
        && anatomy.lungTopMm.isPresent()
        && r.coreCentre.zMm() > anatomy.lungBaseMm.getAsDouble() - BELOW_BASE_MM
        && r.coreCentre.zMm() < heightInLungsMm(partOfLungs);
  }

  private double inFrontOfSpineMm(Region r) {
    return anatomy.spineMm(r.coreCentre.zMm()) - r.coreCentre.yMm();
  }

  private double heightInLungsMm(double part) {
    double base = anatomy.lungBaseMm.getAsDouble();
    return base + part * (anatomy.lungTopMm.getAsDouble() - base);
  }
}
