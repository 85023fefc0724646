package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DecodedTilesTest {

  private static final int EDGE = 4;
  private static final int TILE_BYTES = 3 * EDGE * EDGE;

  /** Room for sixteen tiles: a tile larger than a sixteenth of it is not kept. */
  private final DecodedTiles tiles = new DecodedTiles(16L * TILE_BYTES);

  private final Object level = new Object();
  private final Object other = new Object();

  @Test
  void aTileIsFoundAgainByItsLevelAndIndexAlone() {
    tiles.keep(level, 3, tile(7));

    assertThat(tiles.get(level, 3).orElseThrow().rgb()).containsOnly(7).hasSize(TILE_BYTES);
    assertThat(tiles.get(level, 2)).isEmpty();
    assertThat(tiles.get(other, 3)).isEmpty();
  }

  @Test
  void whatIsDecodedNextDoesNotChangeATileThatIsKept() {
    RgbImage decoded = tile(7);
    tiles.keep(level, 3, decoded);
    decoded.rgb()[0] = 9;

    assertThat(tiles.get(level, 3).orElseThrow().rgb()).containsOnly(7);
  }

  @Test
  void theTileThatWasNotAskedForLongestGoesFirst() {
    for (int i = 0; i < 16; i++) {
      tiles.keep(level, i, tile(i));
    }
    assertThat(tiles.get(level, 0)).isPresent();
    tiles.keep(level, 16, tile(16));

    assertThat(tiles.get(level, 0)).isPresent();
    assertThat(tiles.get(level, 1)).isEmpty();
    assertThat(tiles.get(level, 16)).isPresent();
  }

  @Test
  void aTileKeptTwiceTakesRoomOnce() {
    for (int i = 0; i < 40; i++) {
      tiles.keep(level, i % 16, tile(i));
    }

    for (int i = 0; i < 16; i++) {
      assertThat(tiles.get(level, i)).isPresent();
    }
  }

  @Test
  void aTileOfMoreThanASixteenthOfTheRoomIsNotKept() {
    tiles.keep(level, 0, RgbImage.blank(EDGE, EDGE + 1));

    assertThat(tiles.get(level, 0)).isEmpty();
  }

  private static RgbImage tile(int value) {
    RgbImage tile = RgbImage.blank(EDGE, EDGE);
    Arrays.fill(tile.rgb(), (byte) value);
    return tile;
  }
}
