package org.ranklens.pet.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.dicom.Tag;
import org.ranklens.pet.dicom.VoxelPoint;

/**
 * The contours of one region, plane by plane, and the slices of a grid that take them.
 *
 * <p>A slice takes the plane nearest to it, not further than half a slice or, where the contours
 * stand wider apart than the slices, half the distance of the contours. So contours that were drawn
 * on another image of thinner or thicker slices fill the grid without cancelling one another and
 * without gaps.
 */
final class ContourStack {

  /** Planes nearer than this, in slices, are one: real contours run beside their plane. */
  private static final double SAME_PLANE = 0.02;

  /** A contour may lean by so many slices; more is a contour of another orientation. */
  private static final double LEAST_LEAN = 0.5;

  /** Contours so many slices above or below the grid are of no slice of it. */
  private static final double FAR_SLICES = 5;

  /** No scanner is so long: a number so large is damage. */
  private static final double FARTHEST_MM = 100_000;

  /** Of more contours in a plane it isn't asked whether they cross: it would take long. */
  private static final int MOST_COMPARED = 64;

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Contour(double slice, double[] x, double[] y) {}

  private final MaskTarget target;
  private final Geometry grid;
  private final boolean axial;
  private final List<Contour> contours = new ArrayList<>();
  private boolean lean;
  private int elsewhere;
  private int beside;
  private int repeated;
  private int crossing;

  ContourStack(MaskTarget target) {
    this.target = target;
    this.grid = target.grid();
    this.axial = isAxial(grid);
  }

  void add(DataSet contour) throws RefusedException {
    double[] data = contour.numbers(Tag.CONTOUR_DATA);
    if (data.length == 0 || data.length % 3 != 0) {
      throw contour.refusal(
          "holds " + data.length + " numbers, not three for each point", Tag.CONTOUR_DATA, "");
    }
    int told = contour.integer(Tag.NUMBER_OF_CONTOUR_POINTS).orElse(data.length / 3);
    if (told != data.length / 3) {
      throw contour.refusal(
          "holds %s points where %s tells %s"
              .formatted(data.length / 3, Tag.NUMBER_OF_CONTOUR_POINTS.label(), told),
          Tag.CONTOUR_DATA,
          "");
    }
    for (double coordinate : data) {
      if (Math.abs(coordinate) > FARTHEST_MM) {
        throw contour.refusal("holds the place " + coordinate + " mm", Tag.CONTOUR_DATA, "");
      }
    }
    int n = data.length / 3;
    double[] x = new double[n];
    double[] y = new double[n];
    double sum = 0;
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    boolean out = false;
    for (int p = 0; p < n; p++) {
      VoxelPoint at = grid.toVoxel(new Point3(data[3 * p], data[3 * p + 1], data[3 * p + 2]));
      sum += at.slice();
      lowest = Math.min(lowest, at.slice());
      highest = Math.max(highest, at.slice());
      out |= isBeside(at);
      // Millimetres stay as they are where rows and columns run along x and y: nothing is rounded.
      x[p] = axial ? data[3 * p] : at.column();
      y[p] = axial ? data[3 * p + 1] : at.row();
    }
    lean |= highest - lowest > LEAST_LEAN;
    beside += out ? 1 : 0;
    double slice = sum / n;
    List<DataSet> images = contour.items(Tag.CONTOUR_IMAGE_SEQUENCE);
    elsewhere += Contradictions.isElsewhere(images, slice, target) ? 1 : 0;
    contours.add(new Contour(slice, x, y));
  }

  /** More than half a pixel beyond the outermost pixels. */
  private boolean isBeside(VoxelPoint at) {
    return at.column() < -1
        || at.column() > grid.columns()
        || at.row() < -1
        || at.row() > grid.rows();
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (lean) {
      warnings.add("its contours don't lie in the PET's slices: each was laid flat");
    }
    long outside = contours.stream().filter(this::isFar).count();
    if (outside > 0) {
      warnings.add(
          outside + " of its " + contours.size() + " contours lie far above or below the PET");
    }
    if (beside > 0) {
      warnings.add(
          "%s of its %s contours reach beyond the PET's rows or columns: what lies there isn't measured"
              .formatted(beside, contours.size()));
    }
    if (repeated > 0) {
      warnings.add("%s of its contours stand there twice: taken once".formatted(repeated));
    }
    if (crossing > 0) {
      warnings.add(
          "contours of it cross one another in %s plane%s: where two overlap, that is left out"
              .formatted(crossing, crossing == 1 ? "" : "s"));
    }
    warnings.addAll(
        Contradictions.elsewhere(
            "contours", elsewhere, contours.size(), Tag.CONTOUR_IMAGE_SEQUENCE));
    return warnings;
  }

