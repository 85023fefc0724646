package org.ranklens.study;

import java.nio.file.Path;
import java.util.List;

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

  /** Returns the inputs' paths, in the order of the rows. */
  default List<Path> inputs() {
    if (this instanceof Ihc ihc) {
      return List.of(ihc.row().path());
    }
    return ((PetCt) this).rows().stream().map(ManifestRow::path).toList();
  }
}
