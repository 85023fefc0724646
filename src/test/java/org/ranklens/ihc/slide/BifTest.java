package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Slides of Ventana's scanners: their tiles overlap, and are moved together by the mean of what the
 * file's XML lists, as OpenSlide does (src/accuracy/readers compares the pixels).
 */
class BifTest {

  private static final int DEFLATE = 8;
  private static final int NONE = 1;

  /** All its steps are even, so that level 1 has whole ones. */
  private static final TestBif.Grid GRID = new TestBif.Grid(4, 3, 24, 18);

  private static final RgbImage PICTURE = TestBif.picture(GRID.width(), GRID.height());

  @TempDir Path folder;

  private Slide open(byte[] file) throws IOException {
    return open(file, "a.bif");
  }

  private Slide open(byte[] file, String name) throws IOException {
    return Slides.open(Files.write(folder.resolve(name), file), SlideOptions.defaults());
  }

  private static byte[] file(String xml) throws IOException {
    return TestBif.file(TestBif.mosaic(PICTURE, GRID), DEFLATE, xml);
  }

  private static void assertSame(RgbImage expected, RgbImage actual) {
    PictureComparison.assertSame(expected, actual, 0);
  }

  @ParameterizedTest
  @CsvSource({"RIGHT, UP", "LEFT, UP", "LEFT, DOWN"})
  void tilesAreMovedTogetherByTheirOverlaps(String horizontal, String vertical) throws IOException {
    try (Slide slide = open(file(TestBif.encodeInfo(GRID, horizontal, vertical)))) {
      assertThat(slide.full()).isEqualTo(new Level(0, GRID.width(), GRID.height(), 1));
      assertSame(PICTURE, slide.read(Region.of(slide.full())));
    }
  }

  @Test
  void theTilesOfASmallerLevelAreCutIntoThoseOfLevel0() throws IOException {
    try (Slide slide = open(file(TestBif.encodeInfo(GRID, "RIGHT", "UP")))) {
      Level half = slide.levels().get(1);
      assertThat(half).isEqualTo(new Level(1, GRID.width() / 2, GRID.height() / 2, 2));
      RgbImage expected = Downsampling.to(PICTURE, half.width(), half.height());
      assertSame(expected, slide.read(Region.of(half)));
    }
  }

  @Test
  void aJointCountsByItsConfidence() throws IOException {
    // 300 pixels at 100 and 100 at 50: 24 in the mean; what was not joined does not count.
    TestBif.Grid row = new TestBif.Grid(4, 1, 24, 0);
    String joints =
        TestBif.joint("RIGHT", 100, 1, 2, 30, 0)
            + TestBif.joint("RIGHT", 50, 2, 3, 12, 0)
            + TestBif.joint("RIGHT", 100, 3, 4, 1, 0)
                .replace("FlagJoined=\"1\"", "FlagJoined=\"0\"");
    RgbImage picture = TestBif.picture(row.width(), row.height());
    byte[] file =
        TestBif.file(
            TestBif.mosaic(picture, row),
            DEFLATE,
            TestBif.encodeInfo(TestBif.area(row, 0, 0, joints), 0));
    try (Slide slide = open(file)) {
      assertThat(slide.full().width()).isEqualTo(row.width());
      assertSame(picture, slide.read(Region.of(slide.full())));
      assertThat(slide.facts().remarks())
          .contains(
              "its tiles overlap by 24.00 x 0.00 pixels in the mean, by which all are placed;"
                  + " those of single tiles differ by up to 18 x 0");
    }
  }

  @Test
  void aTileLiesAtTheNearestWholePixelOfAMeanThatIsNone() throws IOException {
    // 23.5 pixels in the mean: steps of 40.5, so tiles at 0, 41 (40.5) and 81.
    TestBif.Grid row = new TestBif.Grid(3, 1, 0, 0);
    String joints =
        TestBif.joint("RIGHT", 100, 1, 2, 23, 0) + TestBif.joint("RIGHT", 100, 2, 3, 24, 0);
    RgbImage mosaic = TestBif.picture(row.width(), row.height());
    byte[] file =
        TestBif.file(mosaic, NONE, TestBif.encodeInfo(TestBif.area(row, 0, 0, joints), 0));
    try (Slide slide = open(file)) {
      RgbImage expected = RgbImage.blank(81 + 64, 64);
      mosaic.copyTo(0, 0, expected, 0, 0, 64, 64);
      mosaic.copyTo(64, 0, expected, 41, 0, 64, 64);
      mosaic.copyTo(128, 0, expected, 81, 0, 64, 64);
      assertSame(expected, slide.read(Region.of(slide.full())));
    }
  }

