package org.ranklens.phantom.pet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A simple body: organs in the order they are painted. Skeleton apart, in {@link Skeleton}. */
final class Anatomy {

  private Anatomy() {}

  static List<Organ> of(View view, Set<Look> looks, List<Lesion> lesions) {
    List<Organ> organs = new ArrayList<>();
    boolean contrast = looks.contains(Look.CONTRAST_AGENT);
    softTissue(organs, looks);
    chest(organs, contrast ? 190 : 42);
    abdomen(organs, looks.contains(Look.COLD_LIVER) ? 1.05 : 2.1, contrast ? 55 : 0);
    Skeleton.add(organs, looks.contains(Look.HOT_MARROW) ? 3.6 : Skeleton.MARROW_SUV);
    if (view != View.CHEST) {
      physiologicalUptake(organs);
    }
    HardLooks.add(looks, view, organs);
    lesions.forEach(lesion -> organs.add(lesion.organ()));
    return organs;
  }

  private static void softTissue(List<Organ> organs, Set<Look> looks) {
    double fatMm = looks.contains(Look.OBESE) ? 45 : 0;
    double layerMm = looks.contains(Look.THIN) ? 3 : 11;
    organs.add(new Organ("fat", new Trunk(-fatMm), 0.30, -95));
    organs.add(new Organ("head", Shape.ellipsoid(0, -8, 345, 84, 104, 112), 0.6, 45));
    for (int side = -1; side <= 1; side += 2) {
      double[] hip = {side * 92, 0, -450};
      double[] knee = {side * 88, 0, -760};
      organs.add(new Organ("thigh fat", Shape.rod(hip, knee, 84), 0.30, -95));
      organs.add(new Organ("thigh", Shape.rod(hip, knee, 74), 0.62, 55));
    }
    organs.add(new Organ("muscle", new Trunk(layerMm), 0.62, 52));
  }

  private static void chest(List<Organ> organs, double bloodHu) {
    for (int side = -1; side <= 1; side += 2) {
      organs.add(new Organ("lung", Shape.ellipsoid(side * 76, -4, 48, 56, 80, 86), 0.42, -820));
    }
    organs.add(new Organ("mediastinum", Shape.drum(0, 0, 70, 34, 62, 60), 0.8, 30));
    organs.add(new Organ("heart", Shape.ellipsoid(26, -32, 4, 48, 44, 50), 1.55, bloodHu));
    double[] arch = {18, 8, 88};
    organs.add(new Organ("aorta", Shape.rod(new double[] {24, 18, -230}, arch, 12), 1.6, bloodHu));
    organs.add(new Organ("aorta", Shape.rod(arch, new double[] {-8, -30, 80}, 13), 1.6, bloodHu));
    organs.add(
        new Organ(
            "trachea",
            Shape.rod(new double[] {0, -6, 62}, new double[] {0, -30, 240}, 8),
            0.3,
            -990));
  }

  private static void abdomen(List<Organ> organs, double liverSuv, double contrastHu) {
    organs.add(new Organ("bowel", Shape.ellipsoid(0, -35, -230, 112, 50, 95), 1.1, 28));
    organs.add(new Organ("stomach", Shape.ellipsoid(58, -25, -58, 44, 38, 42), 1.0, 30));
    organs.add(
        new Organ("spleen", Shape.ellipsoid(100, 35, -42, 32, 34, 52), 1.75, 52 + contrastHu));
    organs.add(
        new Organ("liver", Shape.ellipsoid(-12, -42, -40, 66, 40, 44), liverSuv, 58 + contrastHu));
    organs.add(
        new Organ("liver", Shape.ellipsoid(-76, -4, -34, 74, 82, 78), liverSuv, 58 + contrastHu));
  }

  private static void physiologicalUptake(List<Organ> organs) {
    organs.add(new Organ("brain", Shape.ellipsoid(0, -8, 352, 68, 86, 84), 9.0, 36));
    organs.add(new Organ("myocardium", Shape.ellipsoid(38, -34, -4, 34, 32, 40), 4.2, 46));
    organs.add(new Organ("ventricle", Shape.ellipsoid(36, -34, 2, 22, 20, 30), 1.6, 42));
    for (int side = -1; side <= 1; side += 2) {
      organs.add(new Organ("kidney", Shape.ellipsoid(side * 62, 42, -150, 26, 23, 54), 4.5, 34));
      organs.add(new Organ("pelvis", Shape.ellipsoid(side * 52, 38, -150, 9, 9, 20), 12, 10));
    }
    organs.add(new Organ("bladder", Shape.ellipsoid(0, -38, -400, 38, 34, 32), 22, 6));
  }
}
