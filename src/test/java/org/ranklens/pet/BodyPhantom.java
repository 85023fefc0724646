package org.ranklens.pet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
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

  /** Whether a point of the body lies in a solid. */
  private interface Solid {
    boolean holds(double x, double y, double z);
  }

  private record Shape(Solid solid, Point3 centre, double radiusMm, double hu, double suv) {}

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
    shapes.add(
        new Shape(
            (x, y, z) -> {
              double u = (x - c.xMm()) / r.xMm();
              double v = (y - c.yMm()) / r.yMm();
              double w = (z - c.zMm()) / r.zMm();
              return u * u + v * v + w * w <= 1;
            },
            c,
            reach,
            hu,
            suv));
  }

  private void shell(Point3 c, double outer, double inner, double hu) {
    shapes.add(
        new Shape(
            (x, y, z) -> {
              double u = x - c.xMm();
              double v = y - c.yMm();
              double w = z - c.zMm();
              double squared = u * u + v * v + w * w;
              return squared <= outer * outer && squared >= inner * inner;
            },
            c,
            outer,
            hu,
            0.8));
  }

  private void cylinder(Point3 c, double rx, double ry, double half, double hu, double suv) {
    double reach = Math.hypot(Math.max(rx, ry), half);
    shapes.add(
        new Shape(
            (x, y, z) -> {
              double u = (x - c.xMm()) / rx;
              double v = (y - c.yMm()) / ry;
              return Math.abs(z - c.zMm()) <= half && u * u + v * v <= 1;
            },
            c,
            reach,
            hu,
            suv));
  }

  private void rib(double z) {
    Point3 c = new Point3(0, 0, z);
    shapes.add(
        new Shape(
            (x, y, height) -> {
              double u = x / 140;
              double v = y / 95;
              double ring = Math.sqrt(u * u + v * v);
              if (Math.abs(ring - 1) * 115 > 5 || y <= -80) {
                return false;
              }
              return Math.abs(height - (z - 25 * (1 - v / ring) / 2)) <= 5;
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

  /** As wide and deep as the body with its movements; a field of view's corners are air. */
  private static Geometry grid(double mm, double sliceMm) {
    int columns = (int) Math.round(440 / mm);
    int rows = (int) Math.round(340 / mm);
    int slices = (int) Math.round(940 / sliceMm);
    Point3 origin = new Point3(-mm * (columns - 1) / 2, -mm * (rows - 1) / 2, -20);
    return Geometry.axial(columns, rows, slices, origin, new Point3(mm, mm, sliceMm));
  }

  private float[] draw(Geometry grid, boolean suv) {
    float[] sum = new float[(int) grid.voxels()];
    int perSlice = grid.columns() * grid.rows();
    float[] values = new float[perSlice];
    double[] x = new double[perSlice];
    double[] y = new double[perSlice];
    double[] z = new double[perSlice];
    List<int[]> boxes = shapes.stream().map(shape -> box(grid, shape)).toList();
    double[] offsets = suv ? new double[] {0} : new double[] {-0.25, 0.25};
    for (double offset : offsets) {
      for (int k = 0; k < grid.slices(); k++) {
        for (int i = 0; i < perSlice; i++) {
          int column = i % grid.columns();
          int row = i / grid.columns();
          Point3 p = model(grid.toPatient(column + offset, row - offset, k + offset));
          x[i] = p.xMm();
          y[i] = p.yMm();
          z[i] = p.zMm();
        }
        Arrays.fill(values, suv ? 0 : -1000);
        for (int s = 0; s < boxes.size(); s++) {
          int[] box = boxes.get(s);
          Shape shape = shapes.get(s);
          for (int j = box[2]; k >= box[4] && k <= box[5] && j <= box[3]; j++) {
            for (int at = j * grid.columns() + box[0]; at <= j * grid.columns() + box[1]; at++) {
              if (shape.solid.holds(x[at], y[at], z[at])) {
                values[at] = (float) (suv ? shape.suv : shape.hu);
              }
            }
          }
        }
        for (int i = 0; i < perSlice; i++) {
          sum[k * perSlice + i] += values[i] / offsets.length;
        }
      }
    }
    return sum;
  }

  /** Returns first and last column, row and slice of what a shape may reach. */
  private int[] box(Geometry grid, Shape shape) {
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
    return box;
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