  @Test
  void severalAreasLieInOneFieldAsTheyLayOnTheGlass() throws IOException {
    // Two areas of a tile each, the second 30 pixels higher (counted from below) and to the right.
    TestBif.Grid one = new TestBif.Grid(1, 1, 0, 0);
    RgbImage mosaic = TestBif.picture(128, 64);
    String areas = TestBif.area(one, 0, 100, "") + TestBif.area(one, 90, 130, "");
    try (Slide slide = open(TestBif.file(mosaic, DEFLATE, TestBif.encodeInfo(areas, 0, 1)))) {
      RgbImage expected = RgbImage.blank(90 + 64, 30 + 64);
      Arrays.fill(expected.rgb(), (byte) 255);
      mosaic.copyTo(0, 0, expected, 0, 30, 64, 64);
      mosaic.copyTo(64, 0, expected, 90, 0, 64, 64);
      assertThat(slide.full()).isEqualTo(new Level(0, 154, 94, 1));
      assertSame(expected, slide.read(Region.of(slide.full())));
      assertThat(slide.facts().remarks())
          .contains("its 2 scanned areas lie in one field, with white between them");
    }
  }

  @ParameterizedTest
  @CsvSource({"RIGHT, 300", "LEFT, 0"})
  void theMarginLeftOfAnAreaIsKeptWhereOpenSlideKeepsIt(String horizontal, int margin)
      throws IOException {
    String area = TestBif.area(GRID, 300, 77, TestBif.joints(GRID, horizontal, "UP"));
    try (Slide slide = open(file(TestBif.encodeInfo(area, 0)))) {
      assertThat(slide.full()).isEqualTo(new Level(0, margin + GRID.width(), GRID.height(), 1));
      assertSame(PICTURE, slide.read(new Region(0, margin, 0, GRID.width(), GRID.height())));
    }
  }

  @Test
  void areasOfNoToldPlaceLieWhereTheirTilesAreStored() throws IOException {
    TestBif.Grid one = new TestBif.Grid(1, 1, 0, 0);
    RgbImage mosaic = TestBif.picture(128, 64);
    String areas = TestBif.area(one, 0, 0, "").replaceAll(" Pos-.=\"0\"", "");
    byte[] file = TestBif.file(mosaic, DEFLATE, TestBif.encodeInfo(areas + areas, 0, 1));
    try (Slide slide = open(file)) {
      assertSame(mosaic, slide.read(Region.of(slide.full())));
    }
  }

  @Test
  void anAreaThatWasNotScannedIsToldOnly() throws IOException {
    String areas =
        "<ImageInfo AOIScanned=\"0\" AOIIndex=\"0\"/>"
            + TestBif.area(GRID, 0, 0, TestBif.joints(GRID, "RIGHT", "UP"));
    try (Slide slide = open(file(TestBif.encodeInfo(areas, 0, 0)))) {
      assertSame(PICTURE, slide.read(Region.of(slide.full())));
      assertThat(slide.facts().remarks()).contains("of its areas 1 were marked but not scanned");
    }
  }

  @ParameterizedTest
  @CsvSource({"0.465, 20", "'0,465', '20,0'"})
  void theScannerTellsPixelSizeAndObjective(String microns, String power) throws IOException {
    String scan =
        "<iScan ScanRes='%s' Magnification = '%s' ScanWhitePoint='1'/>".formatted(microns, power);
    byte[] file =
        TestTiff.of(
                TestBif.mosaic(PICTURE, GRID),
                TestTiff.Form.tiled(DEFLATE),
                TestBif.described("level=0 mag=20 quality=90"),
                TestTiff.Extra.text(
                    TiffTag.XMP,
                    TestBif.encodeInfo(GRID, "RIGHT", "UP").replace(TestBif.SCAN, scan)))
            .bytes();
    try (Slide slide = open(file)) {
      assertThat(slide.pixelSizeMicrons().orElseThrow()).isCloseTo(0.465, within(1e-9));
      assertThat(slide.facts().pixelSize().source()).isEqualTo("Ventana's ScanRes");
      assertThat(slide.facts().objectivePower()).hasValue(20);
    }
  }

