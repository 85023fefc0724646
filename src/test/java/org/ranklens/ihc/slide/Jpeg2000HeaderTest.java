package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class Jpeg2000HeaderTest {

  /** The marker segment SIZ (ISO/IEC 15444-1, A.5.1) of 64 x 48 pixels in tiles of 64 x 64. */
  private static byte[] stream(int tilesLeft, int tilesTop) {
    return ByteBuffer.allocate(44)
        .putShort((short) 0xff4f)
        .putShort((short) 0xff51)
        .putShort((short) 47)
        .putShort((short) 0)
        .putInt(64)
        .putInt(48)
        .putInt(0)
        .putInt(0)
        .putInt(64)
        .putInt(64)
        .putInt(tilesLeft)
        .putInt(tilesTop)
        .putShort((short) 3)
        .putShort((short) 0xffd9)
        .array();
  }

  @Test
  void theSizeIsThatOfTheImage() throws IOException {
    Jpeg2000Header header = Jpeg2000Header.of(stream(0, 0));
    assertThat(header.width()).isEqualTo(64);
    assertThat(header.height()).isEqualTo(48);
  }

  @Test
  void tilesThatBeginBehindTheImagesFirstPixelAreTold() {
    assertThatThrownBy(() -> Jpeg2000Header.of(stream(0, 128)))
        .isInstanceOf(IOException.class)
        .hasMessage("the tiles of its JPEG 2000 stream begin elsewhere than its image");
  }
}
