package org.ranklens.pet.lesion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.dicom.VoxelPoint;
import org.ranklens.pet.lesion.RigidFit.Fit;

/**
 * Refines the body's transform in a box of bone around a point. A neck that bends is followed up
 * the spine, step by step, each starting from the one below.
 */
final class LocalFit {

  private static final double[] HALF_BOX_MM = {40, 54};
  private static final double[] LEVELS_MM = {4, 1.5};
  private static final int SAMPLES = 20_000;
  private static final int FEWEST = 1_500;
  private static final double STEP_MM = 15;
  private static final double BELOW_APEX_MM = 60;
  private static final double FAR_MM = 12;
  private static final double FAR_DEG = 8;
  private static final double SHIFT_SD_MM = 4;
  private static final double TURN_SD_RAD = Math.toRadians(4);

  private final BoneImage fixed;
  private final BoneImage moving;
  private final boolean[] bone;
  private final Anatomy anatomy;
  private final Predicate<Point3> free;

  LocalFit(
      BoneImage fixed, BoneImage moving, boolean[] bone, Anatomy anatomy, Predicate<Point3> free) {
    this.fixed = fixed;
    this.moving = moving;
    this.bone = bone;
    this.anatomy = anatomy;
    this.free = free;
  }

  /** A local fit, and what the user must know about it. */
  record Found(Fit fit, List<String> warnings) {}

  Found around(Point3 point, RigidTransform body) {
    RigidTransform start = body;
    OptionalDouble apex = anatomy.lungTopMm;
    if (apex.isPresent()) {
      double z = apex.getAsDouble() - BELOW_APEX_MM;
      while (z < point.zMm() - STEP_MM / 2) {
        start = refine(spine(z), start).map(Fit::transform).orElse(start);
        z += STEP_MM;
      }
    }
    Optional<Fit> own = refine(point, start);
    if (own.isPresent()) {
      return new Found(own.get(), List.of());
    }
    Fit unrefined = measured(point, start);
    return new Found(
        unrefined, List.of("too little bone around it to refine: the nearest transform is used"));
  }

  private Point3 spine(double zMm) {
    return new Point3(anatomy.midlineMm(zMm), anatomy.spineMm(zMm), zMm);
  }

  /** Returns a better transform, or the same one where none is; empty without enough bone. */
  private Optional<Fit> refine(Point3 centre, RigidTransform start) {
    for (double half : HALF_BOX_MM) {
      BoneSamples samples = samples(centre, half);
      if (samples.size() >= FEWEST) {
        return Optional.of(refine(samples, start));
      }
    }
    return Optional.empty();
  }

  /** The coarser fit is only a start for the finer one; whether either is kept, the finer says. */
  private Fit refine(BoneSamples samples, RigidTransform start) {
    RigidTransform at = start;
    for (double level : LEVELS_MM) {
      RigidFit fit = new RigidFit(fixed, samples, moving, level, SHIFT_SD_MM, TURN_SD_RAD);
      Fit after = fit.fit(at);
      boolean better = after.clearlyBetterThan(fit.measure(start));
      at = better && near(after, start, samples.centre()) ? after.transform() : start;
    }
    return new RigidFit(
            fixed, samples, moving, LEVELS_MM[LEVELS_MM.length - 1], SHIFT_SD_MM, TURN_SD_RAD)
        .measure(at);
  }

  /** A fit that went far went along a rib, or to the next one. */
  private static boolean near(Fit fit, RigidTransform start, Point3 at) {
    double moved = fit.transform().apply(at).distanceTo(start.apply(at));
    return moved <= FAR_MM && fit.transform().turnFromDeg(start) <= FAR_DEG;
  }

  private Fit measured(Point3 centre, RigidTransform transform) {
    BoneSamples samples = samples(centre, HALF_BOX_MM[HALF_BOX_MM.length - 1]);
    double level = LEVELS_MM[LEVELS_MM.length - 1];
    return new RigidFit(fixed, samples, moving, level, SHIFT_SD_MM, TURN_SD_RAD).measure(transform);
  }

  private BoneSamples samples(Point3 centre, double half) {
    Geometry grid = fixed.fineGrid();
    VoxelPoint p = grid.toVoxel(centre);
    int rx = (int) Math.ceil(2 * half / grid.columnSpacingMm());
    int ry = (int) Math.ceil(2 * half / grid.rowSpacingMm());
    int rz = (int) Math.ceil(2 * half / grid.sliceSpacingMm());
    int[] box = {
      Math.max(0, (int) p.column() - rx), Math.min(grid.columns() - 1, (int) p.column() + rx),
      Math.max(0, (int) p.row() - ry), Math.min(grid.rows() - 1, (int) p.row() + ry),
      Math.max(0, (int) p.slice() - rz), Math.min(grid.slices() - 1, (int) p.slice() + rz),
    };
    Predicate<Point3> inside =
        q ->
            Math.abs(q.xMm() - centre.xMm()) <= half
                && Math.abs(q.yMm() - centre.yMm()) <= half
                && Math.abs(q.zMm() - centre.zMm()) <= half;
    return BoneSamples.of(bone, grid, box, SAMPLES, inside.and(free));
  }
}
