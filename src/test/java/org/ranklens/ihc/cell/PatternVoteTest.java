package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ranklens.NativeOpenCv;
import org.ranklens.ihc.stain.PlaneMemory;

class PatternVoteTest {

  @BeforeAll
  static void loadOpenCv() {
    NativeOpenCv.load();
  }

  @Test
  void brownNucleiInPaleCytoplasmAreAMarkerOfNuclei() {
    DrawnStains drawn = new DrawnStains(200, 200);
    for (int i = 0; i < 9; i++) {
      drawn.disc(15 + 30 * (i % 3), 15 + 30 * (i / 3), 4, 0.3, i < 6 ? 0.7 : 0.02);
    }

    assertThat(vote(drawn).outcome()).isEqualTo(Compartment.NUCLEUS);
  }

  @Test
  void brownCytoplasmAroundBluerNucleiIsNot() {
    DrawnStains drawn = new DrawnStains(200, 200);
    for (int i = 0; i < 9; i++) {
      drawn.disc(15 + 30 * (i % 3), 15 + 30 * (i / 3), 8, 0.05, 0.6);
      drawn.disc(15 + 30 * (i % 3), 15 + 30 * (i / 3), 4, 0.35, 0.25);
    }

    assertThat(vote(drawn).outcome()).isEqualTo(Compartment.CYTOPLASM);
  }

  @Test
  void stainThatLiesAwayFromNucleiIsSeenOfTheWholeSlide() {
    DrawnStains even = new DrawnStains(200, 200);
    DrawnStains apart = new DrawnStains(200, 200);
    for (int i = 0; i < 9; i++) {
      double x = 15 + 30 * (i % 3);
      double y = 15 + 30 * (i / 3);
      even.disc(x, y, 9, 0.05, 0.5).disc(x, y, 4, 0.35, 0.25);
      apart.disc(x, y, 9, 0.05, 0.9).disc(x, y, 6.5, 0.05, 0.5).disc(x, y, 4, 0.35, 0.25);
    }

    assertThat(vote(even).inner()).isCloseTo(0, within(0.02));
    // All of it away from the ring would be (0.9 - 0.5) / (0.1 + 0.5).
    assertThat(vote(apart).inner()).isBetween(0.1, 0.67);
    assertThat(vote(new DrawnStains(80, 80)).inner()).as("nothing to tell it by").isZero();
  }

  @Test
  void aSlideWithoutBrownIsReadInTheCytoplasm() {
    PatternVote vote = vote(new DrawnStains(80, 80).disc(20, 20, 4, 0.35, 0));

    assertThat(vote.votes()).isZero();
    assertThat(vote.outcome()).isEqualTo(Compartment.CYTOPLASM);
  }

  @Test
  void aPaleNucleusBesideABlackOneIsFoundWhereNucleiAreStained() {
    DrawnStains drawn =
        new DrawnStains(80, 80).disc(20, 20, 4.5, 0.12, 0).disc(13, 20, 4, 1.8, 0.1);

    Nuclei nuclei =
        NucleusDetector.find(
            drawn.images(),
            drawn.frame(),
            CellSettings.defaults(),
            Compartment.NUCLEUS,
            new PlaneMemory());

    assertThat(nuclei.count()).isEqualTo(2);
  }

  @Test
  void blackHasNoColourAndCountsAsDab() {
    DrawnStains drawn = new DrawnStains(20, 20).disc(5, 5, 4, 1.8, 0.1);
    int black = 10 * 20 + 10;

    assertThat(NuclearPlane.dab(drawn.images(), black, Compartment.NUCLEUS)).isGreaterThan(0.9);
    assertThat(NuclearPlane.dab(drawn.images(), black, Compartment.CYTOPLASM)).isLessThan(0.11);
  }

  private static PatternVote vote(DrawnStains drawn) {
    PatternVote vote = new PatternVote(CellSettings.defaults());
    vote.look(drawn.images(), drawn.frame());
    return vote;
  }
}
