package org.ranklens.phantom.pet;

import java.util.List;

/** Where places of the straight body come to lie in a scan. */
public final class Places {

  private Places() {}

  /** Returns x, y and z of a place in the scanner. */
  public static double[] of(Posture posture, double x, double y, double z) {
    double[] p = new double[3];
    posture.map().toScanner(x, y, z, p);
    return p;
  }

  /** Returns the posture without its bent neck. */
  public static Posture stiff(Posture p) {
    return new Posture(
        p.moveXMm(),
        p.moveYMm(),
        p.moveZMm(),
        p.turnXDegrees(),
        p.turnYDegrees(),
        p.turnZDegrees(),
        0);
  }

  /** Returns the angle of the whole turn, in degrees. */
  public static double turnDegrees(Posture p) {
    Posture turn = new Posture(0, 0, 0, p.turnXDegrees(), p.turnYDegrees(), p.turnZDegrees(), 0);
    double trace = of(turn, 1, 0, 0)[0] + of(turn, 0, 1, 0)[1] + of(turn, 0, 0, 1)[2];
    return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, (trace - 1) / 2))));
  }

  /** Returns whether every lesion lies wholly in view in both scans, a margin around it. */
  public static boolean inView(PetPhantomSettings study, double marginMm) {
    List<Lesion> lesions = LesionPlan.followup(study.view(), study.looks(), study.outcome());
    return lesions.stream()
        .map(Lesion::centreMm)
        .allMatch(
            c ->
                inView(study.baseline(), Posture.STRAIGHT, c, marginMm)
                    && inView(study.followup(), study.followupPosture(), c, marginMm));
  }

  private static boolean inView(ScanSettings scan, Posture posture, Lesion.Triple c, double mm) {
    double[] p = of(posture, c.x(), c.y(), c.z());
    return inView(scan.petGrid(), p, mm) && inView(scan.ctGrid(), p, mm);
  }

  private static boolean inView(VoxelGrid grid, double[] p, double mm) {
    return p[0] > grid.x(0) + mm
        && p[0] < grid.x(grid.columns() - 1.0) - mm
        && p[1] > grid.y(0) + mm
        && p[1] < grid.y(grid.rows() - 1.0) - mm
        && p[2] > grid.z(0) + mm
        && p[2] < grid.z(grid.slices() - 1.0) - mm;
  }
}
