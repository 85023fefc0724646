package org.ranklens.pet.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Sequential JPEG of 12 bits, against a stream that libjpeg-turbo 3 made of a computed picture. */
class ExtendedJpegDecoderTest {

  /** Quality 95 (imagecodecs 2026.3). */
  private static final String TWELVE_BITS =
      "ffd8ffe000104a46494600010100000100010000ffdb00430002010101010102010101020202020204030202"
          + "02020504040304060506060605060606070908060709070606080b08090a0a0a0a0a06080b0c0b0a0c090a0a"
          + "0affc1000b0c0013001501011100ffc400170000030100000000000000000000000000090c0d06ffc4002a10"
          + "00000404060104030100000000000000010204050306070800090a0c11120b1314216115325131ffda000801"
          + "0100003f006d176669e41bcbbf4d569d9b7da3773558585916b3c88d902342715f0e18809601007f61fac1c6"
          + "dd92f93072c4d40fa606b950bb79ae12ebc2f75a76e29e14140e10ce6131931c003828fde241eee3f740ce60"
          + "39d1f9012a9dddd13a46f8e6cebdc663343528d0c43907d45d00c1f201f58672330ddc45bb78c9a6e5765c8e"
          + "f28f23049b14c801295fbdb74f487af1c760fe633562db9e37af21ccea9ac355df49e7209ae30377b434c7ee"
          + "3bfa83d38e3b8ff707ced0b6fc4d3ada295c0ce154d9f966833f81227e4858fd6edee40627edd47fde9850ab"
          + "78e199bdfdda76a17afec36e17533649e8e04f2e65829d9961485200473f001c94701176a559b46647735a9a"
          + "e88cbb5f6f12739a90c6a84de58a99d9714e5300a827c0f050c5715dba1e5b16235f340c52e9deb25af4ad31"
          + "3b446e974622f714863443728a388fc81831ffd9";

  private static final int COLUMNS = 21;
  private static final int ROWS = 19;

  static byte[] stream() {
    return HexFormat.of().parseHex(TWELVE_BITS);
  }

  /** libjpeg-turbo's own decoder is off the picture by 4 at most, and its samples sum to 862381. */
  @Test
  void twelveBitsAreDecodedAsWellAsByLibjpeg() throws IOException {
    int[] decoded = ExtendedJpegDecoder.decode(stream(), ROWS * COLUMNS);
    for (int y = 0; y < ROWS; y++) {
      for (int x = 0; x < COLUMNS; x++) {
        int original = (int) (2048 + 1500 * Math.sin(x / 5.0) * Math.cos(y / 7.0));
        assertThat(Math.abs(decoded[y * COLUMNS + x] - original)).isLessThanOrEqualTo(4);
      }
    }
    // Transforms may round a sample otherwise, never all the same way.
    assertThat(Arrays.stream(decoded).sum()).isBetween(862381 - 40, 862381 + 40);
  }

  @Test
  void aCutStreamIsDamaged() {
    byte[] whole = stream();
    for (int length = 0; length < whole.length - 3; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatIOException().isThrownBy(() -> ExtendedJpegDecoder.decode(cut, ROWS * COLUMNS));
    }
  }

  @Test
  void aStreamOfAnotherSizeIsDamaged() {
    assertThatIOException()
        .isThrownBy(() -> ExtendedJpegDecoder.decode(stream(), ROWS * COLUMNS - 1))
        .withMessageContaining("21 x 19 samples instead of 398");
  }
}
