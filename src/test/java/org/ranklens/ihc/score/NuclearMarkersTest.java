package org.ranklens.ihc.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NuclearMarkersTest {

  @ParameterizedTest
  @CsvSource({
    "KI67, true",
    "Ki-67, true",
    "mib-1, true",
    "ER, true",
    "SATB2, true",
    "RANK, false",
    "RANKL, false",
    "HER2, false",
    "PERK, false"
  })
  void aMarkerOfNucleiIsKnownByItsNameHoweverItIsSpelt(String marker, boolean nuclear) {
    assertThat(NuclearMarkers.named(marker)).isEqualTo(nuclear);
  }
}
