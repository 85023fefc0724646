package org.ranklens.pet.lesion;

import java.util.Arrays;
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
              && hu[i] > 25
              && hu[i] < 140
              && suv[i] > 1.6 * anatomy.muscleSuv
              && suv[i] < 8 * anatomy.muscleSuv;
    }
    return candidate;
  }

  private static Optional<int[]> rightLobe(List<int[]> parts, Anatomy anatomy) {
    int[] best = null;
    for (int[] part : parts) {
      if (part.length * anatomy.grid.voxelMl() >= LEAST_CORE_ML
          && (best == null || part.length > best.length)
          && isRight(
              Extent.centre(anatomy.grid, part[part.length / 2]), centre(part, anatomy), anatomy)) {
        best = part;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean isRight(Point3 some, Point3 centre, Anatomy anatomy) {
    return centre.xMm() < anatomy.midlineMm(some.zMm());
  }

  private static Point3 centre(int[] part, Anatomy anatomy) {
    return new Voi(anatomy.grid, part).centre();
  }

  private static Optional<Point3> deepest(int[] part, float[] depth, Anatomy anatomy) {
    Geometry grid = anatomy.grid;
    float usual = median(part, anatomy.suv);
    int best = -1;
    PeakSphere sphere = new PeakSphere(grid, SPHERE.radiusMm());
    for (int index : part) {
      if (depth[index] >= LEAST_DEPTH_MM && (best < 0 || depth[index] > depth[best])) {
        Point3 at = Extent.centre(grid, index);
        boolean right = at.xMm() < anatomy.midlineMm(at.zMm()) - RIGHT_OF_MIDLINE_MM;
        boolean even = Math.abs(sphere.mean(anatomy.suv, index) / usual - 1) < 0.15;
        if (right && even && anatomy.holds(SPHERE, at)) {
          best = index;
        }
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(Extent.centre(grid, best));
  }

  private static float median(int[] part, float[] values) {
    float[] sorted = new float[part.length];
    for (int i = 0; i < part.length; i++) {
      sorted[i] = values[part[i]];
    }
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static ReferenceRegion measure(SuvVolume suv, Point3 centre) {
    return ReferenceMeter.measure(ReferenceRegion.Tissue.LIVER, suv, centre, SPHERE);
  }
}
