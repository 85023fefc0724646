package org.ranklens.pet.lesion;

import java.util.Arrays;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;

/**
 * A hot region, and what the rules for organs ask about it. The core is what has at least half of
 * its maximum.
 */
final class Region {

  /** What lies this near is around a region, or around its core. */
  static final double AROUND_MM = 8;

  private static final double LUNG_WITHIN_MM = 10;
  private static final double TRUNK_BELOW_LUNGS_MM = 450;

  final Voi voi;
  final float max;
  final Point3 centre;
  final double lengthMm;
  final Point3 coreCentre;
  final double coreHu;
  final double boneFraction;
  final double enclosedByBone;
  final double lungFractionOfShell;
  final double fromMidlineMm;

  /** How much of what is around it is gas but no lung, 0 to 1. */
  final double gasFractionOfShell;

  /** From corner to corner of the box around it. */
  final double longestMm;

  /**
   * Its volume by that of the full ellipsoid with the same extent in all directions (second
   * moments): 1 of what is full, some 0.45 of a heart around its cold chambers.
   */
  final double solidity;

  /** How much of the core is bone, and of what is around the core, 0 to 1. */
  final double coreBoneFraction;

  final double boneFractionAroundCore;

  private Region(Voi voi, float[] suv, Anatomy anatomy) {
    this.voi = voi;
    int[] indices = voi.indices();
    float hottest = Float.NEGATIVE_INFINITY;
    for (int index : indices) {
      hottest = Math.max(hottest, suv[index]);
    }
    this.max = hottest;
    this.centre = voi.centre();
    int[] core = Arrays.stream(indices).filter(i -> suv[i] >= max / 2).toArray();
    this.coreCentre = new Voi(voi.geometry(), core).centre();
    int[] work = onto(anatomy, voi);
    int[] coreWork = onto(anatomy, new Voi(voi.geometry(), core));
    this.coreHu = medianHu(anatomy, core);
    this.boneFraction = part(work, anatomy.bone);
    this.enclosedByBone = Rays.hit(anatomy, centre);
    this.lungFractionOfShell = Shell.partOf(anatomy.lung, work, anatomy.grid, LUNG_WITHIN_MM);
    this.fromMidlineMm = coreCentre.xMm() - anatomy.midlineMm(coreCentre.zMm());
    this.lengthMm = length(voi);
    this.gasFractionOfShell = Shell.partOf(anatomy.gas, work, anatomy.grid, AROUND_MM);
    this.longestMm = longest(voi);
    this.solidity = Solidity.of(voi);
    this.coreBoneFraction = part(coreWork, anatomy.bone);
    this.boneFractionAroundCore = Shell.partOf(anatomy.bone, coreWork, anatomy.grid, AROUND_MM);
  }

  static Region of(Voi voi, float[] suv, Anatomy anatomy) {
    return new Region(voi, suv, anatomy);
  }

  double ml() {
    return voi.ml();
  }

  /** Returns whether it lies below the base of the lungs, and not further than a trunk reaches. */
  boolean isBelowLungs(Anatomy anatomy) {
    if (anatomy.lungBaseMm.isEmpty()) {
      return false;
    }
    double below = anatomy.lungBaseMm.getAsDouble() - coreCentre.zMm();
    return below > 0 && below < TRUNK_BELOW_LUNGS_MM;
  }

  /** Returns whether another lies on the other side of the midline. */
  boolean isAcrossFrom(Region other) {
    return fromMidlineMm * other.fromMidlineMm < 0;
  }

  /** Diameter of a round tube of the same volume that is as high as the region. */
  double tubeMm() {
    return Math.sqrt(4000 * ml() / (Math.PI * lengthMm));
  }

  private static double longest(Voi voi) {
    int[] box = Extent.box(voi.indices(), voi.geometry());
    Geometry grid = voi.geometry();
    return grid.columnStep()
        .times(box[1] - box[0])
        .plus(grid.rowStep().times(box[3] - box[2]))
        .plus(grid.sliceStep().times(box[5] - box[4]))
        .length();
  }

  private double medianHu(Anatomy anatomy, int[] core) {
    double[] hu = new double[core.length];
    for (int i = 0; i < core.length; i++) {
      hu[i] = anatomy.hu[anatomy.nearest(Extent.centre(voi.geometry(), core[i]))];
    }
    return Ranks.median(hu);
  }

  /** Returns how much of a region is bone, 0 to 1. */
  static double boneFraction(Voi voi, Anatomy anatomy) {
    return part(onto(anatomy, voi), anatomy.bone);
  }

  /** Returns how much of the shell of this thickness around a region is bone, 0 to 1. */
  static double boneFractionAround(Voi voi, Anatomy anatomy, double thicknessMm) {
    return Shell.partOf(anatomy.bone, onto(anatomy, voi), anatomy.grid, thicknessMm);
  }

  private static int[] onto(Anatomy anatomy, Voi voi) {
    return Arrays.stream(voi.indices())
        .map(i -> anatomy.nearest(Extent.centre(voi.geometry(), i)))
        .sorted()
        .distinct()
        .toArray();
  }

  private static double part(int[] indices, boolean[] set) {
    return (double) Arrays.stream(indices).filter(i -> set[i]).count() / indices.length;
  }

  private static double length(Voi voi) {
    Geometry grid = voi.geometry();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int index : voi.indices()) {
      double z = Extent.centre(grid, index).zMm();
      low = Math.min(low, z);
      high = Math.max(high, z);
    }
    return high - low + Math.abs(grid.sliceStep().zMm());
  }
}
