package org.ranklens.pet.lesion;

import org.ranklens.pet.dicom.CtVolume;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.dicom.VoxelPoint;

/**
 * A CT on a coarser grid: each voxel the mean of eight points in it, of those that the CT covers;
 * air where it covers none.
 */
final class CoarseCt {

  private static final float AIR = -1000;
  private static final float NO_CT = Float.NEGATIVE_INFINITY;

  private CoarseCt() {}

  static float[] onto(Geometry target, CtVolume ct) {
    Geometry source = ct.geometry();
    float[] sum = new float[Math.toIntExact(target.voxels())];
    byte[] covered = new byte[sum.length];
    Point3 quarter =
        target.columnStep().plus(target.rowStep()).plus(target.sliceStep()).times(-0.25);
    for (int corner = 0; corner < 8; corner++) {
      Point3 offset =
          quarter
              .plus(target.columnStep().times((corner & 1) * 0.5))
              .plus(target.rowStep().times(((corner >> 1) & 1) * 0.5))
              .plus(target.sliceStep().times(((corner >> 2) & 1) * 0.5));
      add(sum, covered, target, target.origin().plus(offset), ct.hu(), source);
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] = covered[i] == 0 ? AIR : sum[i] / covered[i];
    }
    return sum;
  }

  private static void add(
      float[] sum, byte[] covered, Geometry target, Point3 origin, short[] hu, Geometry ct) {
    VoxelPoint start = ct.toVoxel(origin);
    VoxelPoint c = ct.toVoxel(origin.plus(target.columnStep()));
    VoxelPoint r = ct.toVoxel(origin.plus(target.rowStep()));
    VoxelPoint s = ct.toVoxel(origin.plus(target.sliceStep()));
    int index = 0;
    for (int k = 0; k < target.slices(); k++) {
      for (int j = 0; j < target.rows(); j++) {
        double x = along(start.column(), r.column(), s.column(), j, k);
        double y = along(start.row(), r.row(), s.row(), j, k);
        double z = along(start.slice(), r.slice(), s.slice(), j, k);
        for (int i = 0; i < target.columns(); i++) {
          float value =
              CtSampler.at(
                  hu,
                  ct,
                  x + i * (c.column() - start.column()),
                  y + i * (c.row() - start.row()),
                  z + i * (c.slice() - start.slice()),
                  NO_CT);
          if (value != NO_CT) {
            sum[index] += value;
            covered[index]++;
          }
          index++;
        }
      }
    }
  }

  private static double along(double start, double perRow, double perSlice, int j, int k) {
    return start + j * (perRow - start) + k * (perSlice - start);
  }
}
