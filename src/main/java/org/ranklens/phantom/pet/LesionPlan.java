package org.ranklens.phantom.pet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ranklens.phantom.pet.Lesion.Triple;

/** Which lesions there are at a time point. */
final class LesionPlan {

  /** Lytic bone, filled with soft tissue. */
  private static final double LYTIC_HU = 85;

  /** In hot marrow only a hotter lesion can be seen. */
  private static final double HOT_MARROW = 1.7;

  private LesionPlan() {}

  static List<Lesion> baseline(View view, Set<Look> looks) {
    List<Lesion> lesions = new ArrayList<>();
    if (view != View.PELVIS) {
      lesions.add(lesion("C7", 0, 42, 154, 13, 12, 10.5, 9.5));
      lesions.add(lesion("Th1", 2, 43, 128, 12, 11, 10, 7.2));
      double[] rib = Skeleton.ribPoint(10, 1, 5.5, 14);
      lesions.add(lesion("rib4", rib[0], rib[1], rib[2], 9, 12, 9, 5.6));
    }
    if (view == View.WHOLE_BODY) {
      lesions.add(lesion("Th9", 0, 45, -64, 11, 10, 9.5, 5.2));
    }
    if (view != View.CHEST) {
      lesions.add(lesion("iliac", 92, 24, -330, 12, 13, 12, 6.6));
    }
    if (view == View.PELVIS) {
      lesions.add(lesion("sacrum", -20, 62, -330, 12, 11, 12, 7.4));
    }
    if (looks.contains(Look.LIVER_METASTASES)) {
      liver(lesions);
    }
    return looks.contains(Look.HOT_MARROW)
        ? lesions.stream().map(lesion -> lesion.hotter(HOT_MARROW)).toList()
        : lesions;
  }

  /** So many, on a grid of 42 mm, that no sphere of 3 cm stands between them. */
  private static void liver(List<Lesion> lesions) {
    int number = 1;
    for (int k = 0; k < 3; k++) {
      for (int j = 0; j < 3; j++) {
        for (int i = 0; i < 3; i++) {
          double x = -118 + 40 * i;
          double y = -46 + 40 * j;
          double z = -76 + 40 * k;
          double u = (x + 76) / 60;
          double v = (y + 4) / 66;
          double w = (z + 34) / 64;
          if (u * u + v * v + w * w <= 1) {
            Triple at = new Triple(x, y, z);
            lesions.add(new Lesion("liver" + number++, at, new Triple(11, 11, 10), 7, 45));
          }
        }
      }
    }
  }

  static List<Lesion> followup(View view, Set<Look> looks, Outcome outcome) {
    List<Lesion> lesions = new ArrayList<>();
    baseline(view, looks).forEach(lesion -> lesions.add(lesion.after(outcome)));
    if (outcome == Outcome.NEW) {
      double z = view == View.PELVIS ? -300 : 56;
      double x = view == View.PELVIS ? -92 : -2;
      double y = view == View.PELVIS ? 20 : 44;
      lesions.add(lesion("new", x, y, z, 12, 11, 10, 6.4));
    }
    return lesions;
  }

  private static Lesion lesion(
      String name, double x, double y, double z, double rx, double ry, double rz, double suv) {
    return new Lesion(name, new Triple(x, y, z), new Triple(rx, ry, rz), suv, LYTIC_HU);
  }
}
