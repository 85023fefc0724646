package org.ranklens.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ranklens.pet.PetResult;
import org.ranklens.pet.TimePoint;
import org.ranklens.pet.lesion.LesionMeasurement;
import org.ranklens.pet.lesion.RegistrationRow;
import org.ranklens.pet.response.Verdict;
import org.ranklens.report.ItemPage.Event;
import org.ranklens.report.ItemPage.PageFigure;
import org.ranklens.report.ItemPage.PageTable;

/** What the page says about the scans of a case. */
final class PetPage {

  private static final String TITLE = "PET/CT";

  private PetPage() {}

  static ItemPage of(String caseCode, PetResult result, List<PageFigure> figures) {
    List<String> warnings = warnings(result);
    List<PageTable> tables = new ArrayList<>();
    if (!result.verdicts().isEmpty()) {
      tables.add(PetPageTables.response(result));
    }
    tables.add(PetPageTables.lesions(result));
    tables.add(ScanPageTables.scans(result));
    if (result.timepoints().stream().anyMatch(t -> !t.physiological().isEmpty())) {
      tables.add(ScanPageTables.physiological(result));
    }
    if (!result.registrations().isEmpty()) {
      tables.add(ScanPageTables.registration(result));
    }
    return new ItemPage(
        "petct",
        caseCode,
        TITLE,
        headline(result),
        warnings.isEmpty() ? "ok" : "warning",
        String.join("; ", warnings),
        warnings,
        findings(result),
        result.timepoints().stream().map(t -> event(t.date(), t.name())).toList(),
        List.of(),
        tables,
        figures);
  }

  static ItemPage without(String caseCode, List<Event> events, String status, String reason) {
    return new ItemPage(
        "petct",
        caseCode,
        TITLE,
        TITLE + ": " + status,
        status,
        reason,
        List.of(),
        List.of(),
        events,
        List.of(),
        List.of(),
        List.of());
  }

  static Event event(Optional<LocalDate> date, String timepoint) {
    return new Event(date.map(LocalDate::toString).orElse(""), timepoint, TITLE);
  }

  private static String headline(PetResult result) {
    if (result.verdicts().isEmpty()) {
      int lesions = result.timepoints().get(0).lesions().size();
      return lesions + (lesions == 1 ? " lesion" : " lesions");
    }
    return result.verdicts().stream()
        .map(v -> v.criterion().csvName() + ": " + category(v))
        .collect(Collectors.joining(", "));
  }

  private static String category(Verdict verdict) {
    return verdict.category().map(Enum::name).orElse("no category");
  }

  /** What limits a comparison stands first, whatever its verdict. */
  private static List<String> warnings(PetResult result) {
    List<String> warnings = new ArrayList<>();
    comparisons(result).forEach((what, criteria) -> add(warnings, criteria + what));
    result.warnings().forEach(w -> add(warnings, w));
    for (TimePoint scan : result.timepoints()) {
      scan.suvReport().warnings().forEach(w -> add(warnings, scan.name() + ": " + w));
      scan.warnings().forEach(w -> add(warnings, scan.name() + ": " + w));
      lesions(scan)
          .forEach(
              (what, names) ->
                  add(
                      warnings,
                      (names.size() == 1 ? "lesion " : "lesions ")
                          + String.join(", ", names)
                          + ", "
                          + scan.name()
                          + ": "
                          + what));
    }
    for (RegistrationRow row : result.registrations()) {
      String where = "Registration of " + row.voi() + ", " + row.from() + " to " + row.to() + ": ";
      row.failure().ifPresent(w -> add(warnings, where + w));
      row.warnings().forEach(w -> add(warnings, where + w));
    }
    return warnings;
  }

  /**
   * What is to be said of a comparison, with the criteria that it is said by: both say much alike.
   */
  private static Map<String, String> comparisons(PetResult result) {
    Map<String, String> criteria = new LinkedHashMap<>();
    for (Verdict v : result.verdicts()) {
      String scans = ", " + v.from() + " to " + v.to() + ": ";
      Stream<String> limits = v.incomparable().stream().map(w -> " (not comparable)" + scans + w);
      Stream<String> others =
          Stream.concat(v.warnings().stream(), v.failure().stream()).map(w -> scans + w);
      Stream.concat(limits, others)
          .forEach(w -> criteria.merge(w, v.criterion().csvName(), (x, y) -> x + " and " + y));
    }
    return criteria;
  }

  /** What is to be said of lesions, with those that it is said of. */
  private static Map<String, List<String>> lesions(TimePoint scan) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (LesionMeasurement row : scan.lesions()) {
      Stream.concat(row.failure().stream(), row.warnings().stream())
          .forEach(w -> names.computeIfAbsent(w, what -> new ArrayList<>()).add(row.lesion()));
    }
    return names;
  }

  private static void add(List<String> warnings, String warning) {
    if (!warnings.contains(warning)) {
      warnings.add(warning);
    }
  }

  /** Whether scans can be compared stands before what the comparison gives. */
  private static List<String> findings(PetResult result) {
    List<String> findings = new ArrayList<>();
    result.verdicts().stream()
        .map(
            v ->
                "Comparability of %s and %s (PERCIST): %s."
                    .formatted(v.from(), v.to(), v.comparability()))
        .distinct()
        .forEach(findings::add);
    for (TimePoint scan : result.timepoints()) {
      findings.add(scan(scan));
    }
    for (Verdict verdict : result.verdicts()) {
      findings.add(
          "%s, %s to %s: %s (%s)."
              .formatted(
                  verdict.criterion().csvName(),
                  verdict.from(),
                  verdict.to(),
                  category(verdict),
                  verdict.category().isPresent()
                      ? verdict.rule()
                      : verdict.failure().orElse("see above")));
    }
    result.verdicts().stream().flatMap(v -> density(v).stream()).distinct().forEach(findings::add);
    return findings;
  }

  private static String scan(TimePoint scan) {
    List<LesionMeasurement> active =
        scan.lesions().stream().filter(l -> l.uptake().isPresent()).toList();
    String head = "PET/CT " + scan.name() + ": ";
    if (active.isEmpty()) {
      return head + "no lesion takes up tracer.";
    }
    OptionalDouble hottest =
        active.stream().mapToDouble(l -> l.uptake().orElseThrow().suvBwMax()).max();
    double volume = active.stream().mapToDouble(l -> l.uptake().orElseThrow().mtvMl()).sum();
    return head
        + "%s %s, hottest SUVmax %s, %s ml in all."
            .formatted(
                active.size(),
                active.size() == 1 ? "lesion" : "lesions",
                Row.decimal(hottest.orElseThrow(), 1),
                Row.decimal(volume, 1));
  }

  private static Optional<String> density(Verdict verdict) {
    if (verdict.calcification().isEmpty() || verdict.huChangeMedian().isEmpty()) {
      return Optional.empty();
    }
    double change = verdict.huChangeMedian().getAsDouble();
    return Optional.of(
        "Calcification of the lesions' sites, %s to %s: %s, median %s%s HU."
            .formatted(
                verdict.from(),
                verdict.to(),
                verdict.calcification().get().csvName(),
                change > 0 ? "+" : "",
                Row.decimal(change, 0)));
  }
}
