package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.mask.NamedMask;

/**
 * Lesions that somebody delineated, used as they are.
 *
 * @param lesions one for each region; a region without a name that stands alone is parted into what
 *     hangs together
 * @param leftOut regions that hold no voxel of the PET, in words
 */
public record LesionMask(List<FoundLesion> lesions, List<String> leftOut) {

  public LesionMask {
    lesions = List.copyOf(lesions);
    leftOut = List.copyOf(leftOut);
  }

  /** Returns the lesions of a mask file's regions. */
  public static LesionMask of(List<NamedMask> regions, Geometry grid) {
    List<FoundLesion> lesions = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (NamedMask mask : regions) {
      if (mask.voxels() == 0) {
        leftOut.add("the mask's region " + mask.name() + " holds no voxel of the PET: left out");
      } else if (regions.size() == 1 && mask.name().isEmpty()) {
        for (int[] part : Components.of(mask.inside(), grid)) {
          lesions.add(new FoundLesion("", new Voi(grid, part), mask.warnings()));
        }
      } else {
        lesions.add(new FoundLesion(mask.name(), voi(mask.inside(), grid), mask.warnings()));
      }
    }
    return new LesionMask(lesions, leftOut);
  }

  /** Returns the set voxels. */
  static Voi voi(boolean[] inside, Geometry grid) {
    int[] indices = new int[inside.length];
    int n = 0;
    for (int i = 0; i < inside.length; i++) {
      if (inside[i]) {
        indices[n++] = i;
      }
    }
    return new Voi(grid, Arrays.copyOf(indices, n));
  }
}
