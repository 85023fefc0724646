package org.ranklens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.ranklens.pet.PetResult;
import org.ranklens.pet.TimePoint;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.lesion.DensityMeasures;
import org.ranklens.pet.lesion.LesionMeasurement;
import org.ranklens.pet.lesion.Physiological;
import org.ranklens.pet.lesion.ReferenceRegion;
import org.ranklens.pet.lesion.RegistrationRow;
import org.ranklens.pet.lesion.UptakeMeasures;
import org.ranklens.pet.response.Verdict;
import org.ranklens.pet.suv.SuvReport;
import org.ranklens.report.ItemPage.PageColumn;
import org.ranklens.report.ItemPage.PageTable;

/** The tables of a page about scans: the numbers that are read first, rounded to be read. */
final class PetPageTables {

  /** A hyphen at which no line is broken. */
  private static final char NO_BREAK = '\u2011';

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
              number(v.baselineValue(), 2),
              number(v.followupValue(), 2),
              signed(v.changePercent(), 0),
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
            text("Criterion"),
            text("Scans"),
            text("Category"),
            text("Comparability"),
            text("Metric"),
            new PageColumn("First", "g/ml", true),
            new PageColumn("Second", "g/ml", true),
            new PageColumn("Change", "%", true),
            new PageColumn("New", "lesions", true),
            text("Rule that fired")),
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
            text("Lesion"),
            text("Scan"),
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
        uptake.map(u -> number(u.sulPeak(), 2)).orElse(""),
        uptake.map(u -> Row.decimal(u.mtvMl(), 1)).orElse(""),
        uptake.map(u -> Row.decimal(u.tlgG(), 1)).orElse(""),
        number(lesion.siteSuvBwMax(), 2),
        density.map(d -> Row.decimal(d.huMean(), 0)).orElse(""),
        density.map(d -> Row.decimal(d.huMedian(), 0)).orElse(""),
        density.map(d -> Row.decimal(d.over200().ml(), 2)).orElse(""),
        lesion.position().map(PetPageTables::place).orElse(""));
  }

  static PageTable scans(PetResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (TimePoint scan : result.timepoints()) {
      SuvReport suv = scan.suvReport();
      rows.add(
          List.of(
              scan.name(),
              scan.date().map(d -> d.toString().replace('-', NO_BREAK)).orElse(""),
              (suv.conditions().manufacturer() + " " + suv.conditions().model()).strip(),
              number(suv.uptakeMinutes(), 0),
              suv.referenceTimeRule(),
              number(suv.candidateSpreadPercent(), 2),
              references(scan),
              scan.thresholdRule(),
              scan.reader()));
    }
    return new PageTable(
        "Scans",
        "",
        List.of(
            text("Scan"),
            text("Date"),
            text("Scanner"),
            new PageColumn("Uptake", "min", true),
            text("Reference time by"),
            new PageColumn("Spread of candidates", "%", true),
            text("Reference regions, SUVbw"),
            text("Threshold of lesions"),
            text("Reader")),
        rows);
  }

  static PageTable physiological(PetResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (TimePoint scan : result.timepoints()) {
      for (Physiological region : scan.physiological()) {
        rows.add(
            List.of(
                scan.name(),
                region.organ().name().toLowerCase(Locale.ROOT),
                Row.decimal(region.suvBwMax(), 2),
                Row.decimal(region.ml(), 1),
                place(region.centre()),
                region.rule()));
      }
    }
    String note =
        "The file given by --names keeps a region that the rules got wrong, or drops one.";
    return new PageTable(
        "Uptake kept out as physiological",
        note,
        List.of(
            text("Scan"),
            text("Taken for"),
            new PageColumn("SUVmax", "g/ml", true),
            new PageColumn("Volume", "ml", true),
            new PageColumn("Position L, P, H", "mm", true),
            text("Rule")),
        rows);
  }

  private static String references(TimePoint scan) {
    return scan.references().isEmpty()
        ? "not found"
        : scan.references().stream()
            .map(PetPageTables::reference)
            .collect(Collectors.joining("; "));
  }

  private static String reference(ReferenceRegion region) {
    return "%s %s, SD %s"
        .formatted(
            region.tissue().name().toLowerCase(Locale.ROOT),
            Row.decimal(region.suvBwMean(), 2),
            Row.decimal(region.suvBwSd(), 2));
  }

  static PageTable registration(PetResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (RegistrationRow row : result.registrations()) {
      rows.add(
          List.of(
              row.from() + " to " + row.to(),
              row.voi(),
              row.fromPosition().map(PetPageTables::place).orElse(""),
              row.toPosition().map(PetPageTables::place).orElse(""),
              number(row.rotationDeg(), 1),
              number(row.correlation(), 3),
              number(row.residualMm(), 2),
              row.status()));
    }
    return new PageTable(
        "Where the sites lie in both scans",
        "",
        List.of(
            text("Scans"),
            text("Site"),
            new PageColumn("First, L P H", "mm", true),
            new PageColumn("Second, L P H", "mm", true),
            new PageColumn("Rotation", "degrees", true),
            new PageColumn("Correlation", "", true),
            new PageColumn("Residual", "mm", true),
            text("Status")),
        rows);
  }

  private static PageColumn text(String name) {
    return new PageColumn(name, "", false);
  }

  private static String place(Point3 point) {
    return "%s, %s, %s"
        .formatted(
            Row.decimal(point.xMm(), 0), Row.decimal(point.yMm(), 0), Row.decimal(point.zMm(), 0));
  }

  private static String number(OptionalDouble value, int decimals) {
    return value.isPresent() ? Row.decimal(value.getAsDouble(), decimals) : "";
  }

  private static String signed(OptionalDouble value, int decimals) {
    String text = number(value, decimals);
    return value.isPresent() && value.getAsDouble() > 0 ? "+" + text : text;
  }
}
