package org.ranklens.phantom.pet;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Paints organs into voxels; a voxel an organ covers in part takes part of its value. */
final class VolumePainter {

  /** Samples per voxel and axis. */
  private static final int SAMPLES = 2;

  private final VoxelGrid grid;
  private final Posture posture;
  private final PostureMap map;
  private final double[] place = new double[3];
  private final float[] values;

  private VolumePainter(VoxelGrid grid, Posture posture, double ground) {
    this.grid = grid;
    this.posture = posture;
    this.map = posture.map();
    this.values = new float[grid.voxels()];
    Arrays.fill(values, (float) ground);
  }

  static float[] paint(
      VoxelGrid grid,
      Posture posture,
      List<Organ> organs,
      double ground,
      ToDoubleFunction<Organ> value) {
    VolumePainter painter = new VolumePainter(grid, posture, ground);
    for (Organ organ : organs) {
      painter.paint(organ.shape(), (float) value.applyAsDouble(organ));
    }
    return painter.values;
  }

  private void paint(Shape shape, float value) {
    int[] range = GridBox.of(grid, posture, shape);
    for (int slice = range[2]; slice <= range[5]; slice++) {
      for (int row = range[1]; row <= range[4]; row++) {
        for (int column = range[0]; column <= range[3]; column++) {
          float cover = cover(shape, column, row, slice);
          if (cover > 0) {
            int index = grid.index(column, row, slice);
            values[index] += cover * (value - values[index]);
          }
        }
      }
    }
  }

  private float cover(Shape shape, int column, int row, int slice) {
    int hits = 0;
    for (int k = 0; k < SAMPLES; k++) {
      for (int j = 0; j < SAMPLES; j++) {
        for (int i = 0; i < SAMPLES; i++) {
          map.toBody(
              grid.x(column + offset(i)),
              grid.y(row + offset(j)),
              grid.z(slice + offset(k)),
              place);
          if (shape.contains(place[0], place[1], place[2])) {
            hits++;
          }
        }
      }
    }
    return (float) hits / (SAMPLES * SAMPLES * SAMPLES);
  }

  private static double offset(int sample) {
    return (sample + 0.5) / SAMPLES - 0.5;
  }
}
