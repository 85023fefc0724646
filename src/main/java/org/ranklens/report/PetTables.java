package org.ranklens.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.pet.PetResult;
import org.ranklens.pet.TimePoint;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.lesion.DensityMeasures;
import org.ranklens.pet.lesion.LesionMeasurement;
import org.ranklens.pet.lesion.RegistrationRow;
import org.ranklens.pet.lesion.UptakeMeasures;
import org.ranklens.pet.response.Criterion;
import org.ranklens.pet.response.Verdict;

/** Writes the tables of a case's PET/CT scans. */
public final class PetTables {

  private static final int MM_DECIMALS = 2;
  private static final int ML_DECIMALS = 3;
  private static final int SUV_DECIMALS = 4;
  private static final int HU_DECIMALS = 1;
  private static final int PERCENT_DECIMALS = 2;

  private PetTables() {}

  /**
   * Writes {@code suv.csv}, {@code lesions.csv}, {@code response.csv}, {@code registration.csv}.
   */
  public static void write(Path folder, String caseCode, PetResult result) throws IOException {
    try (CsvTable suv = CsvTable.create(folder.resolve("suv.csv"), Columns.SUV);
        CsvTable lesions = CsvTable.create(folder.resolve("lesions.csv"), Columns.LESIONS)) {
      for (TimePoint scan : result.timepoints()) {
        suv.row(SuvRow.of(caseCode, scan.name(), scan.suvReport()).fields());
        for (LesionMeasurement lesion : scan.lesions()) {
          lesions.row(lesion(caseCode, scan.name(), scan.date(), lesion).fields());
        }
      }
    }
    try (CsvTable response = CsvTable.create(folder.resolve("response.csv"), Columns.RESPONSE)) {
      for (Verdict verdict : result.verdicts()) {
        response.row(verdict(caseCode, verdict).fields());
      }
    }
    try (CsvTable table =
        CsvTable.create(folder.resolve("registration.csv"), Columns.REGISTRATION)) {
      for (RegistrationRow row : result.registrations()) {
        table.row(registration(caseCode, row).fields());
      }
    }
  }

  /**
   * Writes the tables of a case that failed or was refused: a row per scan, and per pair and
   * criterion, so that no table of a study is silent about it.
   */
  public static void writeFailure(
      Path folder, String caseCode, List<String> timepoints, String status, String reason)
      throws IOException {
    try (CsvTable suv = CsvTable.create(folder.resolve("suv.csv"), Columns.SUV)) {
      for (String timepoint : timepoints) {
        suv.row(SuvRow.failure(caseCode, timepoint, status, reason).fields());
      }
    }
    try (CsvTable lesions = CsvTable.create(folder.resolve("lesions.csv"), Columns.LESIONS)) {
      for (String timepoint : timepoints) {
        Row row = new Row().text(caseCode).text(timepoint);
        failure(row, Columns.LESIONS, status, reason);
        lesions.row(row.fields());
      }
    }
    try (CsvTable response = CsvTable.create(folder.resolve("response.csv"), Columns.RESPONSE)) {
      for (String later : timepoints.subList(Math.min(1, timepoints.size()), timepoints.size())) {
        for (Criterion criterion : Criterion.values()) {
          Row row = new Row().text(caseCode).text(timepoints.get(0)).text(later);
          failure(row.text(criterion.csvName()), Columns.RESPONSE, status, reason);
          response.row(row.fields());
        }
      }
    }
    CsvTable.create(folder.resolve("registration.csv"), Columns.REGISTRATION).close();
  }

  /** Fills a row up, with status and reason in their columns. */
  private static void failure(Row row, List<String> columns, String status, String reason) {
    row.blank(columns.indexOf("status") - row.fields().size()).text(status).text(reason);
    row.blank(columns.size() - row.fields().size());
  }

  private static Row lesion(
      String caseCode, String timepoint, Optional<LocalDate> date, LesionMeasurement lesion) {
    Row row =
        new Row()
            .text(caseCode)
            .text(timepoint)
            .text(date.map(LocalDate::toString).orElse(""))
            .text(lesion.lesion());
    place(row, lesion.position());
    uptake(row, lesion.uptake());
    row.number(lesion.siteSuvBwMax(), SUV_DECIMALS);
    density(row, lesion.density());
    row.text(lesion.status()).text(lesion.reason());
    return more(row.text(lesion.isNew() ? "yes" : "no"), lesion);
  }

