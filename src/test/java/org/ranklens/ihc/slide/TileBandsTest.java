package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strips so large that they are unpacked in several bands of rows. */
class TileBandsTest {

  private static final int STORED = 1;
  private static final int LZW = 5;
  private static final int DEFLATE = 8;
  private static final int PACK_BITS = 32773;

  @TempDir Path folder;

  /** A strip of 32 of these rows has 1.3 million pixels, a band up to a million. */
  private static RgbImage picture() {
    RgbImage picture = RgbImage.blank(40_000, 70);
    int noise = 1;
    for (int i = 0; i < picture.rgb().length; i++) {
      noise = noise * 1_103_515_245 + 12_345;
      picture.rgb()[i] = (byte) (i / 120_000 + i % 7 + (noise >>> 30));
    }
    return picture;
  }

  @ParameterizedTest
  @CsvSource({
    STORED + ",false,8",
    LZW + ",false,8",
    DEFLATE + ",false,8",
    PACK_BITS + ",false,8",
    LZW + ",true,16",
    DEFLATE + ",true,8",
    STORED + ",false,16"
  })
  void holdThePixelsOfTheirPlace(int compression, boolean planar, int bits) throws IOException {
    RgbImage picture = picture();
    TestTiff tiff =
        TestTiff.of(picture, new TestTiff.Form(0, compression, planar, bits, false, false));
    Path file = Files.write(folder.resolve("a.tif"), tiff.bytes());
    try (Slide slide = Slides.open(file, SlideOptions.defaults())) {
      assertThat(Arrays.equals(slide.read(Region.of(slide.full())).rgb(), picture.rgb())).isTrue();
      Region part = new Region(0, 39_000, 20, 900, 45);
      RgbImage expected = RgbImage.blank(900, 45);
      picture.copyTo(39_000, 20, expected, 0, 0, 900, 45);
      assertThat(Arrays.equals(slide.read(part).rgb(), expected.rgb())).isTrue();
    }
  }

  @Test
  void thatAreCorruptAreWhiteAsAWholeWhereBadTilesAreLeftOut() throws IOException {
    TestTiff tiff = TestTiff.of(picture(), new TestTiff.Form(0, DEFLATE, false, 8, false, false));
    byte[] bytes = tiff.bytes();
    // Its checksum, behind all of its pixels.
    bytes[tiff.tileAt(0) + tiff.tileBytes(0) - 1] ^= 1;
    Path file = Files.write(folder.resolve("a.tif"), bytes);
    try (Slide slide = Slides.open(file, SlideOptions.defaults().withSkipBadTiles(true))) {
      byte[] strip = slide.read(new Region(0, 0, 0, 40_000, 32)).rgb();
      for (byte sample : strip) {
        assertThat(sample).isEqualTo((byte) 0xff);
      }
      assertThat(slide.leftOut()).containsExactly("level 0 row 0 column 0");
    }
  }
}