  @Test
  void theLabelIsNoLevel() throws IOException {
    try (Slide slide = open(file(TestBif.encodeInfo(GRID, "RIGHT", "UP")))) {
      assertThat(slide.facts().otherImages())
          .containsExactly(new OtherImage("label", 60, 140, false));
    }
  }

  @Test
  void ofSeveralFocalPlanesTheFirstIsRead() throws IOException {
    // An image twice as high whose lower half is the second plane.
    RgbImage first = TestBif.mosaic(PICTURE, GRID);
    RgbImage both = RgbImage.blank(first.width(), 2 * first.height());
    first.copyTo(0, 0, both, 0, 0, first.width(), first.height());
    byte[] file =
        TestTiff.of(
                both,
                TestTiff.Form.tiled(DEFLATE),
                TestBif.described("level=0 mag=20 quality=90"),
                TestTiff.Extra.numbers(TiffTag.IMAGE_LENGTH, first.height()),
                TestTiff.Extra.numbers(TiffTag.IMAGE_DEPTH, 2),
                TestTiff.Extra.text(TiffTag.XMP, TestBif.encodeInfo(GRID, "LEFT", "UP")))
            .bytes();
    try (Slide slide = open(file)) {
      assertSame(PICTURE, slide.read(Region.of(slide.full())));
      assertThat(slide.facts().remarks()).contains("of its 2 focal planes the first is read");
    }
  }

  @Test
  void ventanasTiffIsStitchedAlready() throws IOException {
    RgbImage mosaic = TestBif.picture(192, 128);
    byte[] file = TestBif.file(mosaic, DEFLATE).bytes();
    try (Slide slide = open(file, "a.tif")) {
      assertSame(mosaic, slide.read(Region.of(slide.full())));
      assertThat(slide.levels().get(1)).isEqualTo(new Level(1, 96, 64, 2));
    }
    assertThatThrownBy(() -> open(file, "a.bif"))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(
            "a.bif: is a Ventana slide whose tiles can't be placed: its level 0 has no XML (tag"
                + " 700) with EncodeInfo.");
  }

  @Test
  void aTileOfNoLengthWasNotScanned() throws IOException {
    int[] lengths = new int[GRID.columns() * GRID.rows()];
    Arrays.fill(lengths, 3 * 64 * 64);
    lengths[0] = 0;
    byte[] file =
        TestBif.file(
                TestBif.mosaic(PICTURE, GRID),
                NONE,
                TestTiff.Extra.numbers(TiffTag.TILE_BYTE_COUNTS, lengths),
                TestTiff.Extra.text(TiffTag.XMP, TestBif.encodeInfo(GRID, "RIGHT", "UP")))
            .bytes();
    try (Slide slide = open(file)) {
      assertThat(slide.read(new Region(0, 0, 0, 40, 46)).rgb()).containsOnly((byte) 255);
      assertThat(slide.facts().remarks())
          .contains("1 of its 12 tiles were never written and are white");
    }
  }

  @Test
  void aRegionNeedsNoTileButItsOwn() throws IOException {
    TestTiff tiff =
        TestTiff.of(
            TestBif.mosaic(PICTURE, GRID),
            TestTiff.Form.tiled(DEFLATE),
            TestBif.described("level=0 mag=20 quality=90"),
            TestTiff.Extra.text(TiffTag.XMP, TestBif.encodeInfo(GRID, "RIGHT", "UP")));
    byte[] file = tiff.bytes();
    for (int tile = 0; tile < GRID.columns() * GRID.rows(); tile++) {
      if (tile != 5) {
        Arrays.fill(file, tiff.tileAt(tile), tiff.tileAt(tile) + tiff.tileBytes(tile), (byte) 1);
      }
    }
    try (Slide slide = open(file)) {
      // Column 1, row 1: from 40, 46 to where the tiles to the right and below begin.
      Region own = new Region(0, 40, 46, 40, 46);
      RgbImage expected = RgbImage.blank(40, 46);
      PICTURE.copyTo(40, 46, expected, 0, 0, 40, 46);
      assertSame(expected, slide.read(own));
      assertThatThrownBy(() -> slide.read(new Region(0, 40, 46, 41, 46)))
          .isInstanceOf(CorruptTileException.class)
          .hasMessageContaining("the tile in column 2, row 1 of level 0 is corrupt");
    }
  }
}
