package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TilesInFileTest {

  private static final long END = 10_000;

  /** Tiles of 1000 bytes, out of order; the last one begins 900 bytes into the first. */
  private final TilesInFile tiles =
      TilesInFile.of(
          new long[] {0, 5000, 2000, 5000, 900, 0}, new long[] {1000, 1000, 1016, 1000, 1000, 0});

  @Test
  void tilesThatBeginWithinAnotherShareBytesWhereverTheyStandInTheList() {
    assertThat(tiles.shares(0, 1000, END)).isTrue();
    assertThat(tiles.shares(900, 1000, END)).isTrue();
  }

  @Test
  void identicalTilesAndSomeBytesTooManyShareNone() {
    assertThat(tiles.shares(5000, 1000, END)).isFalse();
    assertThat(tiles.shares(2000, 1016, END)).isFalse();
  }

  @Test
  void aTileThatReachesBeyondTheFileIsToldOtherwise() {
    assertThat(tiles.shares(2000, END, END)).isFalse();
  }
}
