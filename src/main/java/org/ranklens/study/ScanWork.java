package org.ranklens.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ranklens.pet.PetAnalysis;
import org.ranklens.pet.PetInput;
import org.ranklens.pet.PetResult;
import org.ranklens.report.PetTables;
import org.ranklens.report.ScanReport;

/** Measures the scans of one case and writes its files. */
final class ScanWork {

  private ScanWork() {}

  /** Returns which reader served each scan. */
  static List<String> run(Item.PetCt item, Path folder, Workplace workplace) throws IOException {
    List<PetInput> inputs = new ArrayList<>();
    for (ManifestRow row : item.rows()) {
      inputs.add(
          new PetInput(
              row.timepoint(),
              row.path(),
              row.date(),
              row.overrides(),
              row.cycles(),
              row.series()));
    }
    PetResult result =
        PetAnalysis.run(
            inputs,
            workplace.lesionMask(),
            workplace.corrections(),
            workplace.settings().pet(),
            workplace.dicomReader(),
            workplace.plugins(),
            workplace.execution());
    PetTables.write(folder, item.caseCode(), result);
    ScanReport.write(folder, item.caseCode(), result, workplace.execution());
    workplace.onlooker().scans(result);
    return result.timepoints().stream().map(scan -> scan.name() + ": " + scan.reader()).toList();
  }

  static void writeFailure(Item.PetCt item, Path folder, Outcome outcome) throws IOException {
    List<String> timepoints = item.rows().stream().map(ManifestRow::timepoint).toList();
    PetTables.writeFailure(folder, item.caseCode(), timepoints, outcome.status(), outcome.reason());
    List<ScanReport.Scan> scans =
        item.rows().stream().map(r -> new ScanReport.Scan(r.timepoint(), r.date())).toList();
    ScanReport.writeFailure(folder, item.caseCode(), scans, outcome.status(), outcome.reason());
  }
}
