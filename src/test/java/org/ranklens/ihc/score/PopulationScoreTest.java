package org.ranklens.ihc.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranklens.ihc.cell.Population;

/** Expected values are hand calculations by the rules in the Javadoc of each score. */
class PopulationScoreTest {

  private static PopulationScore score(long negative, long weak, long moderate, long strong) {
    ClassCounts counts = new ClassCounts(negative, weak, moderate, strong);
    return PopulationScore.of(Population.ALL, counts.total(), counts, ScoreSettings.defaults());
  }

  @Test
  void hScoreWeighsThePercentagesByTheirClass() {
    PopulationScore score = score(40, 30, 20, 10);
    assertThat(score.positivePercent()).hasValue(60.0);
    assertThat(score.hScore().orElseThrow()).isCloseTo(30 + 2 * 20 + 3 * 10, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "1000,0,0",
    "1000,1,1",
    "1000,9,1",
    "99,1,2",
    "100,1,2",
    "101,1,1",
    "1000,10,2",
    "1000,100,2",
    "1000,101,3",
    "999,333,3",
    "999,334,4",
    "999,666,4",
    "999,667,5",
    "10,10,5"
  })
  void allredProportionIsCutAtAHundredthATenthAThirdAndTwoThirds(
      long cells, long positive, int proportion) {
    assertThat(score(cells - positive, positive, 0, 0).allredProportion()).hasValue(proportion);
  }

  @ParameterizedTest
  @CsvSource({"3,0,0,1", "1,2,0,1", "0,3,0,2", "1,1,1,2", "0,2,1,2", "0,1,2,3", "0,0,3,3"})
  void allredIntensityIsTheMeanClassCutAtFiveAndSevenThirds(
      long weak, long moderate, long strong, int intensity) {
    assertThat(score(5, weak, moderate, strong).allredIntensity()).hasValue(intensity);
  }

  @ParameterizedTest
  @CsvSource({
    "1000,0,0",
    "1000,99,1",
    "1000,100,2",
    "1000,500,2",
    "1000,501,3",
    "1000,800,3",
    "1000,801,4"
  })
  void irsPercentageIsCutAtTenFiftyAndEighty(long cells, long positive, int bin) {
    assertThat(score(cells - positive, positive, 0, 0).irsPercentage()).hasValue(bin);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "25,1", "25.1,2", "50,2", "50.1,3", "75,3", "75.1,4", "100,4"})
  void irsInQuartersIsASetting(double percent, int bin) {
    assertThat(IrsBins.QUARTERS.of(percent)).isEqualTo(bin);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "9.99,0", "10,1", "25,1", "25.1,2", "50,2", "75,3", "75.1,4"})
  void irsInQuartersMayBeginAtTenPercent(double percent, int bin) {
    assertThat(IrsBins.QUARTERS_FROM_TEN.of(percent)).isEqualTo(bin);
  }

  @ParameterizedTest
  @CsvSource({
    "0,negative,negative",
    "1,negative,negative",
    "2,mild,negative",
    "3,mild,mild",
    "4,moderate,mild",
    "6,moderate,moderate",
    "8,moderate,moderate",
    "9,strong,strong",
    "12,strong,strong"
  })
  void irsCategoriesFollowTheChosenTable(int total, String remmele, String other) {
    assertThat(IrsCategories.REMMELE_STEGNER.of(total)).isEqualTo(remmele);
    assertThat(IrsCategories.TWO_FOUR.of(total)).isEqualTo(other);
  }

  @Test
  void irsIsPercentageTimesIntensity() {
    PopulationScore score = score(10, 0, 0, 90);
    assertThat(score.irsTotal()).hasValue(12);
    assertThat(score.irsCategory()).hasValue("strong");
    assertThat(score.allredTotal()).hasValue(8);
  }

  @Test
  void anEmptyPopulationHasEmptyScores() {
    PopulationScore score =
        PopulationScore.of(
            Population.MULTINUCLEATED, 2, ClassCounts.none(), ScoreSettings.defaults());
    assertThat(score.cells()).isEqualTo(2);
    assertThat(score.hScore()).isEmpty();
    assertThat(score.positivePercent()).isEmpty();
    assertThat(score.allredTotal()).isEmpty();
    assertThat(score.irsTotal()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.1999,NEGATIVE",
    "0.2,WEAK",
    "0.3999,WEAK",
    "0.4,MODERATE",
    "0.6,STRONG",
    "-0.01,NEGATIVE"
  })
  void classesBeginAtTheirCut(double od, IntensityClass expected) {
    assertThat(ScoreSettings.defaults().classOf(od)).isEqualTo(expected);
  }

  @Test
  void cutsThatDoNotRiseAreRefused() {
    assertThatThrownBy(
            () ->
                new ScoreSettings(
                    0.4,
                    0.4,
                    0.6,
                    IrsBins.REMMELE_STEGNER,
                    IrsCategories.REMMELE_STEGNER,
                    IntervalSettings.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must rise");
  }
}
