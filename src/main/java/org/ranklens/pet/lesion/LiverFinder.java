package org.ranklens.pet.lesion;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.suv.SuvVolume;

/**
 * Places a sphere of 3 cm in the right lobe of the liver: soft tissue of moderate uptake below the
 * right lung, at its deepest point. The sphere lies wholly within the liver, the PET and the CT, or
 * there is none.
 */
final class LiverFinder {

  private static final ReferenceShape SPHERE = ReferenceShape.liverSphere();
  private static final double SMOOTHING_MM = 3;
  private static final double SHELL_MM = 8;
  private static final double RIGHT_OF_MIDLINE_MM = 30;
  private static final double BELOW_BASE_MM = 250;
  private static final double ABOVE_BASE_MM = 60;
  private static final double LEAST_CORE_ML = 40;
  private static final int FROM_HU = 25;
  private static final int TO_HU = 140;

  /** Times muscle's uptake. */
  private static final double FROM_MUSCLE = 1.6;

  private static final double TO_MUSCLE = 8;

  /** The sphere's mean differs from the lobe's median by less than this part of it. */
  private static final double EVEN = 0.15;

  /** The sphere's radius, and half a step, since the liver ends between two voxels. */
  private static final double LEAST_DEPTH_MM = SPHERE.radiusMm() + Anatomy.STEP_MM / 2;

  private LiverFinder() {}

  static Search find(Anatomy anatomy, SuvVolume suv) {
    if (anatomy.lungBaseMm.isEmpty()) {
      return Search.missing("without lungs in view the liver wasn't looked for");
    }
    Geometry grid = anatomy.grid;
    float[] depth = DistanceMap.depth(candidate(anatomy, anatomy.lungBaseMm.getAsDouble()), grid);
    boolean[] core = new boolean[depth.length];
    for (int i = 0; i < core.length; i++) {
      core[i] = depth[i] > SHELL_MM;
    }
    Optional<int[]> lobe = rightLobe(Components.of(core, grid), anatomy);
    if (lobe.isEmpty()) {
      return Search.missing("no liver was found in the view");
    }
    return deepest(lobe.get(), depth, anatomy)
        .map(centre -> measure(suv, centre))
        .map(Search::found)
        .orElse(Search.missing("the liver in view has no even place for the whole sphere of 3 cm"));
  }

  private static boolean[] candidate(Anatomy anatomy, double baseMm) {
    Geometry grid = anatomy.grid;
    float[] hu = Smoothing.gaussian(anatomy.hu, grid, SMOOTHING_MM);
    float[] suv = Smoothing.gaussian(anatomy.suv, grid, SMOOTHING_MM);
    boolean[] candidate = new boolean[hu.length];
    for (int i = 0; i < hu.length; i++) {
      double z = anatomy.heightMm(i);
      candidate[i] =
          z > baseMm - BELOW_BASE_MM
              && z < baseMm + ABOVE_BASE_MM
              && hu[i] > FROM_HU
              && hu[i] < TO_HU
              && suv[i] > FROM_MUSCLE * anatomy.muscleSuv
              && suv[i] < TO_MUSCLE * anatomy.muscleSuv;
    }
    return candidate;
  }

  /** Of the parts on the right the one that reaches furthest up between the lungs by its volume. */
  private static Optional<int[]> rightLobe(List<int[]> parts, Anatomy anatomy) {
    return parts.stream()
        .filter(part -> part.length * anatomy.grid.voxelMl() >= LEAST_CORE_ML)
        .filter(part -> isRight(part, anatomy))
        .max(
            Comparator.comparingLong((int[] part) -> besideLungs(part, anatomy))
                .thenComparing(part -> part.length));
  }

  private static boolean isRight(int[] part, Anatomy anatomy) {
    double middleMm = anatomy.midlineMm(anatomy.heightMm(part[part.length / 2]));
    return new Voi(anatomy.grid, part).centre().xMm() < middleMm;
  }

  /** Bowel may be larger than a liver and joined to the aorta, which goes up, but is thin. */
  private static long besideLungs(int[] part, Anatomy anatomy) {
    double baseMm = anatomy.lungBaseMm.getAsDouble();
    return Arrays.stream(part).filter(i -> anatomy.heightMm(i) >= baseMm).count();
  }

  private static Optional<Point3> deepest(int[] part, float[] depth, Anatomy anatomy) {
    Geometry grid = anatomy.grid;
    double usual = Ranks.median(Arrays.stream(part).mapToDouble(i -> anatomy.suv[i]).toArray());
    int best = -1;
    PeakSphere sphere = new PeakSphere(grid, SPHERE.radiusMm());
    for (int index : part) {
      if (depth[index] >= LEAST_DEPTH_MM && (best < 0 || depth[index] > depth[best])) {
        Point3 at = Extent.centre(grid, index);
        boolean right = at.xMm() < anatomy.midlineMm(at.zMm()) - RIGHT_OF_MIDLINE_MM;
        boolean even = Math.abs(sphere.mean(anatomy.suv, index) / usual - 1) < EVEN;
        if (right && even && anatomy.holds(SPHERE, at)) {
          best = index;
        }
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(Extent.centre(grid, best));
  }

  private static ReferenceRegion measure(SuvVolume suv, Point3 centre) {
    return ReferenceMeter.measure(ReferenceRegion.Tissue.LIVER, suv, centre, SPHERE);
  }
}
