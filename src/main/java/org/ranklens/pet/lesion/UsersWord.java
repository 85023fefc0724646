package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.lesion.LesionCorrection.Action;

/**
 * What the user's names file says of a region.
 *
 * @param corrections in the file's order
 */
record UsersWord(List<LesionCorrection> corrections) {

  private static final double NEAR_POINT_MM = 15;

  /**
   * Returns that of each region; a person's click is rarely on the voxel, so the nearest counts.
   *
   * @param warnings takes what concerns no region
   */
  static List<UsersWord> of(
      List<int[]> regions,
      Geometry grid,
      List<LesionCorrection> corrections,
      List<String> warnings) {
    List<UsersWord> words = new ArrayList<>();
    regions.forEach(region -> words.add(new UsersWord(new ArrayList<>())));
    for (LesionCorrection correction : corrections) {
      int nearest = -1;
      double least = NEAR_POINT_MM;
      for (int i = 0; i < regions.size(); i++) {
        double distance = distance(regions.get(i), grid, correction.point());
        if (distance <= least && (nearest < 0 || distance < least)) {
          nearest = i;
          least = distance;
        }
      }
      if (nearest < 0) {
        warnings.add("no uptake over the threshold near the point of: " + told(correction));
      } else {
        words.get(nearest).corrections.add(correction);
      }
    }
    return words;
  }

  private static String told(LesionCorrection correction) {
    String action = correction.action().name().toLowerCase(Locale.ROOT);
    return (action + " " + correction.name()).strip();
  }

  private static double distance(int[] region, Geometry grid, Point3 point) {
    double least = Double.POSITIVE_INFINITY;
    for (int index : region) {
      least = Math.min(least, Extent.centre(grid, index).distanceTo(point));
    }
    return least;
  }

  /**
   * Returns whether it is kept whatever the rules say, or dropped; empty where the rules decide.
   */
  Optional<Boolean> kept() {
    return corrections.stream()
        .map(LesionCorrection::action)
        .filter(action -> action == Action.KEEP || action == Action.DROP)
        .findFirst()
        .map(action -> action == Action.KEEP);
  }

  /** Returns its name, or an empty one. */
  String name() {
    return corrections.stream()
        .filter(c -> c.action() != Action.DROP && !c.name().isBlank())
        .map(LesionCorrection::name)
        .findFirst()
        .orElse("");
  }
}
