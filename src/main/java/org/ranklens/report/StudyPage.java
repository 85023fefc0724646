package org.ranklens.report;

import java.util.List;
import org.ranklens.report.ItemPage.PageTable;

/**
 * What the page of a run says that no item alone can: controls and cohort.
 *
 * @param tables of the whole study
 * @param slides what to add to each item, in the order of the items
 */
public record StudyPage(List<PageTable> tables, List<SlideNotes> slides) {

  public StudyPage {
    tables = List.copyOf(tables);
    slides = List.copyOf(slides);
  }

  /** Returns nothing to add. */
  static StudyPage none(int items) {
    return new StudyPage(
        List.of(), java.util.Collections.nCopies(items, new SlideNotes(List.of(), List.of())));
  }

  /**
   * What the controls say of one slide.
   *
   * @param warnings to be read first
   * @param findings sentences behind its own
   */
  public record SlideNotes(List<String> warnings, List<String> findings) {
    public SlideNotes {
      warnings = List.copyOf(warnings);
      findings = List.copyOf(findings);
    }

    ItemPage added(ItemPage page) {
      if (warnings.isEmpty() && findings.isEmpty()) {
        return page;
      }
      return page.with(warnings, findings);
    }
  }
}
