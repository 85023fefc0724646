package org.ranklens.report;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;
import org.ranklens.pet.suv.ScanConditions;
import org.ranklens.pet.suv.SuvReport;
import org.ranklens.pet.suv.SuvStatistics;

/** A row of {@code suv.csv}. */
final class SuvRow {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
  private static final int SUV_DECIMALS = 4;

  private SuvRow() {}

  static Row of(String caseCode, String timepoint, SuvReport report) {
    Row row =
        new Row()
            .text(caseCode)
            .text(timepoint)
            .text(report.seriesUidHash())
            .text(report.manufacturer())
            .text(report.units())
            .text(report.decayCorrection())
            .text(report.suvType())
            .significant(report.factorMin())
            .significant(report.factorMax())
            .text(report.referenceTime().map(TIME::format).orElse(""))
            .text(report.referenceTimeRule())
            .number(report.uptakeMinutes(), 2)
            .number(report.candidateSpreadPercent(), 2);
    if (report.values().isPresent()) {
      SuvStatistics values = report.values().orElseThrow();
      row.number(values.min(), SUV_DECIMALS)
          .number(values.median(), SUV_DECIMALS)
          .number(values.max(), SUV_DECIMALS)
          .whole(values.maskVoxels());
    } else {
      row.blank(4);
    }
    row.text(report.status()).text(report.reason());
    ScanConditions conditions = report.conditions();
    OptionalDouble megabecquerels =
        conditions.administeredBq().isPresent()
            ? OptionalDouble.of(conditions.administeredBq().getAsDouble() / 1e6)
            : OptionalDouble.empty();
    return row.text(conditions.radiopharmaceutical())
        .number(megabecquerels, 3)
        .number(conditions.weightKg(), 2)
        .text(String.join("; ", report.notes()));
  }

  static Row failure(String caseCode, String timepoint, String status, String reason) {
    return new Row().text(caseCode).text(timepoint).blank(15).text(status).text(reason).blank(4);
  }
}
