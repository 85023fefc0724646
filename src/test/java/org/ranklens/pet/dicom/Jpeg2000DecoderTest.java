package org.ranklens.pet.dicom;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Jpeg2000DecoderTest {

  /** JJ2000 never comes back from such a run; no stream may hold it (ISO/IEC 15444-1, B.10.1). */
  @Test
  void aRunOfOnesIsToldBeforeItIsDecoded() {
    byte[] frame =
        HexFormat.of()
            .parseHex(
                "ff4f"
                    + "ff520002"
                    + "ff90000a0000000000000001"
                    + "ff93"
                    + "0102ffffffffffffffff"
                    + "ffd9");
    PixelFormat format = new PixelFormat(128, 128, 16, 16, 15, true);

    assertThatThrownBy(() -> Jpeg2000Decoder.decode(frame, format))
        .isInstanceOf(IOException.class)
        .hasMessage("its JPEG 2000 stream is corrupt at its byte 22");
  }
}
