package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.List;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;

/** Guesses how a patient moved: by how much bone lies at each height, then by its middle. */
final class RigidStart {

  private RigidStart() {}

  /** Returns guesses: not at all, and as the skeletons tell. */
  static List<RigidTransform> guesses(Anatomy from, Anatomy to) {
    Point3 origin = new Point3(0, 0, 0);
    List<RigidTransform> guesses = new ArrayList<>();
    guesses.add(RigidTransform.identity(origin));
    double[] a = profile(from);
    double[] b = profile(to);
    int shift = bestShift(a, b);
    double dz = to.grid.origin().zMm() - from.grid.origin().zMm() + shift * Anatomy.STEP_MM;
    Point3 middleFrom = middle(from, from.grid, Math.max(0, -shift), shift, b.length);
    Point3 middleTo = middle(to, to.grid, Math.max(0, shift), -shift, a.length);
    guesses.add(
        new RigidTransform(
            origin,
            0,
            0,
            0,
            new Point3(middleTo.xMm() - middleFrom.xMm(), middleTo.yMm() - middleFrom.yMm(), dz)));
    return guesses;
  }

  private static double[] profile(Anatomy anatomy) {
    int perSlice = anatomy.grid.columns() * anatomy.grid.rows();
    double[] profile = new double[anatomy.grid.slices()];
    for (int i = 0; i < anatomy.bone.length; i++) {
      profile[i / perSlice] += anatomy.bone[i] ? 1 : 0;
    }
    return profile;
  }

  /** Slice k of the one lies at slice k + shift of the other where the profiles agree best. */
  private static int bestShift(double[] a, double[] b) {
    int best = 0;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (int size = 0; size < Math.max(a.length, b.length); size++) {
      for (int shift : new int[] {size, -size}) {
        double score = score(a, b, shift);
        if (score > bestScore + 1e-9) {
          bestScore = score;
          best = shift;
        }
      }
    }
    return best;
  }

  private static double score(double[] a, double[] b, int shift) {
    int from = Math.max(0, -shift);
    int to = Math.min(a.length, b.length - shift);
    int n = to - from;
    if (n < Math.min(a.length, b.length) / 2) {
      return -1;
    }
    double sa = 0;
    double sb = 0;
    double saa = 0;
    double sbb = 0;
    double sab = 0;
    for (int k = from; k < to; k++) {
      sa += a[k];
      sb += b[k + shift];
      saa += a[k] * a[k];
      sbb += b[k + shift] * b[k + shift];
      sab += a[k] * b[k + shift];
    }
    double va = saa - sa * sa / n;
    double vb = sbb - sb * sb / n;
    return va > 0 && vb > 0 ? (sab - sa * sb / n) / Math.sqrt(va * vb) : 0;
  }

  /** The bone's middle where the other scan sees it too. */
  private static Point3 middle(Anatomy anatomy, Geometry grid, int first, int shift, int other) {
    int perSlice = grid.columns() * grid.rows();
    Point3 sum = new Point3(0, 0, 0);
    int n = 0;
    for (int i = first * perSlice; i < anatomy.bone.length; i++) {
      if (anatomy.bone[i] && i / perSlice + shift < other) {
        sum = sum.plus(Extent.centre(grid, i));
        n++;
      }
    }
    return sum.times(1.0 / Math.max(1, n));
  }
}
