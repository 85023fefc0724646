package org.ranklens.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.Interval;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.score.PublishedRate;
import org.ranklens.ihc.score.Wilson;
import org.ranklens.report.ItemPage.PageColumn;

/**
 * How many cases a protocol calls so.
 *
 * @param protocol its rule
 * @param population whose scores it was applied to
 * @param call positive or overexpressing
 * @param cases cases with a score of that population
 * @param called how many of them are called so
 * @param published the rate of a published cohort
 */
record CohortRate(
    MarkerProtocol protocol,
    Population population,
    PublishedRate.Call call,
    int cases,
    int called,
    Optional<PublishedRate> published) {

  static final List<PageColumn> COLUMNS =
      List.of(
          new PageColumn("Rule", "", false),
          new PageColumn("Cells", "", false),
          new PageColumn("Called", "", false),
          new PageColumn("This study", "cases, 95 % interval", true),
          new PageColumn("Published", "cases, 95 % interval", true),
          new PageColumn("Source", "", false));

  List<String> csv() {
    Row row =
        new Row()
            .text(protocol.marker())
            .text(protocol.name())
            .text(protocol.population().csvName())
            .text(population.csvName())
            .text(word());
    row.whole(cases);
    if (cases > 0) {
      row.whole(called);
      rate(row, called, cases);
    } else {
      row.blank(4);
    }
    if (published.isPresent()) {
      row.whole(published.get().of()).whole(published.get().cases());
      rate(row, published.get().cases(), published.get().of());
      row.text(published.get().source()).text(published.get().notes());
    } else {
      row.blank(7);
    }
    return row.text(cases > 0 ? "ok" : "skipped")
        .text(cases > 0 ? "" : "no case has a score that this rule can be applied to")
        .fields();
  }

  private static void rate(Row row, int called, int of) {
    Interval interval = Wilson.percent(called, of);
    row.number(100.0 * called / of, 2).number(interval.low(), 2).number(interval.high(), 2);
  }

  List<String> page() {
    return List.of(
        protocol.name(),
        IhcPage.words(population),
        word(),
        words(called, cases),
        published.map(rate -> words(rate.cases(), rate.of())).orElse(""),
        published.map(CohortRate::origin).orElse(""));
  }

  private static String origin(PublishedRate rate) {
    return rate.notes().isEmpty() ? rate.source() : rate.source() + "; " + rate.notes();
  }

  private String word() {
    return call.name().toLowerCase(Locale.ROOT);
  }

  private static String words(int called, int of) {
    Interval interval = Wilson.percent(called, of);
    return "%s of %s\n%s %% (%s to %s)"
        .formatted(
            called,
            of,
            Row.decimal(100.0 * called / of, 0),
            Row.decimal(interval.low(), 0),
            Row.decimal(interval.high(), 0));
  }
}
