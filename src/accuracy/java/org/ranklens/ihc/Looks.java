package org.ranklens.ihc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.ranklens.Execution;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.score.PopulationScore;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.ihc.slide.Slides;
import org.ranklens.phantom.ihc.LookChange;

/**
 * Tells how far the H-score of a field shifts when nothing but its look changes: brightness, JPEG
 * quality, hue of the stains, paler counterstain, pixel size. Arguments: slides.
 */
public final class Looks {

  private static final Map<String, LookChange> CHANGES = new LinkedHashMap<>();

  static {
    CHANGES.put("as it is, saved again", new LookChange(1, 0, 0, 1, 95, 1));
    CHANGES.put("darker by 10 %", new LookChange(1, 0, 0, 0.9, 95, 1));
    CHANGES.put("brighter by 10 %", new LookChange(1, 0, 0, 1.1, 95, 1));
    CHANGES.put("JPEG 80", new LookChange(1, 0, 0, 1, 80, 1));
    CHANGES.put("JPEG 60", new LookChange(1, 0, 0, 1, 60, 1));
    CHANGES.put("JPEG 40", new LookChange(1, 0, 0, 1, 40, 1));
    CHANGES.put("stains turned by 5 degrees", new LookChange(1, 0, 5, 1, 95, 1));
    CHANGES.put("stains turned by -5 degrees", new LookChange(1, 0, -5, 1, 95, 1));
    CHANGES.put("60 % of the haematoxylin", new LookChange(0.6, 1, 0, 0, 1, 95, 1));
    CHANGES.put("40 % of the haematoxylin", new LookChange(0.4, 1, 0, 0, 1, 95, 1));
    CHANGES.put("25 % of the haematoxylin", new LookChange(0.25, 1, 0, 0, 1, 95, 1));
  }

  private Looks() {}

  public static void main(String[] args) throws IOException {
    System.out.println("| field | look | H-score | shift | cells | giant cells |");
    System.out.println("|---|---|---|---|---|---|");
    for (String file : args) {
      try (Slide slide = Slides.open(Path.of(file), SlideOptions.defaults())) {
        looks(Path.of(file).toAbsolutePath().getParent().getFileName().toString(), slide);
      }
    }
  }

  private static void looks(String name, Slide slide) throws IOException {
    IhcResult first = run(slide);
    double before = tell(name, "as it is", first, OptionalDouble.empty());
    double micron = first.pixelSizeMicrons();
    Repainter repainter = new Repainter(slide, micron, first.stains());
    for (Map.Entry<String, LookChange> change : CHANGES.entrySet()) {
      IhcResult result = run(repainter.in(change.getValue()));
      tell(name, change.getKey(), result, OptionalDouble.of(before));
    }
    if (micron < 0.4) {
      IhcResult half = run(repainter.binned(2));
      tell(name, "half as many pixels across", half, OptionalDouble.of(before));
    }
  }

  private static IhcResult run(Slide slide) throws IOException {
    return IhcAnalysis.run(
        slide,
        List.of(),
        IhcSettings.defaults(),
        MarkerProtocol.none("RANK"),
        Execution.single(),
        cell -> {});
  }

  private static double tell(String name, String look, IhcResult result, OptionalDouble before) {
    Map<Population, PopulationScore> scores = new LinkedHashMap<>();
    result.regions().get(0).populations().forEach(s -> scores.put(s.population(), s));
    double score = scores.get(Population.ALL).hScore().orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.1f | %s | %d | %d |%n",
        name,
        look,
        score,
        before.isPresent() ? String.format(Locale.ROOT, "%+.1f", score - before.getAsDouble()) : "",
        scores.get(Population.ALL).cells(),
        scores.get(Population.MULTINUCLEATED).cells());
    return score;
  }
}
