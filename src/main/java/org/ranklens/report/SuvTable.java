package org.ranklens.report;

import java.io.IOException;
import java.nio.file.Path;
import org.ranklens.pet.suv.SuvReport;

/** Writes {@code suv.csv} of one series. */
public final class SuvTable {

  private SuvTable() {}

  /** Writes the row of a series. */
  public static void write(Path folder, SuvReport report) throws IOException {
    try (CsvTable suv = CsvTable.create(folder.resolve("suv.csv"), Columns.SUV)) {
      suv.row(SuvRow.of("", "", report).fields());
    }
  }

  /** Writes the row of a series that gives no SUV. */
  public static void writeFailure(Path folder, String status, String reason) throws IOException {
    try (CsvTable suv = CsvTable.create(folder.resolve("suv.csv"), Columns.SUV)) {
      suv.row(SuvRow.failure("", "", status, reason).fields());
    }
  }
}
