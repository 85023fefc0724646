package org.ranklens.ihc.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.MarkerProtocol.Metric;
import org.ranklens.ihc.score.PublishedRate.Call;

class MarkerProtocolTest {

  private static MarkerProtocol protocol(Metric metric, double positive, double over, boolean at) {
    return new MarkerProtocol(
        "test",
        "rank",
        Population.MONONUCLEAR,
        metric,
        OptionalDouble.of(positive),
        OptionalDouble.of(over),
        at,
        "",
        "",
        "",
        "",
        List.of());
  }

  private static PopulationScore score(Population population, long negative, long positive) {
    ClassCounts counts = new ClassCounts(negative, positive, 0, 0);
    return PopulationScore.of(population, counts.total(), counts, ScoreSettings.defaults());
  }

  @ParameterizedTest
  @CsvSource({
    "true,39,negative",
    "true,40,positive",
    "true,79,positive",
    "true,80,overexpressed",
    "false,40,negative",
    "false,41,positive",
    "false,80,positive",
    "false,81,overexpressed"
  })
  void aScoreAtTheCutCountsWhereTheRuleSaysSo(boolean cutCounts, int percent, String call) {
    MarkerProtocol protocol = protocol(Metric.POSITIVE_PERCENT, 40, 80, cutCounts);
    assertThat(protocol.call(score(Population.MONONUCLEAR, 100 - percent, percent))).hasValue(call);
  }

  @Test
  void anotherPopulationOrAnEmptyOneIsNotCalled() {
    MarkerProtocol protocol = protocol(Metric.H_SCORE, 40, 80, true);
    assertThat(protocol.call(score(Population.ALL, 0, 10))).isEmpty();
    assertThat(protocol.call(score(Population.MONONUCLEAR, 0, 0))).isEmpty();
  }

  @Test
  void aControlSlideIsNotCalled() {
    MarkerProtocol control = protocol(Metric.H_SCORE, 40, 80, true).withoutCalls();
    assertThat(control.call(score(Population.MONONUCLEAR, 0, 10))).isEmpty();
    assertThat(control.population()).isEqualTo(Population.MONONUCLEAR);
  }

  @Test
  void anOverexpressingCaseIsPositiveToo() {
    MarkerProtocol protocol = protocol(Metric.H_SCORE, 40, 80, true);
    assertThat(protocol.calls(90, Call.POSITIVE)).isTrue();
    assertThat(protocol.calls(90, Call.OVEREXPRESSED)).isTrue();
    assertThat(protocol.calls(50, Call.OVEREXPRESSED)).isFalse();
    assertThat(protocol.calls(39, Call.POSITIVE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"POSITIVE_PERCENT,100", "H_SCORE,300", "ALLRED_TOTAL,8", "IRS_TOTAL,12"})
  void aCutBeyondTheScoresRangeIsRefused(Metric metric, double most) {
    assertThat(protocol(metric, most, most, true).marker()).isEqualTo("RANK");
    assertThatThrownBy(() -> protocol(metric, most, most + 1, true))
        .hasMessageStartingWith("overexpressedFrom must be 0 to");
    assertThatThrownBy(() -> protocol(metric, 3, 2, true))
        .hasMessage("overexpressedFrom must not be below positiveFrom");
  }
}
