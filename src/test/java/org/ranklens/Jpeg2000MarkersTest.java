package org.ranklens;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Markers by ISO/IEC 15444-1, annex A. */
class Jpeg2000MarkersTest {

  private static final int[] HEAD = {0xff, 0x4f, 0xff, 0x52, 0, 2};
  private static final int[] TILE_PART = {0xff, 0x90, 0, 10, 0, 0, 0, 0, 0, 0, 0, 1, 0xff, 0x93};
  private static final int[] END = {0xff, 0xd9};

  @Test
  void dataMayHoldStuffedBitsAndTheMarkersOfPacketsAndTileParts() {
    byte[] stream =
        stream(
            HEAD,
            TILE_PART,
            new int[] {1, 0xff, 0x8f, 0xff, 0x91, 0, 4, 0, 0, 7, 0xff, 0x92, 5},
            TILE_PART,
            new int[] {0x12, 0xff, 0x00},
            END);
    assertThatCode(() -> Jpeg2000Markers.check(stream, 0)).doesNotThrowAnyException();
  }

  /** JJ2000 never came back from such a run. */
  @Test
  void aRunOfOnesIsToldWithItsPlace() {
    byte[] stream = stream(HEAD, TILE_PART, new int[] {1, 2, 0xff, 0xff, 0xff}, END);
    assertThatThrownBy(() -> Jpeg2000Markers.check(stream, 0))
        .isInstanceOf(IOException.class)
        .hasMessage("its JPEG 2000 stream is corrupt at its byte 22");
  }

  @Test
  void aTilePartThatEndsElsewhereThanItsHeadTellsIsTold() {
    int[] tilePart = TILE_PART.clone();
    tilePart[9] = 17;
    byte[] whole = stream(HEAD, tilePart, new int[] {1, 2, 3}, END);
    assertThatCode(() -> Jpeg2000Markers.check(whole, 0)).doesNotThrowAnyException();
    // As of a stream that was cut and closed: JJ2000 made a grey picture of it.
    byte[] cut = stream(HEAD, tilePart, new int[] {1, 2}, END);
    assertThatThrownBy(() -> Jpeg2000Markers.check(cut, 0))
        .isInstanceOf(IOException.class)
        .hasMessage("a tile of its JPEG 2000 stream should end at its byte 23, not 22");
  }

  @Test
  void aTileThatIsNotThereIsTold() {
    int[] size = new int[2 + 2 + 2 + 2 + 8 * 4];
    size[0] = 0xff;
    size[1] = 0x4f;
    size[2] = 0xff;
    size[3] = 0x51;
    size[5] = size.length - 4;
    // 64 x 48 pixels in tiles of 32 x 32: 2 x 2.
    size[11] = 64;
    size[15] = 48;
    size[27] = 32;
    size[31] = 32;
    int[] second = TILE_PART.clone();
    second[5] = 1;
    assertThatThrownBy(
            () ->
                Jpeg2000Markers.check(
                    stream(size, TILE_PART, new int[] {1}, second, new int[] {2}, END), 0))
        .isInstanceOf(IOException.class)
        .hasMessage("of the 4 tiles of its JPEG 2000 stream 2 are there");
  }

  @Test
  void aPartOfATileThatIsNotThereIsTold() {
    int[] first = TILE_PART.clone();
    first[11] = 2;
    assertThatThrownBy(() -> Jpeg2000Markers.check(stream(HEAD, first, new int[] {1}, END), 0))
        .isInstanceOf(IOException.class)
        .hasMessage("of the 2 parts of tile 0 of its JPEG 2000 stream 1 are there");
  }

  @Test
  void aHeadThatNeverComesToDataIsTold() {
    assertThatThrownBy(() -> Jpeg2000Markers.check(stream(HEAD, END), 0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no data where it should begin");
  }

  private static byte[] stream(int[]... parts) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int[] part : parts) {
      for (int value : part) {
        stream.write(value);
      }
    }
    return stream.toByteArray();
  }
}
