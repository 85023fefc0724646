package org.ranklens.pet.lesion;

import java.util.Arrays;
import org.ranklens.pet.dicom.Geometry;

/** What lies around a region. */
final class Shell {

  private Shell() {}

  /** Returns how much of the shell of this thickness around a region is in a set, 0 to 1. */
  static double partOf(boolean[] set, int[] region, Geometry grid, double thicknessMm) {
    int[] shell = around(region, grid, 0, thicknessMm);
    return shell.length == 0
        ? 0
        : (double) Arrays.stream(shell).filter(i -> set[i]).count() / shell.length;
  }

  /**
   * Returns the voxels that lie further than {@code fromMm}, at most {@code toMm} from a region.
   */
  static int[] around(int[] region, Geometry grid, double fromMm, double toMm) {
    Crop crop = new Crop(grid, region, toMm);
    float[] distance = DistanceMap.to(crop.set(region), crop.part);
    int[] found = new int[distance.length];
    int n = 0;
    for (int i = 0; i < distance.length; i++) {
      if (distance[i] > fromMm && distance[i] <= toMm) {
        found[n++] = crop.toWhole(i);
      }
    }
    return Arrays.copyOf(found, n);
  }
}
