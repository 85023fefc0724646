package org.ranklens.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ranklens.ihc.IhcResult;
import org.ranklens.ihc.RegionScore;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.PopulationScore;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.report.ItemPage.ClassBar;
import org.ranklens.report.ItemPage.PageFigure;

/**
 * What the page says about a slide.
 *
 * @param label the slide's names
 * @param date ISO date of the biopsy, empty where not known
 */
record IhcPage(SlideLabel label, String date) {

  /** Its kind in {@code item.json}: controls are no cases. */
  static final String CONTROL = "ihc-control";

  ItemPage of(IhcResult result, Slide slide, List<PageFigure> figures) {
    RegionScore whole = result.regions().get(0);
    PopulationScore main = main(whole, result.protocol().population());
    List<ClassBar> bars =
        whole.populations().stream().filter(p -> p.counts().total() > 0).map(IhcPage::bar).toList();
    return new ItemPage(
        kind(),
        label.caseCode(),
        title(),
        result.stains().scorable() ? headline(main) : label.marker() + ": not scored",
        result.warnings().isEmpty() ? "ok" : "warning",
        String.join("; ", result.warnings()),
        result.warnings(),
        List.of(finding(result, main)),
        List.of(event()),
        bars,
        tables(result, slide),
        figures);
  }

  private static List<ItemPage.PageTable> tables(IhcResult result, Slide slide) {
    ItemPage.PageTable measured = MeasurementTable.of(result, slide);
    return result.stains().scorable()
        ? List.of(ScorePageTable.of(result), GiantCellTable.of(result), measured)
        : List.of(measured);
  }

  ItemPage without(String status, String reason) {
    return new ItemPage(
        kind(),
        label.caseCode(),
        title(),
        label.marker() + ": " + status,
        status,
        reason,
        List.of(),
        List.of(),
        List.of(event()),
        List.of(),
        List.of(),
        List.of());
  }

  private String kind() {
    return label.role().equals("sample") ? "ihc" : CONTROL;
  }

  private String title() {
    return Stream.of(label.marker(), label.timepoint(), control())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String control() {
    return label.role().equals("sample") ? "" : label.role().replace('_', ' ');
  }

  private ItemPage.Event event() {
    return new ItemPage.Event(date, label.timepoint(), label.marker() + " slide " + label.slide());
  }

  static PopulationScore main(RegionScore region, Population population) {
    return region.populations().stream()
        .filter(p -> p.population() == population)
        .findFirst()
        .orElse(region.populations().get(0));
  }

  private String headline(PopulationScore main) {
    if (main.hScore().isEmpty()) {
      return label.marker() + ": no " + words(main.population());
    }
    return "%s %s %% of %s, H %s"
        .formatted(
            label.marker(),
            Row.decimal(main.positivePercent().getAsDouble(), 0),
            words(main.population()),
            Row.decimal(main.hScore().getAsDouble(), 0));
  }

  private String finding(IhcResult result, PopulationScore main) {
    if (!result.stains().scorable()) {
      return label.marker() + " was not scored: this is not a slide of haematoxylin and DAB.";
    }
    String who = words(main.population());
    if (main.hScore().isEmpty()) {
      return "%s: no %s with measurable cytoplasm on the slide, so no score."
          .formatted(label.marker(), who);
    }
    String score =
        "%s in the cytoplasm of %s: %s %%%s of %s positive, H-score %s%s, Allred %s, IRS %s (%s)."
            .formatted(
                label.marker(),
                who,
                Row.decimal(main.positivePercent().getAsDouble(), 1),
                IntervalFields.words(main.intervals().positivePercent(), 1),
                main.counts().total(),
                Row.decimal(main.hScore().getAsDouble(), 0),
                IntervalFields.words(main.intervals().hScore(), 0),
                main.allredTotal().orElseThrow(),
                main.irsTotal().orElseThrow(),
                main.irsCategory().orElseThrow());
    return score
        + others(result, main)
        + unmeasured(result)
        + result
            .protocol()
            .call(main)
            .map(call -> " Called " + call + " by " + result.protocol().name() + ".")
            .orElse("");
  }

  private static String others(IhcResult result, PopulationScore main) {
    StringBuilder text = new StringBuilder();
    for (PopulationScore other : result.regions().get(0).populations()) {
      if (other.population() != main.population() && other.hScore().isPresent()) {
        String who = words(other.population());
        text.append(" ").append(Character.toUpperCase(who.charAt(0))).append(who.substring(1));
        text.append(": ").append(Row.decimal(other.positivePercent().getAsDouble(), 1));
        text.append(" % of ").append(other.counts().total());
        text.append(", H-score ").append(Row.decimal(other.hScore().getAsDouble(), 0)).append('.');
      }
    }
    return text.toString();
  }

  /** Cells that are in no score are told, so that nobody wonders where they went. */
  private static String unmeasured(IhcResult result) {
    for (PopulationScore score : result.regions().get(0).populations()) {
      long without = score.cells() - score.counts().total();
      if (score.population() == Population.ALL && without > 0) {
        return " %s of %s cells have no measurable cytoplasm and are in no score."
            .formatted(without, score.cells());
      }
    }
    return "";
  }

  static String words(Population population) {
    return switch (population) {
      case ALL -> "all cells";
      case MULTINUCLEATED -> "multinucleated giant cells";
      case MONONUCLEAR -> "mononuclear cells";
      case OSTEOID_NEAR -> "mononuclear cells near osteoid";
    };
  }

  private static ClassBar bar(PopulationScore score) {
    return new ClassBar(
        words(score.population()),
        score.counts().negative(),
        score.counts().weak(),
        score.counts().moderate(),
        score.counts().strong());
  }
}
