package org.ranklens.phantom.pet;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Statistics of the voxels whose centres lie in a shape. */
record Inside(int voxels, double max, double mean, double xMm, double yMm, double zMm) {

  static Inside of(VoxelGrid grid, Posture posture, Shape shape, IntToDoubleFunction value) {
    return find(grid, posture, shape, value)
        .orElseThrow(() -> new IllegalArgumentException("no voxel of the grid lies in the shape"));
  }

  /** The same, or none where no voxel of the grid lies in the shape. */
  static Optional<Inside> find(
      VoxelGrid grid, Posture posture, Shape shape, IntToDoubleFunction value) {
    int[] range = GridBox.of(grid, posture, shape);
    double[] sum = new double[4];
    double max = -Double.MAX_VALUE;
    int count = 0;
    PostureMap map = posture.map();
    double[] p = new double[3];
    for (int slice = range[2]; slice <= range[5]; slice++) {
      for (int row = range[1]; row <= range[4]; row++) {
        for (int column = range[0]; column <= range[3]; column++) {
          double[] at = {grid.x(column), grid.y(row), grid.z(slice)};
          map.toBody(at[0], at[1], at[2], p);
          if (shape.contains(p[0], p[1], p[2])) {
            double v = value.applyAsDouble(grid.index(column, row, slice));
            max = Math.max(max, v);
            count++;
            sum[0] += v;
            for (int k = 0; k < 3; k++) {
              sum[k + 1] += at[k];
            }
          }
        }
      }
    }
    if (count == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Inside(count, max, sum[0] / count, sum[1] / count, sum[2] / count, sum[3] / count));
  }
}
