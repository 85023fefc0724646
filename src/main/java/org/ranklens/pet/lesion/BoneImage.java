package org.ranklens.pet.lesion;

import java.util.HashMap;
import java.util.Map;
import org.ranklens.pet.dicom.CtVolume;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;

/**
 * A CT as registration sees it: HU clipped to -200..400, voxels averaged to about 2 mm, smoothed as
 * far as each level asks.
 */
final class BoneImage {

  private static final int LOW_HU = -200;
  private static final int HIGH_HU = 400;
  private static final double FINE_MM = 2.3;
  private static final double COARSE_MM = 4.6;
  private static final double COARSE_FROM_SIGMA_MM = 4;

  private final Geometry fine;
  private final float[] fineHu;
  private final Geometry coarse;
  private final float[] coarseHu;
  private final Map<Double, float[]> smoothed = new HashMap<>();

  private BoneImage(Geometry fine, float[] fineHu, Geometry coarse, float[] coarseHu) {
    this.fine = fine;
    this.fineHu = fineHu;
    this.coarse = coarse;
    this.coarseHu = coarseHu;
  }

  static BoneImage of(CtVolume ct) {
    Geometry grid = ct.geometry();
    short[] hu = ct.hu();
    Geometry fine = reduced(grid, FINE_MM);
    float[] fineHu = reduce(i -> Math.max(LOW_HU, Math.min(HIGH_HU, hu[i])), grid, fine);
    Geometry coarse = reduced(fine, COARSE_MM);
    return new BoneImage(fine, fineHu, coarse, reduce(i -> fineHu[i], fine, coarse));
  }

  Geometry fineGrid() {
    return fine;
  }

  float[] fineHu() {
    return fineHu;
  }

  Geometry grid(double sigmaMm) {
    return sigmaMm >= COARSE_FROM_SIGMA_MM ? coarse : fine;
  }

  /** Returns the values on {@link #grid}, smoothed; each level is computed once. */
  float[] values(double sigmaMm) {
    return smoothed.computeIfAbsent(
        sigmaMm,
        sigma ->
            Smoothing.gaussian(
                sigma >= COARSE_FROM_SIGMA_MM ? coarseHu : fineHu, grid(sigma), sigma));
  }

  private interface Values {
    float at(int index);
  }

  private static Geometry reduced(Geometry grid, double mm) {
    int fx = factor(grid.columnSpacingMm(), mm, grid.columns());
    int fy = factor(grid.rowSpacingMm(), mm, grid.rows());
    int fz = factor(grid.sliceSpacingMm(), mm, grid.slices());
    Point3 origin = grid.toPatient((fx - 1) / 2.0, (fy - 1) / 2.0, (fz - 1) / 2.0);
    return new Geometry(
        grid.columns() / fx,
        grid.rows() / fy,
        grid.slices() / fz,
        origin,
        grid.columnStep().times(fx),
        grid.rowStep().times(fy),
        grid.sliceStep().times(fz));
  }

  private static int factor(double spacing, double mm, int voxels) {
    return Math.max(1, Math.min(voxels, (int) Math.floor(mm / spacing)));
  }

  private static float[] reduce(Values values, Geometry from, Geometry to) {
    int fx = from.columns() / to.columns();
    int fy = from.rows() / to.rows();
    int fz = from.slices() / to.slices();
    float[] result = new float[Math.toIntExact(to.voxels())];
    int at = 0;
    for (int k = 0; k < to.slices(); k++) {
      for (int j = 0; j < to.rows(); j++) {
        for (int i = 0; i < to.columns(); i++) {
          result[at++] = mean(values, from, i * fx, j * fy, k * fz, fx, fy, fz);
        }
      }
    }
    return result;
  }

  private static float mean(
      Values values, Geometry grid, int x, int y, int z, int fx, int fy, int fz) {
    float sum = 0;
    for (int k = z; k < z + fz; k++) {
      for (int j = y; j < y + fy; j++) {
        for (int i = x; i < x + fx; i++) {
          sum += values.at(grid.index(i, j, k));
        }
      }
    }
    return sum / (fx * fy * fz);
  }
}
