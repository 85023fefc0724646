package org.ranklens.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ranklens.Version;
import org.ranklens.report.ItemPage.ClassBar;
import org.ranklens.report.ItemPage.Event;
import org.ranklens.report.ItemPage.PageFigure;
import org.ranklens.report.ItemPage.PageTable;
import org.ranklens.report.ItemPage.Place;

/**
 * What the template sees.
 *
 * @param version of Ranklens
 * @param title of the page
 * @param cohort whether there are several cases
 * @param cases in the manifest's order
 * @param tables of the whole study
 */
public record PageModel(
    String version, String title, boolean cohort, List<CaseModel> cases, List<PageTable> tables) {

  static PageModel of(List<CaseModel> cases, List<PageTable> tables) {
    long patients = cases.stream().filter(one -> !one.controls()).count();
    String title =
        cases.size() == 1
            ? cases.get(0).title()
            : "Study of " + patients + (patients == 1 ? " case" : " cases");
    return new PageModel(Version.current(), title, cases.size() > 1, cases, tables);
  }

  /**
   * One case.
   *
   * @param title as a heading
   * @param anchor its place in the page
   * @param notices what must be read first
   * @param findings its results in sentences
   * @param events its time line, by date
   * @param items slides and scans
   */
  public record CaseModel(
      String title,
      String anchor,
      List<Notice> notices,
      List<String> findings,
      List<Event> events,
      List<ItemModel> items) {

    static CaseModel of(String code, int number, List<ItemModel> items) {
      List<Notice> notices = new ArrayList<>();
      List<String> findings = new ArrayList<>();
      List<Event> events = new ArrayList<>();
      for (ItemModel item : items) {
        item.page().warnings().forEach(w -> notices.add(new Notice(item.page().title(), w)));
        if (!List.of("ok", "warning").contains(item.page().status())) {
          String what = item.page().status() + ": " + item.page().reason();
          notices.add(new Notice(item.page().title(), what));
        }
        findings.addAll(item.page().findings());
        events.addAll(item.page().events());
      }
      // Undated ones last, since nobody knows where they belong.
      events.sort(Comparator.comparing((Event e) -> e.date().isEmpty() ? "9" : e.date()));
      String lower = code.toLowerCase(Locale.ROOT);
      boolean named = lower.startsWith("case") || lower.startsWith("control");
      String kind = controls(items) ? "Control " : "Case ";
      String title = code.isEmpty() ? items.get(0).page().title() : named ? code : kind + code;
      return new CaseModel(title, "case-" + number, notices, findings, events, items);
    }

    /** Returns whether there are control slides only, which are no patient's. */
    public boolean controls() {
      return controls(items);
    }

    private static boolean controls(List<ItemModel> items) {
      return items.stream().allMatch(i -> i.page().kind().equals(IhcPage.CONTROL));
    }

    /** Returns whether a time line tells anything. */
    public boolean dated() {
      return events.stream().anyMatch(event -> !event.date().isEmpty());
    }

    /** Returns the pictures that open the case. */
    public List<FigureModel> plates() {
      return items.stream()
          .flatMap(i -> i.figures().stream())
          .filter(f -> f.figure().plate())
          .toList();
    }

    /** Returns the case in a few words. */
    public String headline() {
      return items.stream().map(i -> i.page().headline()).collect(Collectors.joining(" · "));
    }
  }

  /**
   * Something to be read first.
   *
   * @param where which item
   * @param text in words
   */
  public record Notice(String where, String text) {}

  /**
   * One item.
   *
   * @param page what it says
   * @param figures its pictures
   * @param bars class distributions in percent
   * @param provenance version, settings and inputs
   */
  public record ItemModel(
      ItemPage page, List<FigureModel> figures, List<BarModel> bars, Origin provenance) {

    /** Returns the pictures of the item's own section. */
    public List<FigureModel> details() {
      return figures.stream().filter(figure -> !figure.figure().plate()).toList();
    }

    static ItemModel of(ItemPage page, Path folder, String relative, Pictures pictures)
        throws IOException {
      List<FigureModel> figures = new ArrayList<>();
      for (PageFigure figure : page.figures()) {
        String link = relative.isEmpty() ? figure.file() : relative + "/" + figure.file();
        figures.add(new FigureModel(figure, pictures.uri(folder.resolve(figure.file())), link));
      }
      List<BarModel> bars = page.bars().stream().map(BarModel::of).toList();
      return new ItemModel(page, figures, bars, Origin.read(folder));
    }
  }

  /**
   * A picture.
   *
   * @param figure its texts
   * @param uri its bytes, empty where the page has no room for them
   * @param link where its file lies
   */
  public record FigureModel(PageFigure figure, String uri, String link) {

    /** Returns whether it stands beside another one. */
    public boolean half() {
      return figure.place() == Place.PLATE_HALF;
    }
  }

  /**
   * A class distribution.
   *
   * @param population whose
   * @param cells scored cells
   * @param shares of 0, 1+, 2+ and 3+
   */
  public record BarModel(String population, long cells, List<Share> shares) {
    static BarModel of(ClassBar bar) {
      long cells = bar.negative() + bar.weak() + bar.moderate() + bar.strong();
      return new BarModel(
          bar.population(),
          cells,
          List.of(
              Share.of("0", bar.negative(), cells),
              Share.of("1+", bar.weak(), cells),
              Share.of("2+", bar.moderate(), cells),
              Share.of("3+", bar.strong(), cells)));
    }
  }

  /**
   * A part of a distribution.
   *
   * @param name the class
   * @param style its class in the style sheet
   * @param percent as the style sheet writes it
   * @param label shown inside where it fits
   */
  public record Share(String name, String style, String percent, String label) {
    /** A narrower part has no room for its label in a small window. */
    private static final double LEAST_LABELLED_PERCENT = 14;

    static Share of(String name, long part, long all) {
      double percent = 100.0 * part / all;
      String text = Row.decimal(percent, 1);
      return new Share(
          name,
          "c" + name.charAt(0),
          text,
          percent < LEAST_LABELLED_PERCENT ? "" : name + ": " + Math.round(percent) + " %");
    }
  }
}
