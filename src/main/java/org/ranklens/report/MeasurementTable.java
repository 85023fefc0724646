package org.ranklens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ranklens.ihc.IhcResult;
import org.ranklens.ihc.score.PopulationScore;
import org.ranklens.ihc.score.ZoneCounts;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.stain.StainVector;
import org.ranklens.ihc.stain.WhitePoint;
import org.ranklens.report.ItemPage.PageColumn;
import org.ranklens.report.ItemPage.PageTable;

/**
 * The page's table of how a slide was measured: what it was, what was found once, what compares.
 */
final class MeasurementTable {

  private MeasurementTable() {}

  static PageTable of(IhcResult result, Slide slide) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Slide", slide.name() + ", read by " + slide.reader()));
    rows.add(List.of("Pixel size", Row.decimal(result.pixelSizeMicrons(), 4) + " µm"));
    rows.add(List.of("Tissue", Row.decimal(result.tissueAreaMm2(), 3) + " mm²"));
    rows.add(List.of("White point", white(result.stains().white())));
    if (!result.light().isEven()) {
      String falloff = Row.decimal(result.light().falloffPercent(), 1);
      rows.add(List.of("Light", "falls off by up to " + falloff + " %, taken out"));
    }
    rows.add(List.of("Haematoxylin", vector(result.stains().stains().hematoxylin())));
    double gain = result.stains().hematoxylinGain();
    if (gain > 1) {
      rows.add(
          List.of(
              "Counterstain",
              "pale: its nuclei are sought at " + Row.decimal(gain, 2) + " times its density"));
    }
    rows.add(List.of("DAB", vector(result.stains().stains().dab())));
    rows.add(List.of("Stain vectors", result.stains().source().words()));
    rows.add(
        List.of(
            "Pink",
            "taken off DAB: "
                + Row.decimal(result.stains().dabPerPink(), 2)
                + " times what lies beside both stains (osteoid, red cells, eosin)"));
    distribution(result).ifPresent(text -> rows.add(List.of("Evenness", text)));
    ZoneCounts zones = result.regions().get(0).dabZones();
    if (zones.total() > 0) {
      rows.add(List.of("For comparison", zones(zones)));
    }
    if (!result.protocol().name().isEmpty()) {
      String source = result.protocol().source();
      rows.add(
          List.of("Protocol", result.protocol().name() + (source.isEmpty() ? "" : "; " + source)));
    }
    return new PageTable(
        "How it was measured",
        "",
        List.of(new PageColumn("What", "", false), new PageColumn("Value", "", false)),
        rows);
  }

  private static Optional<String> distribution(IhcResult result) {
    PopulationScore main = IhcPage.main(result.regions().get(0), result.protocol().population());
    int micrometres = main.intervals().blockMicrons().orElse(0);
    return main.stainingIndex()
        .map(
            index ->
                "mean class of %s in squares of %s µm: median %s, quartiles %s and %s (%s squares)"
                    .formatted(
                        IhcPage.words(main.population()),
                        micrometres,
                        Row.decimal(index.median(), 2),
                        Row.decimal(index.lowerQuartile(), 2),
                        Row.decimal(index.upperQuartile(), 2),
                        index.squares()));
  }

  private static String zones(ZoneCounts zones) {
    return "four zones of IHC Profiler, pixels not cells: %s, score %s (high positive %s, positive %s, low positive %s, negative %s %%)"
        .formatted(
            zones.category().orElse("undefined, in a gap of its cuts"),
            Row.decimal(zones.score(), 2),
            Row.decimal(zones.percent(0), 1),
            Row.decimal(zones.percent(1), 1),
            Row.decimal(zones.percent(2), 1),
            Row.decimal(zones.percent(3), 1));
  }

  private static String white(WhitePoint white) {
    return "R %s, G %s, B %s"
        .formatted(
            Row.decimal(white.red(), 1),
            Row.decimal(white.green(), 1),
            Row.decimal(white.blue(), 1));
  }

  private static String vector(StainVector vector) {
    return "%s, %s, %s"
        .formatted(
            Row.decimal(vector.red(), 3),
            Row.decimal(vector.green(), 3),
            Row.decimal(vector.blue(), 3));
  }
}
