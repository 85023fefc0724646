package org.ranklens.phantom.pet;

import java.util.ArrayList;
import java.util.List;
import org.ranklens.phantom.pet.Lesion.Triple;

/** Which lesions there are at a time point. */
final class LesionPlan {

  /** Lytic bone, filled with soft tissue. */
  private static final double LYTIC_HU = 85;

  private LesionPlan() {}

  static List<Lesion> baseline(View view) {
    List<Lesion> lesions = new ArrayList<>();
    lesions.add(lesion("C7", 0, 42, 154, 13, 12, 10.5, 9.5));
    lesions.add(lesion("Th1", 2, 43, 128, 12, 11, 10, 7.2));
    double[] rib = Skeleton.ribPoint(10, 1, 5.5, 14);
    lesions.add(lesion("rib4", rib[0], rib[1], rib[2], 9, 12, 9, 5.6));
    if (view == View.WHOLE_BODY) {
      lesions.add(lesion("Th9", 0, 45, -64, 11, 10, 9.5, 5.2));
      lesions.add(lesion("iliac", 92, 24, -330, 12, 13, 12, 6.6));
    }
    return lesions;
  }

  static List<Lesion> followup(View view, Outcome outcome) {
    List<Lesion> lesions = new ArrayList<>();
    baseline(view).forEach(lesion -> lesions.add(lesion.after(outcome)));
    if (outcome == Outcome.NEW) {
      lesions.add(lesion("new", -2, 44, 56, 12, 11, 10, 6.4));
    }
    return lesions;
  }

  private static Lesion lesion(
      String name, double x, double y, double z, double rx, double ry, double rz, double suv) {
    return new Lesion(name, new Triple(x, y, z), new Triple(rx, ry, rz), suv, LYTIC_HU);
  }
}
