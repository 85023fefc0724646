package org.ranklens.pet.response;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row of {@code response.csv}, but for its case.
 *
 * @param from the earlier time point
 * @param to the later time point
 * @param criterion whose rules
 * @param metric what was compared, such as {@code sul_peak}
 * @param baselineValue its value at {@code from}, g/ml
 * @param followupValue its value at {@code to}, g/ml
 * @param changePercent from the one to the other
 * @param newLesions lesions at {@code to} that were not there at {@code from}
 * @param category the response; empty where the rules can't tell
 * @param incomparable the conditions of a comparison that fail, in words; empty for comparable
 * @param rule the rule that fired, with its numbers
 * @param huChangeMean mean HU over all sites at {@code to} less that at {@code from}
 * @param huChangeMedian the same of the medians
 * @param calcifiedChangeMl change of the volume over 200 HU over all sites, ml
 * @param calcification what the medians' change is called
 * @param warnings what the user must know, in words
 * @param failure why there is no category, in words
 */
public record Verdict(
    String from,
    String to,
    Criterion criterion,
    String metric,
    OptionalDouble baselineValue,
    OptionalDouble followupValue,
    OptionalDouble changePercent,
    int newLesions,
    Optional<Category> category,
    List<String> incomparable,
    String rule,
    OptionalDouble huChangeMean,
    OptionalDouble huChangeMedian,
    OptionalDouble calcifiedChangeMl,
    Optional<Calcification> calcification,
    List<String> warnings,
    Optional<String> failure) {

  public Verdict {
    incomparable = List.copyOf(incomparable);
    warnings = List.copyOf(warnings);
  }

  /** Returns {@code comparable}, or the conditions that fail, parted by semicolons. */
  public String comparability() {
    return incomparable.isEmpty() ? "comparable" : String.join("; ", incomparable);
  }

  /** Returns {@code ok}, {@code warning} or {@code failed}. */
  public String status() {
    if (failure.isPresent()) {
      return "failed";
    }
    return warnings.isEmpty() ? "ok" : "warning";
  }

  /** Returns failure and warnings in one line, empty where there are none. */
  public String reason() {
    return Stream.concat(failure.stream(), warnings.stream()).collect(Collectors.joining("; "));
  }
}
