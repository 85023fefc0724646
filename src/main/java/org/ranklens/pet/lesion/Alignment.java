package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;

/**
 * Where what lies in one scan is found in another: for the body as a whole, and for lesions by
 * name. Transforms lead from the earlier scan to the later one.
 */
public final class Alignment {

  private final Optional<RigidTransform> body;
  private final Map<String, RigidTransform> lesions;
  private final List<RegistrationRow> rows;

  Alignment(
      Optional<RigidTransform> body,
      Map<String, RigidTransform> lesions,
      List<RegistrationRow> rows) {
    this.body = body;
    this.lesions = Map.copyOf(lesions);
    this.rows = List.copyOf(rows);
  }

  /** Returns that of scans which lie in one frame of reference: nothing is moved. */
  public static Alignment asTheyLie(
      String from, String to, Geometry earlier, List<Tracked> lesions) {
    Point3 middle =
        earlier.toPatient(
            (earlier.columns() - 1) / 2.0,
            (earlier.rows() - 1) / 2.0,
            (earlier.slices() - 1) / 2.0);
    List<RegistrationRow> rows = new ArrayList<>();
    rows.add(asItLies(from, to, "body", middle));
    lesions.forEach(l -> rows.add(asItLies(from, to, l.name(), l.voi().centre())));
    return new Alignment(Optional.of(RigidTransform.identity(middle)), Map.of(), rows);
  }

  private static RegistrationRow asItLies(String from, String to, String voi, Point3 at) {
    return new RegistrationRow(
        from,
        to,
        voi,
        Optional.of(at),
        Optional.of(at),
        OptionalDouble.of(0),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.of(
            "without a CT in both scans nothing was registered: they share a frame of reference"
                + " (0020,0052) and are taken as they lie"),
        Optional.empty());
  }

  /** Returns the transform of a lesion, or the body's, or none where the registration failed. */
  public Optional<RigidTransform> of(String lesion) {
    RigidTransform own = lesions.get(lesion);
    return own == null ? body : Optional.of(own);
  }

  /** Returns whether it is known how the scans lie to each other. */
  public boolean registered() {
    return body.isPresent();
  }

  /** Returns where a point of the earlier scan lies in the later one, by the body's transform. */
  public Optional<Point3> toLater(Point3 point) {
    return body.map(t -> t.apply(point));
  }

  /** Returns where a point of the later scan lies in the earlier one, by the body's transform. */
  public Optional<Point3> toEarlier(Point3 point) {
    return body.map(t -> t.inverse(point));
  }

  /** Returns the rows of {@code registration.csv}. */
  public List<RegistrationRow> rows() {
    return rows;
  }
}
