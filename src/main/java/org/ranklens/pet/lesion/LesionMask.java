package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.mask.NamedMask;

/** Lesions that somebody delineated, used as they are. */
public final class LesionMask {

  private LesionMask() {}

  /**
   * Returns a lesion for each mask; a mask without a name that stands alone is parted into what
   * hangs together.
   */
  public static List<FoundLesion> lesions(List<NamedMask> masks, Geometry grid) {
    List<FoundLesion> lesions = new ArrayList<>();
    for (NamedMask mask : masks) {
      if (masks.size() == 1 && mask.name().isEmpty()) {
        for (int[] part : Components.of(mask.inside(), grid)) {
          lesions.add(new FoundLesion("", new Voi(grid, part), mask.warnings()));
        }
      } else {
        lesions.add(new FoundLesion(mask.name(), voi(mask.inside(), grid), mask.warnings()));
      }
    }
    return lesions;
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
