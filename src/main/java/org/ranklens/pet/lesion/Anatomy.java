package org.ranklens.pet.lesion;

import java.util.OptionalDouble;
import org.ranklens.pet.dicom.CtVolume;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.suv.SuvVolume;

/**
 * What the rules for organs look at: PET and CT on one coarse grid along the patient's axes, with
 * body, lungs and bone told apart by HU.
 */
final class Anatomy {

  static final double STEP_MM = 4;
  private static final int BODY_HU = -300;
  private static final int LUNG_HU = -400;
  private static final int BONE_HU = 150;
  private static final int MUSCLE_BELOW_HU = 100;

  /** What takes up less lies outside of the PET's view, or is none. */
  private static final double MUSCLE_ABOVE_SUV = 0.05;

  private static final double LUNG_ML = 60;
  private static final double LUNGS_ML = 200;

  private final Geometry pet;
  private final Geometry ct;
  private final Midline midline;

  final Geometry grid;
  final float[] suv;
  final float[] hu;
  final boolean[] lung;
  final boolean[] bone;

  /** Gas within the body that is no lung. */
  final boolean[] gas;

  final OptionalDouble lungBaseMm;
  final OptionalDouble lungTopMm;
  final double muscleSuv;

  private Anatomy(Geometry pet, Geometry ct, Geometry grid, float[] suv, float[] hu) {
    this.pet = pet;
    this.ct = ct;
    this.grid = grid;
    this.suv = suv;
    this.hu = hu;
    boolean[] air = EnclosedAir.find(hu, grid, LUNG_HU, BODY_HU);
    this.lung = lungs(air, grid);
    this.bone = new boolean[hu.length];
    this.gas = new boolean[hu.length];
    for (int i = 0; i < hu.length; i++) {
      bone[i] = hu[i] >= BONE_HU;
      gas[i] = air[i] && !lung[i];
    }
    int perSlice = grid.columns() * grid.rows();
    this.lungBaseMm = slice(lung, perSlice, grid, false);
    this.lungTopMm = slice(lung, perSlice, grid, true);
    this.muscleSuv = muscle();
    this.midline = new Midline(grid, bone, body(hu));
  }

  static Anatomy of(SuvVolume suv, CtVolume ct) {
    Geometry grid = workGrid(suv.geometry());
    float[] onGrid = Interpolation.onto(grid, suv.suvBw(), suv.geometry(), 0);
    return new Anatomy(suv.geometry(), ct.geometry(), grid, onGrid, CoarseCt.onto(grid, ct));
  }

  /** The box of the volume's corners, along the patient's axes. */
  private static Geometry workGrid(Geometry pet) {
    double[] low = {1e9, 1e9, 1e9};
    double[] high = {-1e9, -1e9, -1e9};
    for (int corner = 0; corner < 8; corner++) {
      Point3 p =
          pet.toPatient(
              (corner & 1) == 0 ? 0 : pet.columns() - 1,
              (corner & 2) == 0 ? 0 : pet.rows() - 1,
              (corner & 4) == 0 ? 0 : pet.slices() - 1);
      double[] at = {p.xMm(), p.yMm(), p.zMm()};
      for (int axis = 0; axis < 3; axis++) {
        low[axis] = Math.min(low[axis], at[axis]);
        high[axis] = Math.max(high[axis], at[axis]);
      }
    }
    return Geometry.axial(
        1 + (int) Math.ceil((high[0] - low[0]) / STEP_MM),
        1 + (int) Math.ceil((high[1] - low[1]) / STEP_MM),
        1 + (int) Math.ceil((high[2] - low[2]) / STEP_MM),
        new Point3(low[0], low[1], low[2]),
        new Point3(STEP_MM, STEP_MM, STEP_MM));
  }

  private static boolean[] body(float[] hu) {
    boolean[] body = new boolean[hu.length];
    for (int i = 0; i < hu.length; i++) {
      body[i] = hu[i] > BODY_HU;
    }
    return body;
  }

  private static boolean[] lungs(boolean[] air, Geometry grid) {
    boolean[] lung = new boolean[air.length];
    double ml = 0;
    for (int[] part : Components.of(air, grid)) {
      if (part.length * grid.voxelMl() >= LUNG_ML) {
        ml += part.length * grid.voxelMl();
        for (int index : part) {
          lung[index] = true;
        }
      }
    }
    return ml >= LUNGS_ML ? lung : new boolean[air.length];
  }

  private static OptionalDouble slice(boolean[] set, int perSlice, Geometry grid, boolean highest) {
    int found = -1;
    for (int i = 0; i < set.length && (highest || found < 0); i++) {
      if (set[i]) {
        found = i / perSlice;
      }
    }
    return found < 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(grid.toPatient(0, 0, found).zMm());
  }

  private double muscle() {
    double[] soft = new double[hu.length];
    int n = 0;
    for (int i = 0; i < hu.length; i++) {
      if (hu[i] > 0 && hu[i] < MUSCLE_BELOW_HU && suv[i] > MUSCLE_ABOVE_SUV) {
        soft[n++] = suv[i];
      }
    }
    return n == 0 ? 0 : Ranks.median(soft, n);
  }

  /** Returns whether a shape lies wholly within PET and CT. */
  boolean holds(ReferenceShape shape, Point3 centre) {
    return shape.fits(pet, centre) && shape.fits(ct, centre);
  }

  /** Returns whether the PET's upper end cuts a region off. */
  boolean cutOffAbove(Voi voi) {
    return pet.sliceStep().zMm() > 0 ? atLastSlice(voi) : atFirstSlice(voi);
  }

  /** Returns whether an end of the PET cuts a region off. */
  boolean cutOff(Voi voi) {
    return atFirstSlice(voi) || atLastSlice(voi);
  }

  // The outermost slice is noisier and may hold less: a slice further in counts, too.

  private boolean atFirstSlice(Voi voi) {
    return Extent.box(voi.indices(), pet)[4] <= 1;
  }

  private boolean atLastSlice(Voi voi) {
    return Extent.box(voi.indices(), pet)[5] >= pet.slices() - 2;
  }

  /** Returns the index of the voxel nearest to a point, clamped to the grid. */
  int nearest(Point3 point) {
    Point3 d = point.minus(grid.origin()).times(1 / STEP_MM);
    int x = (int) Math.max(0, Math.min(grid.columns() - 1, Math.round(d.xMm())));
    int y = (int) Math.max(0, Math.min(grid.rows() - 1, Math.round(d.yMm())));
    int z = (int) Math.max(0, Math.min(grid.slices() - 1, Math.round(d.zMm())));
    return grid.index(x, y, z);
  }

  /** Returns the height of a voxel's centre: its z in mm. */
  double heightMm(int index) {
    int slice = index / (grid.columns() * grid.rows());
    return grid.origin().zMm() + slice * STEP_MM;
  }

  /** Returns the middle of the skeleton, or else of the body, at a height: its x in mm. */
  double midlineMm(double zMm) {
    return midline.xMm(zMm);
  }

  /** Returns the middle of the bone near the midline, front to back, at a height: its y in mm. */
  double spineMm(double zMm) {
    return midline.spineMm(zMm);
  }
}
