package org.ranklens.ihc.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Varghese et al. 2014: zones 0-60, 61-120, 121-180, 181-235, the rest left out. */
class ZoneCountsTest {

  @Test
  void everyGreyValueIsInItsZone() {
    for (int grey = 1; grey <= 255; grey++) {
      int zone = grey <= 60 ? 0 : grey <= 120 ? 1 : grey <= 180 ? 2 : grey <= 235 ? 3 : 4;
      assertThat(zoneOf(Math.log10(255.0 / grey))).as("grey %d", grey).isEqualTo(zone);
    }
    assertThat(zoneOf(3)).isZero();
    assertThat(zoneOf(-0.1)).isEqualTo(4);
  }

  /** By hand; background counts nowhere. */
  @Test
  void theScoreIsTheZonesPartsTimesFourToOne() {
    ZoneCounts counts = new ZoneCounts(50, 25, 15, 10, 1000);
    assertThat(counts.percent(0)).isEqualTo(50);
    assertThat(counts.score()).isEqualTo(0.5 * 4 + 0.25 * 3 + 0.15 * 2 + 0.1);
    assertThat(counts.category()).hasValue("high positive");
  }

  @ParameterizedTest
  @CsvSource({
    "67,0,0,33,high positive",
    "0,67,0,33,positive",
    "0,0,67,33,low positive",
    "33,0,0,67,negative",
    "66,0,0,34,high positive",
    "0,0,34,66,low positive"
  })
  void aZoneOfMoreThanTwoThirdsRules(long high, long mid, long low, long none, String category) {
    assertThat(new ZoneCounts(high, mid, low, none, 0).category()).hasValue(category);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "0.94,negative",
        "0.945,-",
        "0.95,low positive",
        "1.94,low positive",
        "1.945,-",
        "1.95,positive",
        "2.94,positive",
        "2.945,-",
        "2.95,high positive",
        "4,high positive"
      })
  void thePublishedCutsLeaveGaps(double score, String category) {
    assertThat(ZoneCounts.ofScore(score).orElse(null)).isEqualTo(category);
  }

  /** Returns the zone that a single pixel is counted in. */
  private static int zoneOf(double od) {
    int[] counts = new int[1 + ZoneCounts.ZONES];
    ZoneCounts.count(new float[] {9, (float) od, 9}, 1, 2, counts, 1);
    int zone = 1;
    while (counts[zone] == 0) {
      zone++;
    }
    return zone - 1;
  }
}
