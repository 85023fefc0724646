package org.ranklens.ihc.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ranklens.ihc.cell.Population;

/**
 * The control slides of one marker and batch: what a score of that batch has to be read against.
 *
 * @param slides in the order of the manifest; may be empty
 */
public record BatchControls(List<ControlSlide> slides) {

  public BatchControls {
    slides = List.copyOf(slides);
  }

  /** Returns what the negative control stains; of several the one that stains most. */
  public Optional<ControlSlide.Rate> negative(Population population) {
    return rates(true, population)
        .max(Comparator.comparingDouble(ControlSlide.Rate::positivePercent));
  }

  /** Returns what the positive control stains; of several the one that stains least. */
  public Optional<ControlSlide.Rate> positive(Population population) {
    return rates(false, population)
        .min(Comparator.comparingDouble(ControlSlide.Rate::positivePercent));
  }

  private java.util.stream.Stream<ControlSlide.Rate> rates(
      boolean negative, Population population) {
    return slides.stream()
        .filter(slide -> slide.negative() == negative)
        .flatMap(slide -> slide.rate(population).stream());
  }

  /** Returns the slides' names, empty where there are none. */
  public String names(boolean negative) {
    return slides.stream()
        .filter(slide -> slide.negative() == negative)
        .map(ControlSlide::name)
        .collect(Collectors.joining("; "));
  }

  /** Returns what must be read before the scores of the batch, in words. */
  public List<String> alarms(ControlSettings settings) {
    List<String> alarms = new ArrayList<>();
    for (ControlSlide slide : slides) {
      String name = (slide.negative() ? "negative control " : "positive control ") + slide.name();
      if (!slide.trouble().isEmpty()) {
        alarms.add(name + " gave no result: " + slide.trouble());
      } else if (slide.negative()) {
        background(slide, name, settings).ifPresent(alarms::add);
      } else {
        unstained(slide, name, settings).ifPresent(alarms::add);
      }
    }
    return alarms;
  }

  private static Optional<String> background(
      ControlSlide slide, String name, ControlSettings settings) {
    String over =
        slide.telling(settings).entrySet().stream()
            .filter(rate -> rate.getValue().positivePercent() > settings.negativeWarningPercent())
            .map(BatchControls::words)
            .collect(Collectors.joining(", "));
    return over.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s stains: %s positive, more than the %s %% that are let pass; scores of its batch may be background"
                .formatted(name, over, shortest(settings.negativeWarningPercent())));
  }

  /** A positive control fails where no population of it stains: only one may carry the marker. */
  private static Optional<String> unstained(
      ControlSlide slide, String name, ControlSettings settings) {
    Map<Population, ControlSlide.Rate> telling = slide.telling(settings);
    Optional<Map.Entry<Population, ControlSlide.Rate>> most =
        telling.entrySet().stream()
            .max(Comparator.comparingDouble(rate -> rate.getValue().positivePercent()));
    if (most.isEmpty()) {
      return Optional.of(name + " has too few scored cells to tell whether it stains");
    }
    return most.filter(
            rate -> rate.getValue().positivePercent() < settings.positiveWarningPercent())
        .map(
            rate ->
                "%s fails to stain: %s positive, fewer than the %s %% that are asked for; negative scores of its batch may be failures of the stain"
                    .formatted(name, words(rate), shortest(settings.positiveWarningPercent())));
  }

  private static String words(Map.Entry<Population, ControlSlide.Rate> rate) {
    return String.format(
        Locale.ROOT,
        "%.1f %% of %d %scells",
        rate.getValue().positivePercent(),
        rate.getValue().cells(),
        rate.getKey() == Population.ALL ? "" : rate.getKey().csvName() + " ");
  }

  private static String shortest(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
