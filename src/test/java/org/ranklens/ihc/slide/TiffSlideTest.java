package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.RefusedException;

class TiffSlideTest {

  private static final int DATA_AT = 8;
  private static final int WIDTH = 5;
  private static final int HEIGHT = 4;
  private static final int DIRECTORY_AT = DATA_AT + 3 * WIDTH * HEIGHT;

  @TempDir Path folder;

  /** A TIFF of 5 x 4 pixels without compression; byte i of its pixels is i. */
  private static byte[] plainTiff() {
    ByteBuffer tiff = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(DIRECTORY_AT);
    for (int i = 0; i < 3 * WIDTH * HEIGHT; i++) {
      tiff.put((byte) i);
    }
    int[][] tags = {
      {TiffTag.IMAGE_WIDTH, 3, WIDTH},
      {TiffTag.IMAGE_LENGTH, 3, HEIGHT},
      {TiffTag.BITS_PER_SAMPLE, 3, 8},
      {TiffTag.COMPRESSION, 3, 1},
      {TiffTag.PHOTOMETRIC, 3, 2},
      {TiffTag.STRIP_OFFSETS, 4, DATA_AT},
      {TiffTag.SAMPLES_PER_PIXEL, 3, 3},
      {TiffTag.ROWS_PER_STRIP, 3, HEIGHT},
      {TiffTag.STRIP_BYTE_COUNTS, 4, 3 * WIDTH * HEIGHT},
    };
    tiff.putShort((short) tags.length);
    for (int[] tag : tags) {
      tiff.putShort((short) tag[0]).putShort((short) tag[1]).putInt(1).putInt(tag[2]);
    }
    tiff.putInt(0);
    return Arrays.copyOf(tiff.array(), tiff.position());
  }

  private Slide open(byte[] bytes) throws IOException {
    return Slides.open(Files.write(folder.resolve("a.tif"), bytes), SlideOptions.defaults());
  }

  private static int tagAt(int index) {
    return DIRECTORY_AT + 2 + 12 * index;
  }

  @Test
  void aRegionHoldsThePixelsOfItsPlace() throws IOException {
    try (Slide slide = open(plainTiff())) {
      RgbImage region = slide.read(new Region(0, 1, 2, 2, 2));
      // Pixel (1, 2) is number 2 * 5 + 1 = 11, its bytes begin at 33; the row below 15 bytes on.
      assertThat(region.rgb()).containsExactly(33, 34, 35, 36, 37, 38, 48, 49, 50, 51, 52, 53);
      assertThat(slide.pixelSizeMicrons()).isEmpty();
    }
  }

  @Test
  void aRegionOutsideItsLevelIsOurBug() throws IOException {
    try (Slide slide = open(plainTiff())) {
      assertThatThrownBy(() -> slide.read(new Region(0, 4, 0, 2, 1)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aTruncatedFileIsToldWithThePlace() {
    assertThatThrownBy(() -> open(Arrays.copyOf(plainTiff(), DIRECTORY_AT + 20)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a.tif")
        .hasMessageContaining("it ends at byte 88");
  }

  @Test
  void textNamedTifIsNoTiff() {
    assertThatThrownBy(() -> open("hello, I am text".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("is no TIFF, PNG or JPEG");
  }

  @Test
  void anEmptyFileIsToldAsEmpty() {
    assertThatThrownBy(() -> open(new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is empty");
  }

  @Test
  void directoriesInACircleAreTold() {
    byte[] bytes = plainTiff();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 4, DIRECTORY_AT);
    assertThatThrownBy(() -> open(bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("go in a circle");
  }

  @Test
  void absurdDimensionsAreRefusedBeforeAnythingIsAllocated() {
    byte[] bytes = plainTiff();
    ByteBuffer tiff = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    tiff.putShort(tagAt(0) + 2, (short) 4).putInt(tagAt(0) + 8, Integer.MAX_VALUE);
    assertThatThrownBy(() -> open(bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("claims 2147483647 x 4 pixels");
  }

  @Test
  void anAbsurdCountOfTagsIsRefused() {
    byte[] bytes = plainTiff();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(DIRECTORY_AT, (short) 0xffff);
    assertThatThrownBy(() -> open(bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("claims 65535 tags");
  }

  @Test
  void aStripPastTheEndIsNamed() throws IOException {
    byte[] bytes = plainTiff();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(tagAt(5) + 8, 100_000);
    try (Slide slide = open(bytes)) {
      assertThatThrownBy(() -> slide.read(Region.of(slide.full())))
          .isInstanceOf(CorruptTileException.class)
          .hasMessageContaining("column 0, row 0 of level 0");
    }
  }

  @Test
  void theLabelOfAnAperioSlideIsNoLevel() throws IOException {
    Path svs = Path.of(System.getProperty("ranklens.reference"), "slides/CMU-1-Small-Region.svs");
    assumeTrue(Files.exists(svs), "reference data not here");
    try (Slide slide = Slides.open(svs, SlideOptions.defaults())) {
      assertThat(slide.levels()).containsExactly(new Level(0, 2220, 2967, 1.0));
      // MPP = 0.4990 and AppMag = 20 in the file's description.
      assertThat(slide.pixelSizeMicrons().orElseThrow()).isCloseTo(0.499, within(1e-9));
      assertThat(slide.facts().objectivePower().orElseThrow()).isEqualTo(20.0);
    }
  }
}
