package org.ranklens.pet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.ranklens.pet.dicom.CtProtocol;
import org.ranklens.pet.dicom.CtVolume;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.lesion.RigidTransform;
import org.ranklens.pet.lesion.Scan;
import org.ranklens.pet.suv.BodyFactors;
import org.ranklens.pet.suv.SuvVolume;

/**
 * A body of simple shapes with brain, heart, kidneys, bladder, liver and lesions, drawn on any grid
 * after any movement, with its neck bent by any angle.
 */
final class BodyPhantom {

  /** Where the neck bends, in the body's own coordinates. */
  private static final Point3 HINGE = new Point3(0, 45, 590);

  private static final Point3 MIDDLE = new Point3(0, 0, 400);

  private final List<Shape> shapes = new ArrayList<>();
  private final RigidTransform move;
  private final RigidTransform bend;
  final Map<String, Point3> lesions = new TreeMap<>();

  private record Shape(
      Predicate<Point3> holds, Point3 centre, double radiusMm, double hu, double suv) {}

  BodyPhantom(Point3 shift, double xDeg, double yDeg, double zDeg, double bendDeg) {
    this.move =
        new RigidTransform(
            MIDDLE, Math.toRadians(xDeg), Math.toRadians(yDeg), Math.toRadians(zDeg), shift);
    this.bend = new RigidTransform(HINGE, Math.toRadians(bendDeg), 0, 0, new Point3(0, 0, 0));
    organs();
  }

  static BodyPhantom still() {
    return new BodyPhantom(new Point3(0, 0, 0), 0, 0, 0, 0);
  }

  /** Returns where a point of the body lies in this scan. */
  Point3 place(Point3 p) {
    return move.apply(p.zMm() <= HINGE.zMm() ? p : bend.apply(p));
  }

  /** Returns where a point of the rigid body lies in this scan. */
  Point3 placeRigid(Point3 p) {
    return move.apply(p);
  }

  private Point3 model(Point3 scan) {
    Point3 p = move.inverse(scan);
    if (p.zMm() < HINGE.zMm() - 100) {
      return p;
    }
    Point3 unbent = bend.inverse(p);
    return unbent.zMm() > HINGE.zMm() ? unbent : p;
  }

  BodyPhantom lesion(String name, double x, double y, double z, double r, double suv, double hu) {
    ellipsoid(new Point3(x, y, z), new Point3(r, r, r), hu, suv);
    lesions.put(name, new Point3(x, y, z));
    return this;
  }

  /** Adds uptake that is often met in health: a bowel with gas, a ureter, brown fat. */
  BodyPhantom withTractsAndFat() {
    ellipsoid(new Point3(-60, -55, 185), new Point3(24, 24, 52), 30, 6);
    ellipsoid(new Point3(-60, -55, 185), new Point3(12, 12, 42), -900, 0.3);
    cylinder(new Point3(-34, 12, 160), 5, 5, 35, 20, 20);
    for (int side = -1; side <= 1; side += 2) {
      ellipsoid(new Point3(side * 62, 10, 585), new Point3(16, 20, 16), -90, 0.4);
      ellipsoid(new Point3(side * 62, 10, 585), new Point3(10, 13, 10), -80, 7);
    }
    return this;
  }

  private void ellipsoid(Point3 c, Point3 r, double hu, double suv) {
    double reach = Math.max(r.xMm(), Math.max(r.yMm(), r.zMm()));
    shapes.add(new Shape(p -> level(p, c, r) <= 1, c, reach, hu, suv));
  }

  private static double level(Point3 p, Point3 c, Point3 r) {
    double x = (p.xMm() - c.xMm()) / r.xMm();
    double y = (p.yMm() - c.yMm()) / r.yMm();
    double z = (p.zMm() - c.zMm()) / r.zMm();
    return x * x + y * y + z * z;
  }

  private void shell(Point3 c, double outer, double inner, double hu) {
    shapes.add(
        new Shape(p -> p.distanceTo(c) <= outer && p.distanceTo(c) >= inner, c, outer, hu, 0.8));
  }

