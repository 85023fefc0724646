package org.ranklens.phantom.pet;

import java.util.List;

/** The bones: what registration of the follow-up holds on to. */
final class Skeleton {

  static final double MARROW_SUV = 0.95;
  private static final double BONE_SUV = 0.7;

  /** Heights of the vertebrae from C1 down to L5, in mm. */
  private static final double[] VERTEBRAE = {
    262, 244, 226, 208, 190, 172, 154, 128, 104, 80, 56, 32, 8, -16, -40, -64, -90, -116, -142,
    -170, -200, -232, -264, -296
  };

  private static final int FIRST_RIB = 7;
  private static final int LAST_RIB = 16;

  private Skeleton() {}

  static void add(List<Organ> organs, double marrowSuv) {
    for (int k = 0; k < VERTEBRAE.length; k++) {
      vertebra(organs, VERTEBRAE[k], k, marrowSuv);
    }
    for (int k = FIRST_RIB; k <= LAST_RIB; k++) {
      rib(organs, k, -1);
      rib(organs, k, 1);
    }
    bone(organs, "sternum", new double[] {0, -92, 96}, new double[] {0, -98, -4}, 9, 190);
    for (int side = -1; side <= 1; side += 2) {
      shoulder(organs, side);
      pelvis(organs, side, marrowSuv);
    }
    organs.add(new Organ("sacrum", Shape.ellipsoid(0, 62, -345, 44, 20, 48), marrowSuv, 240));
    organs.add(new Organ("skull", Shape.ellipsoid(0, -8, 352, 76, 94, 92), BONE_SUV, 950));
    organs.add(new Organ("brain", Shape.ellipsoid(0, -8, 352, 68, 86, 84), 1.2, 36));
    bone(organs, "jaw", new double[] {-42, -40, 272}, new double[] {0, -88, 262}, 7, 700);
    bone(organs, "jaw", new double[] {42, -40, 272}, new double[] {0, -88, 262}, 7, 700);
  }

  private static void vertebra(List<Organ> organs, double z, int level, double marrowSuv) {
    boolean cervical = level < FIRST_RIB;
    boolean lumbar = level > LAST_RIB + 2;
    double rx = cervical ? 13 : lumbar ? 23 : 17;
    double ry = cervical ? 10 : lumbar ? 18 : 15;
    double half = cervical ? 7 : lumbar ? 13 : 9.5;
    double y = spineY(z);
    organs.add(new Organ("cortex", Shape.drum(0, y, z, rx, ry, half), marrowSuv, 380));
    organs.add(
        new Organ("vertebra", Shape.drum(0, y, z, rx - 2.5, ry - 2.5, half - 2), marrowSuv, 180));
    double back = y + ry + 12;
    for (int side = -1; side <= 1; side += 2) {
      double[] root = {side * (rx - 4), y + ry - 3, z};
      bone(organs, "lamina", root, new double[] {0, back + 4, z - 4}, 3.5, 420);
      bone(organs, "process", root, new double[] {side * (rx + 12), y + ry + 5, z + 2}, 4, 330);
    }
    bone(
        organs,
        "spine",
        new double[] {0, back, z - 4},
        new double[] {0, back + 20, z - 12},
        4,
        350);
  }

  static double spineY(double z) {
    return z > 110 ? 42 - 0.04 * (z - 110) : 44;
  }

  /** A rib as a chain of rods from the spine round to the front, falling on the way. */
  private static void rib(List<Organ> organs, int level, int side) {
    int steps = 14;
    for (int k = 0; k < steps; k++) {
      bone(
          organs,
          "rib",
          ribPoint(level, side, k, steps),
          ribPoint(level, side, k + 1, steps),
          5,
          340);
    }
  }

  static double[] ribPoint(int level, int side, double step, int steps) {
    int order = level - FIRST_RIB;
    double reach = order == 0 ? 0.62 : order == 1 ? 0.86 : order == 2 ? 0.98 : 1.03;
    double t = step / steps;
    double angle = StrictMath.toRadians(12 + 140 * t);
    double x = 142 * reach * StrictMath.sin(angle);
    double y = 4 + (40 + 52 * reach) * StrictMath.cos(angle);
    return new double[] {side * x, y, VERTEBRAE[level] - 46 * t * reach};
  }

  private static void shoulder(List<Organ> organs, int side) {
    organs.add(new Organ("scapula", Shape.ellipsoid(side * 104, 78, 88, 42, 6, 50), BONE_SUV, 320));
    bone(
        organs,
        "clavicle",
        new double[] {side * 16, -74, 118},
        new double[] {side * 146, -20, 142},
        6,
        420);
    organs.add(
        new Organ("humerus", Shape.ellipsoid(side * 150, 6, 122, 22, 22, 20), BONE_SUV, 300));
  }

  private static void pelvis(List<Organ> organs, int side, double marrowSuv) {
    organs.add(
        new Organ("ilium", Shape.ellipsoid(side * 92, 22, -340, 13, 56, 62), marrowSuv, 330));
    organs.add(
        new Organ("acetabulum", Shape.ellipsoid(side * 88, 0, -415, 36, 34, 32), BONE_SUV, 420));
    bone(
        organs,
        "pubis",
        new double[] {side * 70, -20, -430},
        new double[] {side * 8, -72, -448},
        9,
        330);
    organs.add(
        new Organ(
            "femoral head", Shape.ellipsoid(side * 92, -2, -425, 24, 24, 24), marrowSuv, 280));
    double[] neck = {side * 112, 2, -470};
    double[] knee = {side * 92, 0, -760};
    bone(organs, "femoral neck", new double[] {side * 92, -2, -425}, neck, 15, 350);
    bone(organs, "femur", neck, knee, 15, 900);
    organs.add(new Organ("marrow", Shape.rod(neck, knee, 8), 0.6, 0));
  }

  private static void bone(
      List<Organ> organs, String name, double[] from, double[] to, double radius, double hu) {
    organs.add(new Organ(name, Shape.rod(from, to, radius), BONE_SUV, hu));
  }
}
