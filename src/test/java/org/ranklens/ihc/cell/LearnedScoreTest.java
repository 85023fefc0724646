package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class LearnedScoreTest {

  private enum Two {
    LENGTH,
    WIDTH
  }

  private static final String TEXT =
      """
      # a note
      base 1
      slope LENGTH 0.5 0 10
      if WIDTH 3
      add 2
      if LENGTH 4
      add 3
      add -4
      add 0.25
      """;

  @Test
  void sumsBaseSlopesAndTreesByHand() throws IOException {
    LearnedScore score = read(TEXT);
    // 1 + 0.5 x 2 + (width 3 is at most 3: 2) + 0.25
    assertThat(score.of(new double[] {2, 3})).isCloseTo(4.25, within(1e-12));
    // 1 + 0.5 x 10 (held at 10) + (width above 3, length above 4: -4) + 0.25
    assertThat(score.of(new double[] {20, 5})).isCloseTo(2.25, within(1e-12));
  }

  @Test
  void theMostThatUnknownValuesAllowIsTold() throws IOException {
    LearnedScore score = read(TEXT);
    // Length up to 10, width whatever is best: 1 + 5 + 2 + 0.25; width 5: 1 + 5 + 3 + 0.25
    assertThat(score.most(new double[] {Double.NaN, 3})).isCloseTo(8.25, within(1e-12));
    assertThat(score.most(new double[] {Double.NaN, 5})).isCloseTo(9.25, within(1e-12));
    // Length 20: 1 + 5 + the better of 2 and -4 + 0.25
    assertThat(score.most(new double[] {20, Double.NaN})).isCloseTo(8.25, within(1e-12));
    assertThat(score.most(new double[] {20, 5})).isEqualTo(score.of(new double[] {20, 5}));
  }

  @Test
  void aLineThatIsNoneIsRefusedInItsWords() {
    assertThatThrownBy(() -> read("base 1\nif WIDTH\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("if WIDTH");
    assertThatThrownBy(() -> read("base 1\nadd\n")).hasMessageContaining("add");
  }

  @Test
  void theShippedScoresCanBeRead() {
    assertThat(LearnedScore.shipped("giant-pairs.txt", PairFeature.class)).isNotNull();
    assertThat(LearnedScore.shipped("giant-groups.txt", SlideGroups.names())).isNotNull();
    assertThat(LearnedScore.shipped("cytoplasm-reading.txt", ReadingFeature.class)).isNotNull();
  }

  private static LearnedScore read(String text) throws IOException {
    return LearnedScore.read(new BufferedReader(new StringReader(text)), Two.class);
  }
}