  private void cylinder(Point3 c, double rx, double ry, double half, double hu, double suv) {
    double reach = Math.hypot(Math.max(rx, ry), half);
    shapes.add(
        new Shape(
            p ->
                Math.abs(p.zMm() - c.zMm()) <= half
                    && Math.hypot((p.xMm() - c.xMm()) / rx, (p.yMm() - c.yMm()) / ry) <= 1,
            c,
            reach,
            hu,
            suv));
  }

  private void rib(double z) {
    Point3 c = new Point3(0, 0, z);
    shapes.add(
        new Shape(
            p -> {
              double angle = Math.atan2(p.yMm() / 95, p.xMm() / 140);
              double slope = z - 25 * (1 - Math.sin(angle)) / 2;
              double ring = Math.hypot(p.xMm() / 140, p.yMm() / 95);
              return Math.abs(ring - 1) * 115 <= 5
                  && Math.abs(p.zMm() - slope) <= 5
                  && p.yMm() > -80;
            },
            c,
            175,
            420,
            0.9));
  }

  private void organs() {
    cylinder(new Point3(0, 0, 300), 170, 115, 300, 45, 0.6);
    cylinder(new Point3(0, 25, 640), 55, 55, 50, 45, 0.6);
    ellipsoid(new Point3(0, 10, 780), new Point3(80, 98, 105), 45, 0.6);
    ellipsoid(new Point3(0, 10, 780), new Point3(75, 93, 100), 900, 0.8);
    ellipsoid(new Point3(0, 10, 780), new Point3(69, 87, 94), 38, 8.5);
    ellipsoid(new Point3(-85, 5, 470), new Point3(48, 70, 105), -820, 0.4);
    ellipsoid(new Point3(85, 5, 470), new Point3(48, 70, 105), -820, 0.4);
    ellipsoid(new Point3(42, -35, 420), new Point3(42, 36, 42), 42, 5.5);
    ellipsoid(new Point3(-80, -5, 320), new Point3(68, 75, 70), 58, 2.1);
    ellipsoid(new Point3(85, 20, 330), new Point3(30, 38, 45), 50, 1.8);
    ellipsoid(new Point3(-62, 50, 240), new Point3(26, 25, 50), 33, 8.5);
    ellipsoid(new Point3(62, 50, 245), new Point3(26, 25, 50), 33, 8.5);
    ellipsoid(new Point3(0, -45, 55), new Point3(36, 32, 30), 8, 22);
    cylinder(new Point3(17, 20, 350), 12, 12, 200, 42, 1.6);
    for (int rib = 0; rib < 10; rib++) {
      rib(370 + 22 * rib);
    }
    for (int vertebra = 0; vertebra < 24; vertebra++) {
      double z = 100 + 25 * vertebra;
      double size = 22 - 0.3 * vertebra;
      cylinder(new Point3(0, 45, z), size, size * 0.8, 10, 320, 1.0);
      cylinder(new Point3(0, 45, z), size - 4, size * 0.8 - 4, 8, 190, 1.1);
      ellipsoid(new Point3(0, 45 + size + 14, z - 5), new Point3(5, 14, 7), 450, 0.8);
      ellipsoid(new Point3(size + 8, 55, z), new Point3(10, 5, 6), 400, 0.8);
      ellipsoid(new Point3(-size - 8, 55, z), new Point3(10, 5, 6), 400, 0.8);
    }
    shell(new Point3(-80, 20, 85), 62, 55, 500);
    shell(new Point3(80, 20, 85), 62, 55, 500);
    ellipsoid(new Point3(-105, 0, 30), new Point3(23, 23, 23), 550, 0.8);
    ellipsoid(new Point3(105, 0, 30), new Point3(23, 23, 23), 550, 0.8);
  }

  /** Draws the scan; the PET blurred to 6 mm, both noisy. */
  Scan scan(double petMm, double petSliceMm, double ctMm, double ctSliceMm, double noise) {
    Geometry pet = grid(petMm, petSliceMm);
    float[] suv = draw(pet, true);
    suv = blur(suv, pet, 6 / 2.355);
    Random random = new Random(7);
    for (int i = 0; i < suv.length; i++) {
      suv[i] = (float) Math.max(0, suv[i] * (1 + noise * random.nextGaussian()));
    }
    Geometry ct = grid(ctMm, ctSliceMm);
    float[] hu = draw(ct, false);
    short[] rounded = new short[hu.length];
    for (int i = 0; i < hu.length; i++) {
      rounded[i] = (short) Math.round(hu[i] + 12 * random.nextGaussian());
    }
    BodyFactors factors =
        new BodyFactors(OptionalDouble.of(0.78), OptionalDouble.of(250), OptionalDouble.empty());
    return new Scan(
        new SuvVolume(pet, suv, factors),
        Optional.of(new CtVolume(ct, rounded, CtProtocol.unknown())));
  }

