package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranklens.RefusedException;
import org.ranklens.plugin.PluginFolders;

/**
 * Slides of 3DHISTECH's scanners: photographs, each cut into images, lie where the scanner says, as
 * OpenSlide has it (src/accuracy/readers compares the pixels).
 */
class MiraxTest {

  private static final int COLUMNS = 3;
  private static final int ROWS = 2;
  private static final int DIVISIONS = 2;
  private static final int WIDTH = TestMirax.covered(COLUMNS, DIVISIONS, TestMirax.IMAGE_WIDTH);
  private static final int HEIGHT = TestMirax.covered(ROWS, DIVISIONS, TestMirax.IMAGE_HEIGHT);

  /** Wider than what is covered, for photographs that are taken off their places. */
  private static final RgbImage PICTURE = TestBif.picture(WIDTH + 10, HEIGHT + 10);

  private static final Region WHOLE = new Region(0, 0, 0, WIDTH, HEIGHT);

  @TempDir Path folder;

  private static TestMirax mirax() {
    return new TestMirax(PICTURE, COLUMNS, ROWS, DIVISIONS);
  }

  private static RgbImage part(int x, int y, int width, int height) {
    RgbImage part = RgbImage.blank(width, height);
    PICTURE.copyTo(x, y, part, 0, 0, width, height);
    return part;
  }

  private static Slide open(Path file) throws IOException {
    return Slides.open(file, SlideOptions.defaults());
  }

  private Path settings() {
    return folder.resolve("a/Slidedat.ini");
  }

  private void change(String from, String to) throws IOException {
    String text = Files.readString(settings());
    assertThat(text).contains(from);
    Files.writeString(settings(), text.replace(from, to));
  }

