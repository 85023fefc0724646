package org.ranklens.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ranklens.pet.dicom.SeriesChoice;
import org.ranklens.pet.suv.PatientOverrides;

/** One item of work: a slide, or all PET/CT time points of one case. */
public sealed interface Item {

  /** Returns the case's code. */
  String caseCode();

  /**
   * Returns where its results lie below the output folder, with {@code /} between the parts: {@code
   * items/CASE/TIMEPOINT-ihc-MARKER-SLIDE} or {@code items/CASE/petct}.
   */
  String folder();

  /**
   * A slide.
   *
   * @param folder see {@link Item#folder()}
   * @param row its row of the manifest
   */
  record Ihc(String folder, ManifestRow row) implements Item {
    @Override
    public String caseCode() {
      return row.caseCode();
    }

    /** Returns the slide's name in the tables: its file name. */
    public String slideName() {
      return row.path().getFileName().toString();
    }
  }

  /**
   * All PET/CT time points of one case.
   *
   * @param folder see {@link Item#folder()}
   * @param rows its rows, ordered by date
   */
  record PetCt(String folder, List<ManifestRow> rows) implements Item {
    public PetCt {
      rows = List.copyOf(rows);
    }

    @Override
    public String caseCode() {
      return rows.get(0).caseCode();
    }
  }

  /** Returns a slide alone: a study of one row, whose case is named after the file. */
  static Item slide(Path file, String marker, Optional<Path> roi) {
    String name = file.getFileName() == null ? "slide" : file.getFileName().toString();
    String caseCode = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    return new Ihc("", row(1, caseCode, "baseline", ManifestRow.Kind.IHC, marker, file, roi));
  }

  /** Returns the scans of one patient alone, in the order of time. */
  static Item scans(List<Path> folders) {
    List<ManifestRow> rows = new ArrayList<>();
    for (Path folder : folders) {
      int number = rows.size() + 1;
      String timepoint =
          switch (number) {
            case 1 -> "baseline";
            case 2 -> "followup";
            default -> "followup-" + (number - 1);
          };
      rows.add(
          row(number, "case", timepoint, ManifestRow.Kind.PETCT, "", folder, Optional.empty()));
    }
    return new PetCt("", rows);
  }

  private static ManifestRow row(
      int line,
      String caseCode,
      String timepoint,
      ManifestRow.Kind kind,
      String marker,
      Path path,
      Optional<Path> roi) {
    return new ManifestRow(
        line,
        caseCode,
        timepoint,
        Optional.empty(),
        kind,
        marker,
        path,
        roi,
        ManifestRow.Role.SAMPLE,
        "",
        OptionalDouble.empty(),
        PatientOverrides.none(),
        OptionalInt.empty(),
        SeriesChoice.byRule());
  }

  /** Returns the inputs' paths, in the order of the rows. */
  default List<Path> inputs() {
    if (this instanceof Ihc ihc) {
      return List.of(ihc.row().path());
    }
    return ((PetCt) this).rows().stream().map(ManifestRow::path).toList();
  }
}
