package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
  public static LesionMask of(List<NamedMask> given, Geometry grid) {
    List<NamedMask> regions = given.size() == 1 ? given : named(given);
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
        List<String> warnings = new ArrayList<>(mask.warnings());
        shared(mask, regions).ifPresent(warnings::add);
        lesions.add(new FoundLesion(mask.name(), voi(mask.inside(), grid), warnings));
      }
    }
    return new LesionMask(lesions, leftOut);
  }

  /** Of several regions, those without a name get their number, a name's second one a 2. */
  private static List<NamedMask> named(List<NamedMask> given) {
    List<NamedMask> regions = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < given.size(); i++) {
      NamedMask mask = given.get(i);
      String name = mask.name().isBlank() ? "region " + (i + 1) : mask.name();
      String own = name;
      for (int number = 2; !taken.add(own); number++) {
        own = name + " " + number;
      }
      regions.add(mask.named(own));
    }
    return regions;
  }

  /** A tumour and its oedema, or a tumour drawn twice: sums over lesions would count both. */
  private static Optional<String> shared(NamedMask mask, List<NamedMask> regions) {
    for (NamedMask other : regions) {
      int both = 0;
      for (int i = 0; other != mask && i < mask.inside().length; i++) {
        both += mask.inside()[i] && other.inside()[i] ? 1 : 0;
      }
      if (both > 0) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "%.0f %% of it lie in %s, too: sums over lesions count them twice",
                Math.max(1, 100.0 * both / mask.voxels()),
                other.name()));
      }
    }
    return Optional.empty();
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