  @ParameterizedTest
  @EnumSource(TestMirax.Places.class)
  void photographsLieWhereTheScannerSays(TestMirax.Places places) throws IOException {
    try (Slide slide = open(mirax().places(places).write(folder, "a"))) {
      assertThat(slide.full()).isEqualTo(new Level(0, WIDTH, HEIGHT, 1));
      assertThat(slide.reader()).isEqualTo("mrxs");
      PictureComparison.assertSame(part(0, 0, WIDTH, HEIGHT), slide.read(WHOLE), 0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void aPhotographIsCutIntoImages(int divisions) throws IOException {
    int width = TestMirax.covered(2, divisions, TestMirax.IMAGE_WIDTH);
    int height = TestMirax.covered(2, divisions, TestMirax.IMAGE_HEIGHT);
    RgbImage picture = TestBif.picture(width, height);
    try (Slide slide = open(new TestMirax(picture, 2, 2, divisions).write(folder, "a"))) {
      assertThat(slide.full()).isEqualTo(new Level(0, width, height, 1));
      PictureComparison.assertSame(picture, slide.read(Region.of(slide.full())), 0);
    }
  }

  @Test
  void aPhotographThatLiesOffTheGridIsShownWhereItLies() throws IOException {
    try (Slide slide = open(mirax().shifted(4).write(folder, "a"))) {
      // The last photographs reach over the grid and are cut to it, as by OpenSlide.
      Level full = slide.full();
      assertThat(full.width()).isBetween(WIDTH - 6, WIDTH);
      // The first photograph's own pixels, and the fourth's, which is shifted.
      PictureComparison.assertSame(part(0, 0, 70, 50), slide.read(new Region(0, 0, 0, 70, 50)), 0);
      PictureComparison.assertSame(
          part(100, 10, 30, 20), slide.read(new Region(0, 100, 10, 30, 20)), 0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void imagesOfASmallerLevelHoldSeveralOfTheLarger(int divisions) throws IOException {
    int width = TestMirax.covered(2, divisions, TestMirax.IMAGE_WIDTH);
    int height = TestMirax.covered(2, divisions, TestMirax.IMAGE_HEIGHT);
    RgbImage picture = TestBif.picture(width, height);
    try (Slide slide = open(new TestMirax(picture, 2, 2, divisions).write(folder, "a"))) {
      Level half = slide.levels().get(1);
      assertThat(half).isEqualTo(new Level(1, width / 2, height / 2, 2));
      // All places are even here, so that the mean of four pixels is what is stored.
      PictureComparison.assertSame(
          Downsampling.to(picture, width / 2, height / 2), slide.read(Region.of(half)), 1);
    }
  }

  @Test
  void jpegIsReadAsPngIs() throws IOException {
    try (Slide slide = open(mirax().jpeg().write(folder, "a"))) {
      PictureComparison.assertSame(part(0, 0, WIDTH, HEIGHT), slide.read(WHOLE), 2);
    }
  }

  @Test
  void whatWasNotTakenIsWhite() throws IOException {
    int photo = 2 * TestMirax.IMAGE_WIDTH;
    try (Slide slide = open(mirax().without(1).write(folder, "a"))) {
      assertThat(slide.full()).isEqualTo(new Level(0, WIDTH, HEIGHT, 1));
      byte[] gap = slide.read(new Region(0, photo, 0, 40, 40)).rgb();
      byte[] white = new byte[gap.length];
      Arrays.fill(white, (byte) 255);
      assertThat(gap).isEqualTo(white);
      assertThat(slide.facts().remarks().get(0))
          .isEqualTo(
              "it is put together from 5 of the 6 photographs of its grid, placed where the scanner"
                  + " says; the rest is white");
    }
  }

  @Test
  void theSlideReachesOverWhatWasTaken() throws IOException {
    RgbImage picture = TestBif.picture(WIDTH, HEIGHT);
    TestMirax row = new TestMirax(picture, COLUMNS, 1, DIVISIONS).without(0);
    int left = DIVISIONS * TestMirax.IMAGE_WIDTH - TestMirax.OVERLAP;
    try (Slide slide = open(row.write(folder, "a"))) {
      assertThat(slide.full().width()).isEqualTo(WIDTH - left);
      RgbImage expected = RgbImage.blank(50, 40);
      picture.copyTo(left, 0, expected, 0, 0, 50, 40);
      PictureComparison.assertSame(expected, slide.read(new Region(0, 0, 0, 50, 40)), 0);
    }
  }

  @Test
  void pixelSizeAndObjectiveAreTheScanners() throws IOException {
    try (Slide slide = open(mirax().write(folder, "a"))) {
      assertThat(slide.pixelSizeMicrons().orElseThrow()).isEqualTo(0.325, within(1e-9));
      assertThat(slide.facts().pixelSize().source()).isEqualTo("MICROMETER_PER_PIXEL_X");
      assertThat(slide.facts().objectivePower()).hasValue(20);
    }
  }

  @Test
  void thePreviewAloneIsNoSlide() throws IOException {
    Path preview = Files.write(folder.resolve("b.mrxs"), TestTiff.jpeg(PICTURE));
    assertThatThrownBy(() -> open(preview))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("b.mrxs: is only the preview of its slide: the folder b with")
        .hasMessageContaining("keep the file and the folder of the same name together");
  }

  @Test
  void bioFormatsIsNotAskedForIt() throws IOException {
    Path file = mirax().write(folder, "a");
    SlideOptions forced =
        new SlideOptions(ReaderChoice.BIOFORMATS, OptionalDouble.empty(), PluginFolders.none());
    assertThatThrownBy(() -> Slides.open(file, forced))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("is 3DHISTECH MRXS, which Bio-Formats does not read");
  }

  @Test
  void itsFolderBelongsToTheSlide() throws IOException {
    Path file = mirax().write(folder, "a");
    assertThat(Slides.foldersOf(file)).containsExactly(folder.resolve("a"));
    assertThat(Slides.foldersOf(folder.resolve("b.mrxs"))).isEmpty();
    assertThat(Slides.foldersOf(folder.resolve("a.tif"))).isEmpty();
  }

  @Test
  void aDataFileThatIsMissingIsNamed() throws IOException {
    Path file = mirax().write(folder, "a");
    Files.delete(folder.resolve("a/Data0001.dat"));
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Data0001.dat: is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SLIDE_ID = F | SLIDE_ID = E | Index.dat: is no sound MRXS: it does not begin with 01.02",
        "SLIDE_ID | X | Slidedat.ini: is no sound MRXS: SLIDE_ID of [GENERAL] is missing",
        "IMAGENUMBER_X = 6 | IMAGENUMBER_X = 0 | IMAGENUMBER_X of [GENERAL] is 0, which no slide",
        "IMAGENUMBER_X = 6 | IMAGENUMBER_X = six | IMAGENUMBER_X of [GENERAL] is \"six\", no",
        "IMAGENUMBER_X = 6 | IMAGENUMBER_X = 7 | Index.dat: is no sound MRXS: its image",
        "IMAGENUMBER_X = 6 | IMAGENUMBER_X = 8 | the places of its 8 photographs take 54 bytes",
        "IMAGENUMBER_Y = 4 | IMAGENUMBER_Y = 90000 | of its 135000 photographs take 54",
        "PerSide = 2 | PerSide = 3 | CameraImageDivisionsPerSide of [GENERAL] is 3, no power",
        "IMAGE_FORMAT = PNG | IMAGE_FORMAT = BMP24 | is a MRXS whose images are BMP24, which",
        "FILE_1 = Data | FILE_1 = ../Data | FILE_1 of [DATAFILE] is no name of a file",
        "Slide zoom level | Filter | HIER_0_NAME of [HIERARCHICAL] is not \"Slide zoom level\"",
        "FILE_COUNT = 2 | FILE_COUNT = 1 | of file 1 of 1",
      })
  void whatContradictsItselfIsTold(String from, String to, String message) throws IOException {
    Path file = mirax().write(folder, "a");
    change(from, to);
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }

  @Test
  void pagesThatGoInACircleAreTold() throws IOException {
    Path file = mirax().write(folder, "a");
    Path index = folder.resolve("a/Index.dat");
    byte[] stored = Files.readAllBytes(index);
    ByteBuffer bytes = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
    int head = bytes.getInt(bytes.getInt("01.02".length() + 32));
    int page = bytes.getInt(head + 4);
    bytes.putInt(page + 4, page);
    Files.write(index, stored);
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Index.dat: is no sound MRXS: its pages go in a circle at byte");
  }

  @Test
  void aTruncatedDataFileFailsTheRegionOrIsLeftOut() throws IOException {
    Path file = mirax().jpeg().write(folder, "a");
    Path data = folder.resolve("a/Data0000.dat");
    byte[] bytes = Files.readAllBytes(data);
    Files.write(data, Arrays.copyOf(bytes, 900));
    try (Slide slide = open(file)) {
      assertThatThrownBy(() -> slide.read(WHOLE))
          .isInstanceOf(CorruptTileException.class)
          .hasMessageContaining("a.mrxs: the tile in column")
          .hasMessageContaining("is corrupt: Data0000.dat ends at byte 900, before the");
    }
    try (Slide slide = Slides.open(file, SlideOptions.defaults().withSkipBadTiles(true))) {
      slide.read(WHOLE);
      assertThat(slide.leftOut()).hasSizeGreaterThan(5).contains("level 0 row 1 column 1");
    }
  }

  // As SlideFuzzTest does for a TIFF: it opens and reads, or is told by an exception.
  @ParameterizedTest
  @ValueSource(strings = {"Slidedat.ini", "Index.dat", "Data0000.dat", "Data0001.dat"})
  void damageByChanceIsToldOrDoesNotMatter(String name) throws IOException {
    Path file = mirax().jpeg().write(folder, "a");
    Path damaged = folder.resolve("a").resolve(name);
    byte[] sound = Files.readAllBytes(damaged);
    Random random = new Random(7);
    int told = 0;
    for (int run = 0; run < Integer.getInteger("ranklens.fuzz", 40); run++) {
      byte[] bytes =
          Arrays.copyOf(sound, run % 4 == 0 ? random.nextInt(sound.length) : sound.length);
      for (int i = 0; i < 1 + run % 3 && bytes.length > 0; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      Files.write(damaged, bytes);
      try (Slide slide = open(file)) {
        for (Level level : slide.levels()) {
          slide.read(new Region(level.index(), 0, 0, Math.min(60, level.width()), 1));
        }
      } catch (IOException e) {
        assertThat(e.getMessage()).contains(folder.toString());
        told++;
      } catch (RuntimeException | OutOfMemoryError e) {
        fail(
            new String(bytes, StandardCharsets.ISO_8859_1),
            new UncheckedIOException(new IOException(e)));
      }
    }
    assertThat(told).isPositive();
  }
}
