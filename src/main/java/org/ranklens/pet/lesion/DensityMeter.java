package org.ranklens.pet.lesion;

import java.util.Arrays;
import java.util.Optional;
import org.ranklens.pet.dicom.CtVolume;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.dicom.VoxelPoint;

/** Measures the density of a VOI of the PET on the CT of the same frame of reference. */
final class DensityMeter {

  private static final int AIR_HU = -500;

  private DensityMeter() {}

  /** Returns the density, or empty where no voxel of the CT lies in the VOI. */
  static Optional<DensityMeasures> measure(CtVolume ct, Voi voi, LesionSettings settings) {
    short[] inside = inside(ct, voi);
    int metal = 0;
    int kept = 0;
    for (short hu : inside) {
      if (hu > settings.metalHu()) {
        metal++;
      } else {
        inside[kept++] = hu;
      }
    }
    if (kept == 0) {
      return Optional.empty();
    }
    short[] sorted = Arrays.copyOf(inside, kept);
    Arrays.sort(sorted);
    double ml = ct.geometry().voxelMl();
    return Optional.of(
        new DensityMeasures(
            kept,
            mean(sorted),
            quantile(sorted, 0.5),
            quantile(sorted, 0.1),
            quantile(sorted, 0.9),
            sorted[kept - 1],
            over(sorted, 130, ml),
            over(sorted, 200, ml),
            over(sorted, 300, ml),
            100.0 * lower(sorted, AIR_HU) / kept,
            outsidePercent(ct.geometry(), voi),
            metal * ml));
  }

  private static DensityMeasures.Calcified over(short[] sorted, int hu, double voxelMl) {
    int n = sorted.length - lower(sorted, hu + 1);
    return new DensityMeasures.Calcified(n * voxelMl, (double) n / sorted.length);
  }

  private static int lower(short[] sorted, int hu) {
    int n = 0;
    while (n < sorted.length && sorted[n] < hu) {
      n++;
    }
    return n;
  }

  private static double mean(short[] values) {
    long sum = 0;
    for (short value : values) {
      sum += value;
    }
    return (double) sum / values.length;
  }

  /** Linear between the order statistics. */
  private static double quantile(short[] sorted, double part) {
    double at = part * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  private static double outsidePercent(Geometry ct, Voi voi) {
    int outside = 0;
    for (int index : voi.indices()) {
      VoxelPoint p = ct.toVoxel(Extent.centre(voi.geometry(), index));
      if (!ct.contains(nearest(p.column()), nearest(p.row()), nearest(p.slice()))) {
        outside++;
      }
    }
    return 100.0 * outside / voi.size();
  }

  private static int nearest(double coordinate) {
    return (int) Math.floor(coordinate + 0.5);
  }

  /** The values of the CT's voxels whose centres lie in voxels of the VOI. */
  private static short[] inside(CtVolume ct, Voi voi) {
    Geometry pet = voi.geometry();
    Geometry grid = ct.geometry();
    int[] box = ctBox(grid, pet, Extent.box(voi.indices(), pet));
    short[] found = new short[1024];
    int n = 0;
    for (int k = box[4]; k <= box[5]; k++) {
      for (int j = box[2]; j <= box[3]; j++) {
        for (int i = box[0]; i <= box[1]; i++) {
          VoxelPoint p = pet.toVoxel(grid.toPatient(i, j, k));
          int x = nearest(p.column());
          int y = nearest(p.row());
          int z = nearest(p.slice());
          if (pet.contains(x, y, z) && voi.contains(pet.index(x, y, z))) {
            if (n == found.length) {
              found = Arrays.copyOf(found, 2 * n);
            }
            found[n++] = ct.hu()[grid.index(i, j, k)];
          }
        }
      }
    }
    return Arrays.copyOf(found, n);
  }

  private static int[] ctBox(Geometry ct, Geometry pet, int[] petBox) {
    double[] low = {1e9, 1e9, 1e9};
    double[] high = {-1e9, -1e9, -1e9};
    for (int corner = 0; corner < 8; corner++) {
      Point3 point =
          pet.toPatient(
              (corner & 1) == 0 ? petBox[0] - 0.5 : petBox[1] + 0.5,
              (corner & 2) == 0 ? petBox[2] - 0.5 : petBox[3] + 0.5,
              (corner & 4) == 0 ? petBox[4] - 0.5 : petBox[5] + 0.5);
      VoxelPoint p = ct.toVoxel(point);
      double[] at = {p.column(), p.row(), p.slice()};
      for (int axis = 0; axis < 3; axis++) {
        low[axis] = Math.min(low[axis], at[axis]);
        high[axis] = Math.max(high[axis], at[axis]);
      }
    }
    return new int[] {
      Math.max(0, (int) Math.floor(low[0])), Math.min(ct.columns() - 1, (int) Math.ceil(high[0])),
      Math.max(0, (int) Math.floor(low[1])), Math.min(ct.rows() - 1, (int) Math.ceil(high[1])),
      Math.max(0, (int) Math.floor(low[2])), Math.min(ct.slices() - 1, (int) Math.ceil(high[2])),
    };
  }
}
