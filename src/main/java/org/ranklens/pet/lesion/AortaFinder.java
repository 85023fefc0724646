package org.ranklens.pet.lesion;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.suv.SuvVolume;

/**
 * Places a cylinder of 1 x 2 cm in the descending aorta: beside and in front of the spine, left, at
 * the height of the lungs, soft tissue of blood's uptake. The cylinder lies wholly within that, the
 * PET and the CT, or there is none.
 */
final class AortaFinder {

  private static final ReferenceShape CYLINDER = ReferenceShape.aortaCylinder();
  private static final int BONE_HU = 150;
  private static final int CONTRAST_HU = 400;
  private static final double SMOOTHING_MM = 3;
  private static final double LEAST_DEPTH_MM = 8;

  /** Deeper is no better: a mass or the heart would be preferred. */
  private static final double DEPTH_ENOUGH_MM = 12;

  /** So much depth is given for a mm nearer to the spine: the heart lies further in front. */
  private static final double DEPTH_PER_MM = 0.3;

  /** Of blood's uptake above muscle's; beyond it begins the blur of the vessel's edge. */
  private static final double CORE_SHARE = 0.7;

  /** Times muscle's uptake. */
  private static final double FROM_MUSCLE = 1.3;

  private static final double TO_MUSCLE = 5;

  private static final double LEVEL_QUANTILE = 0.75;

  private static final Range LEFT_OF_SPINE_MM = new Range(-5, 45);
  private static final double BEHIND_SPINE_MM = 10;

  private static final double NEAREST_TO_SPINE_MM = 22;
  private static final double FURTHEST_FROM_SPINE_MM = 60;

  /** Around a vessel full of contrast agent the density is even, as it never is in a vertebra. */
  private static final double EVEN_HU = 30;

  private final Anatomy anatomy;
  private final float[] suv;

  private AortaFinder(Anatomy anatomy) {
    this.anatomy = anatomy;
    this.suv = Smoothing.gaussian(anatomy.suv, anatomy.grid, SMOOTHING_MM);
  }

  static Search find(Anatomy anatomy, SuvVolume suv) {
    if (anatomy.lungBaseMm.isEmpty() || anatomy.muscleSuv <= 0) {
      return Search.missing("without lungs in view the aorta wasn't looked for");
    }
    AortaFinder finder = new AortaFinder(anatomy);
    return finder
        .centre(BONE_HU)
        .or(() -> finder.centre(CONTRAST_HU))
        .map(at -> ReferenceMeter.measure(ReferenceRegion.Tissue.AORTA, suv, at, CYLINDER))
        .map(Search::found)
        .orElse(Search.missing("no aorta was found in the view"));
  }

  /** Looks for the vessel with its blurred edge, then for a place without. */
  private Optional<Point3> centre(int mostHu) {
    double muscle = anatomy.muscleSuv;
    boolean[] blood = blood(mostHu, FROM_MUSCLE * muscle);
    float[] depth = DistanceMap.depth(blood, anatomy.grid);
    Optional<Point3> rough = deepest(blood, depth, mostHu);
    if (rough.isEmpty()) {
      return rough;
    }
    boolean[] core = blood(mostHu, muscle + CORE_SHARE * (level(depth) - muscle));
    return deepest(core, DistanceMap.depth(core, anatomy.grid), mostHu).or(() -> rough);
  }

  /** Returns the uptake of blood where the aorta may lie. */
  private double level(float[] depth) {
    double[] levels = new double[depth.length];
    int n = 0;
    for (int i = 0; i < depth.length; i++) {
      if (depth[i] >= LEAST_DEPTH_MM && fromSpineMm(Extent.centre(anatomy.grid, i)).isPresent()) {
        levels[n++] = suv[i];
      }
    }
    return Ranks.at(LEVEL_QUANTILE, levels, n);
  }

  /** Of places deep enough the best by depth and nearness to the spine. */
  private Optional<Point3> deepest(boolean[] blood, float[] depth, int mostHu) {
    Geometry grid = anatomy.grid;
    boolean contrast = mostHu > BONE_HU;
    Point3 best = null;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < depth.length; i++) {
      Point3 at = Extent.centre(grid, i);
      OptionalDouble fromSpine =
          depth[i] < LEAST_DEPTH_MM ? OptionalDouble.empty() : fromSpineMm(at);
      if (fromSpine.isEmpty()) {
        continue;
      }
      double score = Math.min(depth[i], DEPTH_ENOUGH_MM) - DEPTH_PER_MM * fromSpine.getAsDouble();
      if (score > bestScore && anatomy.holds(CYLINDER, at) && isVessel(at, blood, contrast)) {
        best = at;
        bestScore = score;
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean[] blood(int mostHu, double leastSuv) {
    boolean[] blood = new boolean[suv.length];
    for (int i = 0; i < suv.length; i++) {
      double z = anatomy.heightMm(i);
      blood[i] =
          z > anatomy.lungBaseMm.getAsDouble()
              && z < anatomy.lungTopMm.getAsDouble()
              && anatomy.hu[i] > 0
              && anatomy.hu[i] < mostHu
              && suv[i] > leastSuv
              && suv[i] < TO_MUSCLE * anatomy.muscleSuv;
    }
    return blood;
  }

  /** Returns how far a point lies from the spine's middle, where the aorta may lie there. */
  private OptionalDouble fromSpineMm(Point3 at) {
    double side = at.xMm() - anatomy.midlineMm(at.zMm());
    double front = anatomy.spineMm(at.zMm()) - at.yMm();
    double distance = Math.hypot(side, front);
    boolean beside =
        LEFT_OF_SPINE_MM.holds(side)
            && front > -BEHIND_SPINE_MM
            && distance >= NEAREST_TO_SPINE_MM
            && distance <= FURTHEST_FROM_SPINE_MM;
    return beside ? OptionalDouble.of(distance) : OptionalDouble.empty();
  }

  /** Whether all of a cylinder is blood; with contrast agent, of even density. */
  private boolean isVessel(Point3 centre, boolean[] blood, boolean contrast) {
    double n = 0;
    double sum = 0;
    double squares = 0;
    double half = CYLINDER.heightMm() / 2;
    for (double z = -half; z <= half; z += Anatomy.STEP_MM / 2) {
      for (double y = -LEAST_DEPTH_MM; y <= LEAST_DEPTH_MM; y += Anatomy.STEP_MM) {
        for (double x = -LEAST_DEPTH_MM; x <= LEAST_DEPTH_MM; x += Anatomy.STEP_MM) {
          if (Math.hypot(x, y) <= LEAST_DEPTH_MM) {
            int i = anatomy.nearest(centre.plus(new Point3(x, y, z)));
            if (!blood[i]) {
              return false;
            }
            n++;
            sum += anatomy.hu[i];
            squares += anatomy.hu[i] * anatomy.hu[i];
          }
        }
      }
    }
    return !contrast || Math.sqrt(Math.max(0, squares / n - sum / n * sum / n)) <= EVEN_HU;
  }
}
