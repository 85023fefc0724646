package org.ranklens.pet.lesion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Returns the transform of a lesion, or the body's, or none where the registration failed. */
  public Optional<RigidTransform> of(String lesion) {
    RigidTransform own = lesions.get(lesion);
    return own == null ? body : Optional.of(own);
  }

  /** Returns where a point of the earlier scan lies in the later one, by the body's transform. */
  public Optional<Point3> toLater(Point3 point) {
    return body.map(t -> t.apply(point));
  }

  /** Returns the rows of {@code registration.csv}. */
  public List<RegistrationRow> rows() {
    return rows;
  }
}