  private boolean isFar(Contour contour) {
    return contour.slice() < -FAR_SLICES || contour.slice() > grid.slices() - 1 + FAR_SLICES;
  }

  boolean[] inside() {
    boolean[] inside = new boolean[Math.toIntExact(grid.voxels())];
    List<List<Contour>> planes = planes();
    planes.forEach(this::dropRepeated);
    for (List<Contour> plane : planes) {
      crossing += CrossingContours.any(areas(plane)) ? 1 : 0;
    }
    if (planes.isEmpty()) {
      return inside;
    }
    double reach = Math.max(1, spacing(planes)) / 2;
    for (int k = 0; k < grid.slices(); k++) {
      for (Contour contour : nearest(planes, k, reach)) {
        fill(inside, contour, k);
      }
    }
    return inside;
  }

  private List<List<Contour>> planes() {
    // One far away would make the others' planes seem thick.
    List<Contour> sorted = new ArrayList<>(contours);
    sorted.removeIf(this::isFar);
    // A stable sort: contours of a plane stay in the file's order.
    sorted.sort(Comparator.comparingDouble(Contour::slice));
    List<List<Contour>> planes = new ArrayList<>();
    for (Contour contour : sorted) {
      if (planes.isEmpty()
          || contour.slice() - last(planes).get(0).slice() > (lean ? LEAST_LEAN : SAME_PLANE)) {
        planes.add(new ArrayList<>());
      }
      last(planes).add(contour);
    }
    return planes;
  }

  /** One that stands there twice would cancel itself. */
  private void dropRepeated(List<Contour> plane) {
    List<Contour> kept = new ArrayList<>();
    for (Contour contour : plane) {
      boolean again =
          kept.stream()
              .anyMatch(k -> Arrays.equals(k.x, contour.x) && Arrays.equals(k.y, contour.y));
      repeated += again ? 1 : 0;
      if (!again) {
        kept.add(contour);
      }
    }
    plane.clear();
    plane.addAll(kept);
  }

  private static List<Contour> last(List<List<Contour>> planes) {
    return planes.get(planes.size() - 1);
  }

  /** The usual distance of neighbouring planes, in slices: the lower median, so gaps stay gaps. */
  private static double spacing(List<List<Contour>> planes) {
    if (planes.size() < 2) {
      return 1;
    }
    double[] steps = new double[planes.size() - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = planes.get(i + 1).get(0).slice() - planes.get(i).get(0).slice();
    }
    Arrays.sort(steps);
    return steps[(steps.length - 1) / 2];
  }

  /** Half open upwards: a plane in the middle of two slices belongs to the upper one. */
  private static List<Contour> nearest(List<List<Contour>> planes, int k, double reach) {
    List<Contour> best = List.of();
    double least = reach;
    for (List<Contour> plane : planes) {
      double above = plane.get(0).slice() - k;
      double distance = Math.abs(above);
      if (distance < least || (distance == least && best.isEmpty() && above < 0)) {
        best = plane;
        least = distance;
      }
    }
    return best;
  }

  private static boolean isAxial(Geometry grid) {
    Point3 column = grid.columnStep();
    Point3 row = grid.rowStep();
    return column.yMm() == 0 && column.zMm() == 0 && row.xMm() == 0 && row.zMm() == 0;
  }

  /** What each contour of a plane encloses; of a single one, or of hundreds, nothing is asked. */
  private List<BitSet> areas(List<Contour> plane) {
    List<BitSet> areas = new ArrayList<>();
    for (int c = 0; plane.size() > 1 && plane.size() <= MOST_COMPARED && c < plane.size(); c++) {
      boolean[] inside = new boolean[grid.columns() * grid.rows()];
      fill(inside, plane.get(c), 0);
      BitSet area = new BitSet(inside.length);
      for (int i = 0; i < inside.length; i++) {
        if (inside[i]) {
          area.set(i);
        }
      }
      areas.add(area);
    }
    return areas;
  }

  private void fill(boolean[] inside, Contour contour, int k) {
    double[] centre = new double[grid.columns()];
    for (int i = 0; i < centre.length; i++) {
      centre[i] = axial ? grid.toPatient(i, 0, 0).xMm() : i;
    }
    for (int j = 0; j < grid.rows(); j++) {
      double rowCentre = axial ? grid.toPatient(0, j, 0).yMm() : j;
      EvenOdd.flip(contour.x, contour.y, rowCentre, centre, inside, grid.index(0, j, k));
    }
  }
}
