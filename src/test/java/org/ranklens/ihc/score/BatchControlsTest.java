package org.ranklens.ihc.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.ControlSlide.Rate;

class BatchControlsTest {

  private static final ControlSettings SETTINGS = ControlSettings.defaults();

  private static ControlSlide slide(String name, boolean negative, long cells, double percent) {
    return new ControlSlide(
        name, negative, Map.of(Population.MONONUCLEAR, new Rate(cells, percent, percent)), "");
  }

  private static List<String> alarms(ControlSlide... slides) {
    return new BatchControls(List.of(slides)).alarms(SETTINGS);
  }

  @ParameterizedTest
  @CsvSource({"20,5.0,false", "20,5.1,true", "19,90,false"})
  void aNegativeControlIsAnAlarmAboveTheSettableRate(long cells, double percent, boolean alarm) {
    assertThat(!alarms(slide("n.tif", true, cells, percent)).isEmpty()).isEqualTo(alarm);
  }

  @Test
  void theAlarmTellsSlidePopulationAndRate() {
    assertThat(alarms(slide("n.tif", true, 412, 7.25)))
        .containsExactly(
            "negative control n.tif stains: 7.3 % of 412 mononuclear cells positive, more than the"
                + " 5 % that are let pass; scores of its batch may be background");
  }

  @ParameterizedTest
  @CsvSource({"20,10.0,false", "20,9.9,true", "19,90,true"})
  void aPositiveControlThatFailsToStainIsAnAlarm(long cells, double percent, boolean alarm) {
    assertThat(!alarms(slide("p.tif", false, cells, percent)).isEmpty()).isEqualTo(alarm);
  }

  @Test
  void aPositiveControlNeedsToStainInOnePopulationOnly() {
    ControlSlide slide =
        new ControlSlide(
            "p.tif",
            false,
            Map.of(
                Population.MONONUCLEAR, new Rate(900, 1, 1),
                Population.MULTINUCLEATED, new Rate(40, 95, 250)),
            "");
    assertThat(alarms(slide)).isEmpty();
  }

  @Test
  void aControlWithoutAResultIsAnAlarm() {
    assertThat(alarms(new ControlSlide("n.tif", true, Map.of(), "refused, no tissue was found")))
        .containsExactly("negative control n.tif gave no result: refused, no tissue was found");
  }

  @Test
  void ofSeveralControlsTheWorstCounts() {
    BatchControls controls =
        new BatchControls(
            List.of(
                slide("n1", true, 99, 1),
                slide("n2", true, 99, 3),
                slide("p1", false, 99, 80),
                slide("p2", false, 99, 60)));
    assertThat(controls.negative(Population.MONONUCLEAR).orElseThrow().positivePercent())
        .isEqualTo(3);
    assertThat(controls.positive(Population.MONONUCLEAR).orElseThrow().positivePercent())
        .isEqualTo(60);
    assertThat(controls.names(true)).isEqualTo("n1; n2");
    assertThat(controls.negative(Population.MULTINUCLEATED)).isEmpty();
  }

  @Test
  void impossibleRatesAreNamed() {
    assertThatThrownBy(() -> new ControlSettings(101, 10, 20))
        .hasMessage("negativeWarningPercent must be 0 to 100, not 101.0");
    assertThatThrownBy(() -> new ControlSettings(5, -1, 20))
        .hasMessage("positiveWarningPercent must be 0 to 100, not -1.0");
    assertThatThrownBy(() -> new ControlSettings(5, 10, 0))
        .hasMessage("leastCells must be at least 1, not 0");
  }

  /** R 4.2.2, prop.test(x, n, correct = FALSE)$conf.int. */
  @ParameterizedTest
  @CsvSource({
    "63,91,59.130503,77.773189",
    "8,91,4.5220208,16.3986389",
    "30,40,59.806039,85.812881",
    "15,40,24.222979,52.967561",
    "8,43,9.7417514,32.6170037",
    "0,10,0,27.75328",
    "10,10,72.24672,100"
  })
  void wilsonIntervalsAreThoseOfR(int called, int of, double low, double high) {
    Interval interval = Wilson.percent(called, of);
    assertThat(interval.low()).isCloseTo(low, org.assertj.core.api.Assertions.within(1e-5));
    assertThat(interval.high()).isCloseTo(high, org.assertj.core.api.Assertions.within(1e-5));
  }
}
