package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class Jpeg2000HeaderTest {

  /** The marker segment SIZ (ISO/IEC 15444-1, A.5.1) of 64 x 48 pixels in tiles of 64 x 64. */
  private static byte[] stream(int tilesLeft, int tilesTop) {
    return stream(64, 48, 64, tilesLeft, tilesTop);
  }

  private static byte[] stream(int width, int height, int tile, int tilesLeft, int tilesTop) {
    return ByteBuffer.allocate(44)
        .putShort((short) 0xff4f)
        .putShort((short) 0xff51)
        .putShort((short) 47)
        .putShort((short) 0)
        .putInt(width)
        .putInt(height)
        .putInt(0)
        .putInt(0)
        .putInt(tile)
        .putInt(tile)
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
  void tilesThatTakeTooMuchMemoryAreToldBeforeItIsTaken() throws IOException {
    assertThat(Jpeg2000Header.of(stream(4096, 4096, 1024, 0, 0)).width()).isEqualTo(4096);
    assertThatThrownBy(() -> Jpeg2000Header.of(stream(4096, 4096, 4096, 0, 0)))
        .isInstanceOf(OtherStreamException.class)
        .hasMessageContaining("tiles of 4096 x 4096 pixels, which can't be decoded at once");
  }

  @Test
  void tilesThatBeginBehindTheImagesFirstPixelAreTold() {
    assertThatThrownBy(() -> Jpeg2000Header.of(stream(0, 128)))
        .isInstanceOf(IOException.class)
        .hasMessage("the tiles of its JPEG 2000 stream begin elsewhere than its image");
  }

  @Test
  void anImageThatEndsBeforeItBeginsIsToldByItsPlaces() {
    byte[] stream = stream(64, 48, 64, 0, 0);
    ByteBuffer.wrap(stream).putInt(16, 100);
    assertThatThrownBy(() -> Jpeg2000Header.of(stream))
        .isInstanceOf(IOException.class)
        .hasMessage("the image of its JPEG 2000 stream ends at 64, 48, where it begins at 100, 0");
  }

  @Test
  void theHighThroughputKindIsTold() {
    byte[] stream = stream(64, 48, 64, 0, 0);
    ByteBuffer.wrap(stream).putShort(6, (short) 0x4000);
    assertThatThrownBy(() -> Jpeg2000Header.of(stream))
        .isInstanceOf(OtherStreamException.class)
        .hasMessage("its JPEG 2000 stream is of the high-throughput kind");
  }
}
