package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEG 2000 in TIFF. */
class Jpeg2000TileTest {

  private static final int YCC = 33_003;
  private static final int GENERIC = 34_712;

  @TempDir Path folder;

  private static RgbImage picture() {
    RgbImage picture = RgbImage.blank(64, 64);
    for (int i = 0; i < picture.rgb().length; i++) {
      picture.rgb()[i] = (byte) (120 + 60 * Math.sin(i / 37.0));
    }
    return picture;
  }

  private Slide open(int compression, TestTiff.Encoder encoder, TestTiff.Extra... extras)
      throws IOException {
    TestTiff.Form form = new TestTiff.Form(64, compression, false, 8, false, false);
    TestTiff tiff = TestTiff.of(picture(), form, encoder, extras);
    return Slides.open(Files.write(folder.resolve("a.tif"), tiff.bytes()), SlideOptions.defaults());
  }

  @ParameterizedTest
  @ValueSource(ints = {YCC, GENERIC})
  void aStreamOfOtherColoursThanItsImageIsTold(int compression) throws IOException {
    // Shown as grey, and by 33003 as violet.
    try (Slide slide = open(compression, TestJpeg2000::red)) {
      assertThatThrownBy(() -> slide.read(Region.of(slide.full())))
          .isInstanceOf(CorruptTileException.class)
          .hasMessageEndingWith("its JPEG 2000 stream has 1 colours, not 3.");
    }
  }

  @Test
  void greyIsGreyWhereTheCompressionIsOfYcbcrToo() throws IOException {
    try (Slide slide =
        open(
            YCC,
            TestJpeg2000::red,
            TestTiff.Extra.numbers(TiffTag.SAMPLES_PER_PIXEL, 1),
            TestTiff.Extra.numbers(TiffTag.PHOTOMETRIC, 1))) {
      RgbImage read = slide.read(Region.of(slide.full()));
      for (int i = 0; i < read.rgb().length; i += 3) {
        assertThat(read.rgb()[i + 1]).isEqualTo(read.rgb()[i]);
        assertThat(read.rgb()[i + 2]).isEqualTo(read.rgb()[i]);
      }
    }
  }

  /** A comment of an unknown kind, and where components lie on the grid (T.800, A.9). */
  @ParameterizedTest
  @ValueSource(strings = {"ff640008000761626364", "ff63000e000000000000000000000000"})
  void whatTheDecoderDoesNotUseIsNoDamage(String segment) throws IOException {
    byte[] further = HexFormat.of().parseHex(segment);
    byte[] plain = read(TestJpeg2000::rgb);
    assertThat(read(tile -> with(TestJpeg2000.rgb(tile), further))).isEqualTo(plain);
  }

  private byte[] read(TestTiff.Encoder encoder) throws IOException {
    try (Slide slide = open(GENERIC, encoder)) {
      return slide.read(Region.of(slide.full())).rgb();
    }
  }

  /** Puts a segment before the first tile-part. */
  private static byte[] with(byte[] stream, byte[] segment) {
    int at = 0;
    while ((stream[at] & 0xff) != 0xff || (stream[at + 1] & 0xff) != 0x90) {
      at++;
    }
    ByteArrayOutputStream longer = new ByteArrayOutputStream();
    longer.write(stream, 0, at);
    longer.writeBytes(segment);
    longer.write(stream, at, stream.length - at);
    return longer.toByteArray();
  }
}
