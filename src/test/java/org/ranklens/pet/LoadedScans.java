package org.ranklens.pet;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ranklens.pet.dicom.SeriesChoice;
import org.ranklens.pet.lesion.Scan;
import org.ranklens.pet.mask.MaskTarget;
import org.ranklens.pet.suv.PatientOverrides;
import org.ranklens.pet.suv.ScanConditions;
import org.ranklens.pet.suv.SuvReport;

/** Scans as if they had been read from files. */
final class LoadedScans {

  private LoadedScans() {}

  /**
   * Returns a scan after four cycles.
   *
   * @param frameOfReference empty where it isn't known
   */
  static ScanLoader.Loaded of(String name, Scan scan, String frameOfReference) {
    PetInput input =
        new PetInput(
            name,
            Path.of(name),
            Optional.empty(),
            PatientOverrides.none(),
            OptionalInt.of(4),
            SeriesChoice.byRule());
    ScanConditions conditions =
        new ScanConditions(
            Optional.empty(),
            "",
            "maker",
            "model",
            "OSEM",
            "FDG",
            OptionalDouble.of(3.7e8),
            OptionalDouble.of(78.5),
            OptionalDouble.of(60));
    SuvReport report =
        new SuvReport(
            "0",
            "maker",
            "BQML",
            "START",
            "",
            1,
            1,
            Optional.empty(),
            "",
            OptionalDouble.of(60),
            OptionalDouble.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            conditions);
    return new ScanLoader.Loaded(
        input, "none", scan, report, MaskTarget.of(scan.suv().geometry(), frameOfReference));
  }
}
