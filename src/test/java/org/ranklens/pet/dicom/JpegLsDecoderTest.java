package org.ranklens.pet.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * JPEG-LS against the example of its standard, and against streams that CharLS 2 (pyjpegls 1.5)
 * made of a computed picture; whole images are in {@link TransferSyntaxOracleTest}.
 */
class JpegLsDecoderTest {

  /** ITU-T T.87, annex H.3. */
  private static final String STANDARDS_EXAMPLE =
      "ffd8fff7000b0800040004010111 00ffda000801010000 0000c000006c80208e01c0000057400000"
          + "6ee6000001bc18000005d8000091 60ffd9";

  private static final String THREE_BITS =
      "ffd8fff7000b030010000c01011100ffda0008010100000000261123323c6a210842c42120f1118911134472"
          + "10865d364c859532e498e9a7d84465d03e49b42327eecc7f9687448be6e5537cb2f976244ba4af9f2897"
          + "508ae5d44b32bae5d480ffd9";

  private static final String TWELVE_BITS_NEAR_3 =
      "ffd8fff7000b0c0010000c01011100ffda000801010003000000480002a1148260821d050442118140c84800"
          + "0005822084000000600000030832104188310c11401100000000c00005985000000b10620c22188c1906"
          + "20c41d0220c4108510cc28862084118862884419042158221f7e40e02fc43d0020f7e2084120108f6041"
          + "986024a09e000000000c0d0561081207b4100000000600000000320001610df0f82204c29094158761a0"
          + "0c330e819022048210ac11022044288661d8620e84e04811002008210ac0100200429032004018461b0a"
          + "400801004088460883b1ac2b0c40080308c360dfe7f9fe419fc7f800000003400018614000002cff1fc6"
          + "1186c190722642300fe3f84288461d847f1fc620ffd9";

  private static final int COLUMNS = 12;
  private static final int ROWS = 16;

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  /** A slanted wave with a flat field in it, so that runs come too. */
  private static int[] picture(int bits) {
    int largest = (1 << bits) - 1;
    int[] picture = new int[ROWS * COLUMNS];
    for (int y = 0; y < ROWS; y++) {
      for (int x = 0; x < COLUMNS; x++) {
        boolean flat = y >= 4 && y < 9 && x >= 3 && x < 11;
        int wave = Math.abs((x * 7 + y * 13) % 17 - 8) * largest / 9;
        picture[y * COLUMNS + x] = flat ? largest / 3 : wave;
      }
    }
    return picture;
  }

  @Test
  void theStandardsExampleIsDecoded() throws IOException {
    assertThat(JpegLsDecoder.decode(bytes(STANDARDS_EXAMPLE), 16))
        .containsExactly(0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145);
  }

  @Test
  void samplesOfFewBitsAreExact() throws IOException {
    assertThat(JpegLsDecoder.decode(bytes(THREE_BITS), ROWS * COLUMNS)).isEqualTo(picture(3));
  }

  /** CharLS decodes to a sum of 348469 too; the picture's own is 348530. */
  @Test
  void nearLosslessIsOffByNoMoreThanItSays() throws IOException {
    int[] decoded = JpegLsDecoder.decode(bytes(TWELVE_BITS_NEAR_3), ROWS * COLUMNS);
    int[] original = picture(12);
    for (int i = 0; i < decoded.length; i++) {
      assertThat(Math.abs(decoded[i] - original[i])).isLessThanOrEqualTo(3);
    }
    assertThat(Arrays.stream(decoded).sum()).isEqualTo(348469);
  }

  @Test
  void aCutStreamIsDamaged() {
    byte[] whole = bytes(TWELVE_BITS_NEAR_3);
    for (int length = 0; length < whole.length - 2; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatIOException().isThrownBy(() -> JpegLsDecoder.decode(cut, ROWS * COLUMNS));
    }
  }

  @Test
  void aStreamOfAnotherSizeIsDamaged() {
    assertThatIOException()
        .isThrownBy(() -> JpegLsDecoder.decode(bytes(THREE_BITS), ROWS * COLUMNS + 1))
        .withMessageContaining("12 x 16 samples instead of 193");
  }
}
