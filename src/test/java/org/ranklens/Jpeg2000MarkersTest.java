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
