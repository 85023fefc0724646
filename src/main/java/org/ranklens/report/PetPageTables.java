package org.ranklens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ranklens.pet.PetResult;
import org.ranklens.pet.TimePoint;
import org.ranklens.pet.lesion.DensityMeasures;
import org.ranklens.pet.lesion.LesionMeasurement;
import org.ranklens.pet.lesion.UptakeMeasures;
import org.ranklens.pet.response.Verdict;
import org.ranklens.report.ItemPage.PageColumn;
import org.ranklens.report.ItemPage.PageTable;

/** What was measured, as tables of a page: the numbers that are read first, rounded to be read. */
final class PetPageTables {

  private PetPageTables() {}

  static PageTable response(PetResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (Verdict v : result.verdicts()) {
      rows.add(
          List.of(
              v.criterion().csvName(),
              v.from() + " to " + v.to(),
              v.category().map(Enum::name).orElse(""),
              v.comparability(),
              metric(v),
              PageCells.number(v.baselineValue(), 2),
              PageCells.number(v.followupValue(), 2),
              PageCells.signed(v.changePercent(), 0),
              Integer.toString(v.newLesions()),
              v.rule()));
    }
    String note =
        "CMR complete, PMR partial metabolic response, SMD stable, PMD progressive metabolic"
            + " disease. A category is given also where the scans are not comparable; the"
            + " column beside it says what fails.";
    return new PageTable(
        "Response",
        note,
        List.of(
            PageCells.text("Criterion"),
            PageCells.text("Scans"),
            PageCells.text("Category"),
            PageCells.text("Comparability"),
            PageCells.text("Metric"),
            new PageColumn("First", "g/ml", true),
            new PageColumn("Second", "g/ml", true),
            new PageColumn("Change", "%", true),
            new PageColumn("New", "lesions", true),
            PageCells.text("Rule that fired")),
        rows);
  }

  private static String metric(Verdict verdict) {
    return switch (verdict.metric()) {
      case "sul_peak" -> "SULpeak";
      case "suvbw_peak" -> "SUVpeak";
      case "suvbw_max_sum" -> "sum of SUVmax";
      case "suvbsa_max_sum" -> "sum of SUVmax by body surface";
      default -> verdict.metric();
    };
  }

  static PageTable lesions(PetResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (TimePoint scan : result.timepoints()) {
      for (LesionMeasurement lesion : scan.lesions()) {
        rows.add(lesion(scan, lesion));
      }
    }
    String note =
        "Empty uptake: nothing takes up any more. Site max and density are measured in the first"
            + " scan's region carried over. All columns are in lesions.csv.";
    return new PageTable(
        "Lesions",
        note,
        List.of(
            PageCells.text("Lesion"),
            PageCells.text("Scan"),
            new PageColumn("SUVmax", "g/ml", true),
            new PageColumn("SUVmean", "g/ml", true),
            new PageColumn("SUVpeak", "g/ml", true),
            new PageColumn("SULpeak", "g/ml", true),
            new PageColumn("MTV", "ml", true),
            new PageColumn("TLG", "g", true),
            new PageColumn("Site max", "g/ml", true),
            new PageColumn("Mean", "HU", true),
            new PageColumn("Median", "HU", true),
            new PageColumn("Over 200 HU", "ml", true),
            new PageColumn("Position L, P, H", "mm", true)),
        rows);
  }

  private static List<String> lesion(TimePoint scan, LesionMeasurement lesion) {
    Optional<UptakeMeasures> uptake = lesion.uptake();
    Optional<DensityMeasures> density = lesion.density();
    return List.of(
        lesion.lesion() + (lesion.isNew() ? " (new)" : ""),
        scan.name(),
        uptake.map(u -> Row.decimal(u.suvBwMax(), 2)).orElse(""),
        uptake.map(u -> Row.decimal(u.suvBwMean(), 2)).orElse(""),
        uptake.map(u -> Row.decimal(u.suvBwPeakGlobal(), 2)).orElse(""),
        uptake.map(u -> PageCells.number(u.sulPeak(), 2)).orElse(""),
        uptake.map(u -> Row.decimal(u.mtvMl(), 1)).orElse(""),
        uptake.map(u -> Row.decimal(u.tlgG(), 1)).orElse(""),
        PageCells.number(lesion.siteSuvBwMax(), 2),
        density.map(d -> Row.decimal(d.huMean(), 0)).orElse(""),
        density.map(d -> Row.decimal(d.huMedian(), 0)).orElse(""),
        density.map(d -> Row.decimal(d.over200().ml(), 2)).orElse(""),
        lesion.position().map(PageCells::place).orElse(""));
  }
}
