package org.ranklens.pet.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether scans were done with FDG, for which both criteria were made. */
final class FdgCheck {

  private FdgCheck() {}

  /** Returns a warning where a header names another tracer. */
  static List<String> warnings(ScanFindings from, ScanFindings to, Criterion criterion) {
    List<String> warnings = new ArrayList<>();
    for (ScanFindings scan : List.of(from, to)) {
      String tracer = scan.conditions().radiopharmaceutical();
      if (!tracer.isEmpty() && !isFdg(tracer)) {
        warnings.add(
            "%s was made for FDG; the header of %s names the tracer %s"
                .formatted(criterion.csvName(), scan.timepoint(), tracer));
      }
    }
    return warnings;
  }

  /** Fluorodeoxyglucose has many spellings: FDG, [18F]-FDG, 2-fluoro-2-deoxy-D-glucose... */
  static boolean isFdg(String tracer) {
    String letters = tracer.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return letters.contains("fdg")
        || letters.matches(".*(deoxy|desoxy).*(gluc|gluk).*")
        || letters.matches(".*fluoro.*(gluc|gluk)os.*");
  }
}