  private static Geometry grid(double mm, double sliceMm) {
    int n = (int) Math.round(480 / mm);
    int slices = (int) Math.round(940 / sliceMm);
    double half = mm * (n - 1) / 2;
    return Geometry.axial(n, n, slices, new Point3(-half, -half, -20), new Point3(mm, mm, sliceMm));
  }

  private float[] draw(Geometry grid, boolean suv) {
    float[] sum = new float[(int) grid.voxels()];
    float[] values = new float[sum.length];
    double[] offsets = suv ? new double[] {0} : new double[] {-0.25, 0.25};
    for (double offset : offsets) {
      Point3[] model = new Point3[sum.length];
      for (int i = 0; i < model.length; i++) {
        int x = i % grid.columns();
        int y = i / grid.columns() % grid.rows();
        int z = i / (grid.columns() * grid.rows());
        model[i] = model(grid.toPatient(x + offset, y - offset, z + offset));
      }
      Arrays.fill(values, suv ? 0 : -1000);
      for (Shape shape : shapes) {
        paint(values, grid, shape, suv, model);
      }
      for (int i = 0; i < sum.length; i++) {
        sum[i] += values[i] / offsets.length;
      }
    }
    return sum;
  }

  private void paint(float[] values, Geometry grid, Shape shape, boolean suv, Point3[] model) {
    Point3 at = place(shape.centre);
    double reach = shape.radiusMm + 10;
    int[] box = new int[6];
    double[] c = {at.xMm(), at.yMm(), at.zMm()};
    double[] o = {grid.origin().xMm(), grid.origin().yMm(), grid.origin().zMm()};
    double[] s = {grid.columnSpacingMm(), grid.rowSpacingMm(), grid.sliceSpacingMm()};
    int[] n = {grid.columns(), grid.rows(), grid.slices()};
    for (int axis = 0; axis < 3; axis++) {
      box[2 * axis] = Math.max(0, (int) ((c[axis] - reach - o[axis]) / s[axis]));
      box[2 * axis + 1] = Math.min(n[axis] - 1, (int) ((c[axis] + reach - o[axis]) / s[axis]) + 1);
    }
    float value = (float) (suv ? shape.suv : shape.hu);
    for (int k = box[4]; k <= box[5]; k++) {
      for (int j = box[2]; j <= box[3]; j++) {
        for (int i = box[0]; i <= box[1]; i++) {
          int index = grid.index(i, j, k);
          if (shape.holds.test(model[index])) {
            values[index] = value;
          }
        }
      }
    }
  }

  private static float[] blur(float[] values, Geometry grid, double sigmaMm) {
    float[] result = values;
    int[] strides = {1, grid.columns(), grid.columns() * grid.rows()};
    int[] counts = {grid.columns(), grid.rows(), grid.slices()};
    double[] spacing = {grid.columnSpacingMm(), grid.rowSpacingMm(), grid.sliceSpacingMm()};
    for (int axis = 0; axis < 3; axis++) {
      float[] next = new float[result.length];
      double sigma = sigmaMm / spacing[axis];
      int reach = (int) Math.ceil(3 * sigma);
      double[] w = new double[2 * reach + 1];
      for (int d = -reach; d <= reach; d++) {
        w[d + reach] = Math.exp(-0.5 * d * d / (sigma * sigma));
      }
      double total = Arrays.stream(w).sum();
      for (int i = 0; i < result.length; i++) {
        int at = i / strides[axis] % counts[axis];
        double sum = 0;
        for (int d = -reach; d <= reach; d++) {
          int q = Math.max(0, Math.min(counts[axis] - 1, at + d));
          sum += w[d + reach] * result[i + (q - at) * strides[axis]];
        }
        next[i] = (float) (sum / total);
      }
      result = next;
    }
    return result;
  }
}
