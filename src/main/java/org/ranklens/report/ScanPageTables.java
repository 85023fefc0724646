package org.ranklens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ranklens.pet.PetResult;
import org.ranklens.pet.TimePoint;
import org.ranklens.pet.lesion.Physiological;
import org.ranklens.pet.lesion.ReferenceRegion;
import org.ranklens.pet.lesion.RegistrationRow;
import org.ranklens.pet.suv.SuvReport;
import org.ranklens.report.ItemPage.PageColumn;
import org.ranklens.report.ItemPage.PageTable;

/** On what grounds scans were measured, as tables of a page: scans, organs, registration. */
final class ScanPageTables {

  /** A hyphen at which no line is broken. */
  private static final char NO_BREAK = '\u2011';

  private ScanPageTables() {}

  static PageTable scans(PetResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (TimePoint scan : result.timepoints()) {
      SuvReport suv = scan.suvReport();
      rows.add(
          List.of(
              scan.name(),
              scan.date().map(d -> d.toString().replace('-', NO_BREAK)).orElse(""),
              (suv.conditions().manufacturer() + " " + suv.conditions().model()).strip(),
              PageCells.number(suv.uptakeMinutes(), 0),
              suv.referenceTimeRule(),
              PageCells.number(suv.candidateSpreadPercent(), 2),
              references(scan),
              scan.thresholdRule(),
              scan.reader()));
    }
    return new PageTable(
        "Scans",
        "",
        List.of(
            PageCells.text("Scan"),
            PageCells.text("Date"),
            PageCells.text("Scanner"),
            new PageColumn("Uptake", "min", true),
            PageCells.text("Reference time by"),
            new PageColumn("SUVs by other rules", "% apart", true),
            PageCells.text("Reference regions, SUVbw"),
            PageCells.text("Threshold of lesions"),
            PageCells.text("Reader")),
        rows);
  }

  private static String references(TimePoint scan) {
    return scan.references().isEmpty()
        ? "not found"
        : scan.references().stream()
            .map(ScanPageTables::reference)
            .collect(Collectors.joining("; "));
  }

  private static String reference(ReferenceRegion region) {
    return "%s %s, SD %s"
        .formatted(
            region.tissue().name().toLowerCase(Locale.ROOT),
            Row.decimal(region.suvBwMean(), 2),
            Row.decimal(region.suvBwSd(), 2));
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
                PageCells.place(region.centre()),
                region.rule()));
      }
    }
    String note =
        "The file given by --names keeps a region that the rules got wrong, or drops one.";
    return new PageTable(
        "Uptake kept out as physiological",
        note,
        List.of(
            PageCells.text("Scan"),
            PageCells.text("Taken for"),
            new PageColumn("SUVmax", "g/ml", true),
            new PageColumn("Volume", "ml", true),
            new PageColumn("Position L, P, H", "mm", true),
            PageCells.text("Rule")),
        rows);
  }

  static PageTable registration(PetResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (RegistrationRow row : result.registrations()) {
      rows.add(
          List.of(
              row.from() + " to " + row.to(),
              row.voi(),
              row.fromPosition().map(PageCells::place).orElse(""),
              row.toPosition().map(PageCells::place).orElse(""),
              PageCells.number(row.rotationDeg(), 1),
              PageCells.number(row.correlation(), 3),
              PageCells.number(row.residualMm(), 2),
              row.status()));
    }
    return new PageTable(
        "Where the sites lie in both scans",
        "",
        List.of(
            PageCells.text("Scans"),
            PageCells.text("Site"),
            new PageColumn("First, L, P, H", "mm", true),
            new PageColumn("Second, L, P, H", "mm", true),
            new PageColumn("Rotation", "degrees", true),
            new PageColumn("Correlation", "", true),
            new PageColumn("Residual", "mm", true),
            PageCells.text("Status")),
        rows);
  }
}
