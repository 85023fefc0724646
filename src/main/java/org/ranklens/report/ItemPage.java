package org.ranklens.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a page says about one item, ready to be shown: {@code item.json}. A run's page is made of
 * these alone.
 *
 * @param kind {@code ihc}, {@code ihc-control} or {@code petct}
 * @param caseCode the case's code, empty for an item alone
 * @param title of the item's section
 * @param headline the result in a few words, for the list of cases
 * @param status ok, warning, failed or refused
 * @param reason in words for all but ok
 * @param warnings what must be read first, in words
 * @param findings the result in a few sentences
 * @param events what happened when, for the case's time line
 * @param bars class distributions, for slides
 * @param tables the numbers
 * @param figures the pictures
 */
public record ItemPage(
    String kind,
    String caseCode,
    String title,
    String headline,
    String status,
    String reason,
    List<String> warnings,
    List<String> findings,
    List<Event> events,
    List<ClassBar> bars,
    List<PageTable> tables,
    List<PageFigure> figures) {

  /** Its file's name. */
  static final String NAME = "item.json";

  public ItemPage {
    warnings = List.copyOf(warnings);
    findings = List.copyOf(findings);
    events = List.copyOf(events);
    bars = List.copyOf(bars);
    tables = List.copyOf(tables);
    figures = List.copyOf(figures);
  }

  /** Returns this page with more to be read first, and more sentences behind its own. */
  ItemPage with(List<String> moreWarnings, List<String> moreFindings) {
    return new ItemPage(
        kind,
        caseCode,
        title,
        headline,
        status,
        reason,
        Stream.concat(warnings.stream(), moreWarnings.stream()).toList(),
        Stream.concat(findings.stream(), moreFindings.stream()).toList(),
        events,
        bars,
        tables,
        figures);
  }

  /**
   * Something on the time line.
   *
   * @param date ISO date, empty where not known
   * @param timepoint the time point's name, may be empty
   * @param what in a few words
   */
  public record Event(String date, String timepoint, String what) {}

  /**
   * How a population's cells share out over the classes.
   *
   * @param population its name as read by people
   * @param negative cells of class 0
   * @param weak cells of class 1+
   * @param moderate cells of class 2+
   * @param strong cells of class 3+
   */
  public record ClassBar(String population, long negative, long weak, long moderate, long strong) {}

  /**
   * A table of the page.
   *
   * @param title its caption
   * @param note what a reader must know of it, may be empty
   * @param columns heads
   * @param rows texts, as many a row as there are columns
   */
  public record PageTable(
      String title, String note, List<PageColumn> columns, List<List<String>> rows) {
    public PageTable {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A column's head.
   *
   * @param name as read by people
   * @param unit may be empty
   * @param number whether it holds numbers, which stand to the right
   */
  public record PageColumn(String name, String unit, boolean number) {}

  /**
   * A picture of the page.
   *
   * @param file below the item's folder, with {@code /} between the parts
   * @param title its heading
   * @param caption what is to be seen
   * @param alternative the same for those who can't see it
   * @param place where it stands
   */
  public record PageFigure(
      String file, String title, String caption, String alternative, Place place) {

    /** Returns whether it is among the plates that open a case. */
    boolean plate() {
      return place != Place.SECTION;
    }
  }

  /** Where a picture stands. */
  public enum Place {
    /** Beside another one, among the plates that open a case. */
    PLATE_HALF,
    /** Among the plates that open a case, as wide as the page. */
    PLATE,
    /** In the item's section. */
    SECTION
  }
}