  private static void place(Row row, Optional<Point3> place) {
    if (place.isEmpty()) {
      row.blank(3);
      return;
    }
    Point3 point = place.orElseThrow();
    row.number(point.xMm(), MM_DECIMALS)
        .number(point.yMm(), MM_DECIMALS)
        .number(point.zMm(), MM_DECIMALS);
  }

  private static void uptake(Row row, Optional<UptakeMeasures> measured) {
    if (measured.isEmpty()) {
      row.blank(8);
      return;
    }
    UptakeMeasures uptake = measured.orElseThrow();
    row.whole(uptake.voxels())
        .number(uptake.mtvMl(), ML_DECIMALS)
        .number(uptake.suvBwMax(), SUV_DECIMALS)
        .number(uptake.suvBwMean(), SUV_DECIMALS)
        .number(uptake.suvBwPeakLocal(), SUV_DECIMALS)
        .number(uptake.suvBwPeakGlobal(), SUV_DECIMALS)
        .number(uptake.sulPeak(), SUV_DECIMALS)
        .number(uptake.tlgG(), ML_DECIMALS);
  }

  private static void density(Row row, Optional<DensityMeasures> measured) {
    if (measured.isEmpty()) {
      row.blank(5);
      return;
    }
    DensityMeasures density = measured.orElseThrow();
    row.number(density.huMean(), HU_DECIMALS)
        .number(density.huMedian(), HU_DECIMALS)
        .number(density.huP90(), HU_DECIMALS)
        .number(density.over200().ml(), ML_DECIMALS)
        .number(density.over200().fraction(), SUV_DECIMALS);
  }

  private static Row more(Row row, LesionMeasurement lesion) {
    if (lesion.uptake().isPresent()) {
      UptakeMeasures uptake = lesion.uptake().orElseThrow();
      row.number(uptake.longestMm(), MM_DECIMALS).number(uptake.suvBsaMax(), SUV_DECIMALS);
    } else {
      row.blank(2);
    }
    if (lesion.density().isEmpty()) {
      return row.blank(7);
    }
    DensityMeasures density = lesion.density().orElseThrow();
    return row.number(density.huP10(), HU_DECIMALS)
        .number(density.huMax(), HU_DECIMALS)
        .number(density.over130().ml(), ML_DECIMALS)
        .number(density.over130().fraction(), SUV_DECIMALS)
        .number(density.over300().ml(), ML_DECIMALS)
        .number(density.over300().fraction(), SUV_DECIMALS)
        .number(density.metalMl(), ML_DECIMALS);
  }

  private static Row verdict(String caseCode, Verdict verdict) {
    return new Row()
        .text(caseCode)
        .text(verdict.from())
        .text(verdict.to())
        .text(verdict.criterion().csvName())
        .text(verdict.metric())
        .number(verdict.baselineValue(), SUV_DECIMALS)
        .number(verdict.followupValue(), SUV_DECIMALS)
        .number(verdict.changePercent(), PERCENT_DECIMALS)
        .whole(verdict.newLesions())
        .text(verdict.category().map(Enum::name).orElse(""))
        .text(verdict.comparability())
        .text(verdict.rule())
        .number(verdict.huChangeMean(), HU_DECIMALS)
        .number(verdict.huChangeMedian(), HU_DECIMALS)
        .number(verdict.calcifiedChangeMl(), ML_DECIMALS)
        .text(verdict.calcification().map(c -> c.csvName()).orElse(""))
        .text(verdict.status())
        .text(verdict.reason());
  }

  private static Row registration(String caseCode, RegistrationRow registration) {
    Row row =
        new Row()
            .text(caseCode)
            .text(registration.from())
            .text(registration.to())
            .text(registration.voi());
    place(row, registration.fromPosition());
    place(row, registration.toPosition());
    OptionalDouble correlation = registration.correlation();
    return row.number(registration.rotationDeg(), 3)
        .number(correlation, SUV_DECIMALS)
        .number(registration.residualMm(), ML_DECIMALS)
        .text(registration.status())
        .text(registration.reason());
  }
}
