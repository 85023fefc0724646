package org.ranklens.pet.lesion;

import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;

/** Looks from a point in all directions. */
final class Rays {

  private static final int DIRECTIONS = 400;
  private static final double REACH_MM = 140;

  /** How far behind a point the hips may stand beside it. */
  private static final double BEHIND_MM = 40;

  private static final double BEHIND_STEP_MM = 10;
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  private Rays() {}

  /** Returns the part of all directions in which bone stands within 140 mm, 0 to 1. */
  static double hit(Anatomy anatomy, Point3 from) {
    int hits = 0;
    for (int d = 0; d < DIRECTIONS; d++) {
      double z = 1 - (2 * d + 1.0) / DIRECTIONS;
      double r = Math.sqrt(1 - z * z);
      Point3 step = new Point3(r * Math.cos(d * GOLDEN_ANGLE), r * Math.sin(d * GOLDEN_ANGLE), z);
      if (hits(anatomy, from, step)) {
        hits++;
      }
    }
    return (double) hits / DIRECTIONS;
  }

  /** Returns whether bone stands both to the right and to the left, or up to 40 mm behind that. */
  static boolean bothSides(Anatomy anatomy, Point3 from) {
    return side(anatomy, from, -1) && side(anatomy, from, 1);
  }

  private static boolean side(Anatomy anatomy, Point3 from, double x) {
    for (double back = 0; back <= BEHIND_MM; back += BEHIND_STEP_MM) {
      if (hits(anatomy, from.plus(new Point3(0, back, 0)), new Point3(x, 0, 0))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hits(Anatomy anatomy, Point3 from, Point3 direction) {
    Geometry grid = anatomy.grid;
    for (double t = 0; t <= REACH_MM; t += Anatomy.STEP_MM / 2) {
      Point3 d = from.plus(direction.times(t)).minus(grid.origin()).times(1 / Anatomy.STEP_MM);
      int x = (int) Math.round(d.xMm());
      int y = (int) Math.round(d.yMm());
      int z = (int) Math.round(d.zMm());
      if (!grid.contains(x, y, z)) {
        return false;
      }
      if (anatomy.bone[grid.index(x, y, z)]) {
        return true;
      }
    }
    return false;
  }
}
