package org.ranklens.phantom.pet;

import java.util.List;
import java.util.Set;

/** The organs of each {@link Look}, painted over the usual ones. */
final class HardLooks {

  private HardLooks() {}

  static void add(Set<Look> looks, View view, List<Organ> organs) {
    if (looks.contains(Look.BOWEL)) {
      bowel(organs);
    }
    if (looks.contains(Look.URETERS)) {
      ureters(organs);
    }
    if (looks.contains(Look.CONTRAST_AGENT) && view == View.WHOLE_BODY) {
      enhancedKidneys(organs);
      enhancedHeart(organs);
    }
    if (looks.contains(Look.METAL_HIP)) {
      organs.add(new Organ("metal", rod(92, -2, -425, 92, -2, -425, 22), 0.1, 3071));
      organs.add(new Organ("metal", rod(92, -2, -425, 112, 2, -470, 12), 0.1, 3071));
      organs.add(new Organ("metal", rod(112, 2, -470, 100, 0, -600, 8), 0.1, 3071));
    }
    for (int side = -1; side <= 1; side += 2) {
      heads(looks, side, organs);
      arms(looks, side, organs);
    }
    if (looks.contains(Look.EXTRAVASATION)) {
      boolean up = looks.contains(Look.ARMS_UP);
      organs.add(
          new Organ(
              "injection site",
              ball(up ? 136 : 218, up ? -30 : -21, up ? 310 : -60, 9, 9, 14),
              30,
              10));
    }
  }

  private static void heads(Set<Look> looks, int side, List<Organ> organs) {
    if (looks.contains(Look.TONSILS)) {
      organs.add(new Organ("tonsil", ball(side * 17, -28, 268, 8, 9, 11), 7, 45));
    }
    if (looks.contains(Look.SALIVARY_GLANDS)) {
      organs.add(new Organ("parotid", ball(side * 52, -4, 262, 11, 16, 20), 4.6, 20));
      organs.add(new Organ("submandibular", ball(side * 34, -44, 236, 10, 13, 11), 4.4, 35));
    }
    if (looks.contains(Look.BROWN_FAT)) {
      organs.add(new Organ("fat", ball(side * 66, 2, 148, 26, 26, 15), 0.4, -95));
      organs.add(new Organ("brown fat", ball(side * 66, 2, 148, 15, 15, 9), 8, -80));
    }
  }

  /** Three pieces with gas in two of them; the third is collapsed. */
  private static void bowel(List<Organ> organs) {
    organs.add(new Organ("colon", rod(-104, -30, -270, -104, -30, -160, 21), 6, 32));
    organs.add(new Organ("gas", rod(-104, -30, -262, -104, -30, -166, 12), 0.4, -850));
    organs.add(new Organ("colon", rod(-60, -62, -212, 70, -66, -190, 19), 5, 32));
    organs.add(new Organ("gas", rod(-56, -62, -212, 66, -66, -190, 11), 0.4, -850));
  }

  private static void ureters(List<Organ> organs) {
    organs.add(new Organ("ureter", rod(42, 26, -215, 36, 22, -262, 4.5), 26, 12));
    organs.add(new Organ("ureter", rod(-42, 26, -240, -34, 22, -290, 4.5), 24, 12));
  }

  private static void enhancedKidneys(List<Organ> organs) {
    for (int side = -1; side <= 1; side += 2) {
      organs.add(new Organ("kidney", ball(side * 62, 42, -150, 26, 23, 54), 4.5, 190));
      organs.add(new Organ("pelvis", ball(side * 52, 38, -150, 9, 9, 20), 12, 280));
    }
  }

  private static void enhancedHeart(List<Organ> organs) {
    organs.add(new Organ("myocardium", ball(38, -34, -4, 34, 32, 40), 4.2, 115));
    organs.add(new Organ("ventricle", ball(36, -34, 2, 22, 20, 30), 1.6, 190));
  }

  private static void arms(Set<Look> looks, int side, List<Organ> organs) {
    if (looks.contains(Look.ARMS_UP)) {
      arm(organs, rodEnds(side * 160, 4, 150, side * 136, -6, 330));
      arm(organs, rodEnds(side * 136, -6, 330, side * 40, -40, 470));
    } else if (looks.contains(Look.ARMS_DOWN)) {
      arm(organs, rodEnds(side * 196, 6, 96, side * 222, 4, -60));
      arm(organs, rodEnds(side * 222, 4, -60, side * 214, -30, -300));
    }
  }

  private static void arm(List<Organ> organs, double[][] ends) {
    organs.add(new Organ("arm fat", Shape.rod(ends[0], ends[1], 40), 0.3, -95));
    organs.add(new Organ("arm", Shape.rod(ends[0], ends[1], 34), 0.6, 52));
    organs.add(new Organ("arm bone", Shape.rod(ends[0], ends[1], 11), 0.6, 800));
    organs.add(new Organ("arm marrow", Shape.rod(ends[0], ends[1], 6), 0.5, -20));
  }

  private static double[][] rodEnds(
      double x0, double y0, double z0, double x1, double y1, double z1) {
    return new double[][] {{x0, y0, z0}, {x1, y1, z1}};
  }

  private static Shape rod(
      double x0, double y0, double z0, double x1, double y1, double z1, double radius) {
    return Shape.rod(new double[] {x0, y0, z0}, new double[] {x1, y1, z1 + 1e-6}, radius);
  }

  private static Shape ball(double x, double y, double z, double rx, double ry, double rz) {
    return Shape.ellipsoid(x, y, z, rx, ry, rz);
  }
}
