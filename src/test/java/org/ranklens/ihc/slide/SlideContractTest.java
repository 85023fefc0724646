package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencv.imgcodecs.Imgcodecs;
import org.ranklens.plugin.PluginFolders;
import org.ranklens.plugin.PluginLibrary;

/** What every slide promises, whoever reads it: one picture, written in every form. */
class SlideContractTest {

  private static final int WIDTH = 150;
  private static final int HEIGHT = 100;

  /** One for all tests: loading Bio-Formats takes a second. */
  private static final PluginFolders PLUGINS =
      PluginFolders.of(Path.of(System.getProperty("ranklens.plugins", "plugins")));

  /** As the analysis opens slides; tiles of tiff are read without. */
  private static final SlideOptions KEEPING = SlideOptions.defaults().keepingTiles();

  @TempDir Path folder;

  /** A way to have the picture as a slide; {@code greyLevels} it may differ in the mean. */
  record Variant(String title, double greyLevels, Opening opening) {
    @Override
    public String toString() {
      return title;
    }
  }

  /** Opens the picture as a slide. */
  @FunctionalInterface
  interface Opening {
    Slide open(Path folder) throws IOException;
  }

  static Stream<Variant> variants() throws IOException {
    List<Variant> all = new ArrayList<>();
    all.add(
        new Variant(
            "in memory", 0, f -> new ArraySlide("a", "array", picture(), OptionalDouble.empty())));
    forms()
        .forEach(
            (title, form) ->
                all.add(
                    new Variant(
                        title, form.compression() == 7 ? 2 : 0, f -> tiff(f, form, false))));
    samplings()
        .forEach(
            (title, sampling) ->
                all.add(new Variant("tiles of JPEG " + title, 2, f -> sampled(f, sampling))));
    for (int compression : List.of(7, 8)) {
      for (String horizontal : List.of("RIGHT", "LEFT")) {
        all.add(
            new Variant(
                "BIF of compression %d, joints to the %s".formatted(compression, horizontal),
                compression == 7 ? 2 : 0,
                f -> bif(f, compression, horizontal)));
      }
    }
    all.add(new Variant("MRXS of PNG", 0, f -> mirax(f, photographs())));
    all.add(new Variant("MRXS of JPEG", 2, f -> mirax(f, photographs().jpeg())));
    if (PLUGINS.find(PluginLibrary.BIOFORMATS).isPresent()) {
      forms()
          .forEach(
              (title, form) ->
                  all.add(
                      new Variant(
                          title + " by Bio-Formats",
                          form.compression() == 7 ? 2 : 0,
                          f -> tiff(f, form, true))));
    }
    return all.stream();
  }

  private static Map<String, TestTiff.Form> forms() {
    Map<String, TestTiff.Form> forms = new LinkedHashMap<>();
    forms.put("tiles of JPEG", TestTiff.Form.tiled(7));
    forms.put("strips of JPEG", new TestTiff.Form(0, 7, false, 8, false, false));
    forms.put("tiles without compression", TestTiff.Form.tiled(1));
    forms.put("tiles of deflate", TestTiff.Form.tiled(8));
    forms.put("tiles of PackBits", TestTiff.Form.tiled(32773));
    forms.put("strips, big endian", new TestTiff.Form(0, 1, false, 8, true, false));
    forms.put("planes", new TestTiff.Form(64, 8, true, 8, false, false));
    forms.put("planes in strips", new TestTiff.Form(0, 1, true, 8, false, false));
    forms.put("BigTIFF", new TestTiff.Form(64, 8, false, 8, false, true));
    forms.put("16 bits", new TestTiff.Form(64, 1, false, 16, false, false));
    forms.put("16 bits, big endian", new TestTiff.Form(64, 8, false, 16, true, false));
    forms.put("one tile wider than the picture", new TestTiff.Form(160, 1, false, 8, false, false));
    return forms;
  }

  private static Map<String, Integer> samplings() {
    Map<String, Integer> samplings = new LinkedHashMap<>();
    samplings.put("4:4:4", Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444);
    samplings.put("4:2:2", Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_422);
    samplings.put("4:4:0", Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_440);
    samplings.put("4:1:1", Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_411);
    return samplings;
  }

  private static Slide sampled(Path folder, int sampling) throws IOException {
    TestTiff tiff =
        TestTiff.of(picture(), TestTiff.Form.tiled(7), tile -> TestTiff.jpeg(tile, sampling));
    Path file = Files.write(folder.resolve("picture.tif"), tiff.bytes());
    return Slides.open(file, KEEPING);
  }

  /** Tiles of 64 pixels that overlap by 21 and 28 make up 150 x 100. */
  private static Slide bif(Path folder, int compression, String horizontal) throws IOException {
    TestBif.Grid grid = new TestBif.Grid(3, 2, 21, 28);
    byte[] bytes =
        TestBif.file(
            TestBif.mosaic(picture(), grid),
            compression,
            TestBif.encodeInfo(grid, horizontal, "UP"));
    return Slides.open(Files.write(folder.resolve("picture.bif"), bytes), KEEPING);
  }

  /** Two photographs of 80 x 64 pixels each way make up 150 x 100. */
  private static TestMirax photographs() {
    return new TestMirax(picture(), 2, 2, 2).overlap(10, 28);
  }

  private static Slide mirax(Path folder, TestMirax mirax) throws IOException {
    return Slides.open(mirax.write(folder, "picture"), KEEPING);
  }

  private static Slide tiff(Path folder, TestTiff.Form form, boolean byBioFormats)
      throws IOException {
    Path file = Files.write(folder.resolve("picture.tif"), TestTiff.of(picture(), form).bytes());
    ReaderChoice reader = byBioFormats ? ReaderChoice.BIOFORMATS : ReaderChoice.TIFF;
    return Slides.open(file, new SlideOptions(reader, OptionalDouble.empty(), PLUGINS));
  }

  /** Smooth, so that JPEG keeps it, unlike in every direction and channel, so that none swaps. */
  private static RgbImage picture() {
    RgbImage image = RgbImage.blank(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int at = 3 * (y * WIDTH + x);
        image.rgb()[at] = (byte) (40 + x);
        image.rgb()[at + 1] = (byte) (230 - 2 * y);
        image.rgb()[at + 2] = (byte) (100 + (x + y) / 4);
      }
    }
    return image;
  }

  @ParameterizedTest
  @MethodSource("variants")
  void thePictureComesBack(Variant variant) throws IOException {
    try (Slide slide = variant.opening().open(folder)) {
      assertThat(slide.full()).isEqualTo(new Level(0, WIDTH, HEIGHT, 1));
      PictureComparison.assertSame(
          picture(), slide.read(Region.of(slide.full())), variant.greyLevels());
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void aRegionIsThatPartOfTheWhole(Variant variant) throws IOException {
    try (Slide slide = variant.opening().open(folder)) {
      RgbImage whole = slide.read(Region.of(slide.full()));
      for (Region region :
          List.of(
              new Region(0, 0, 0, 1, 1),
              new Region(0, 60, 28, 70, 40),
              new Region(0, 64, 64, 64, 36),
              new Region(0, WIDTH - 1, HEIGHT - 1, 1, 1))) {
        RgbImage part = RgbImage.blank(region.width(), region.height());
        whole.copyTo(region.x(), region.y(), part, 0, 0, region.width(), region.height());
        // A reader may smooth JPEG's colour across the edge of what it decodes at once.
        PictureComparison.assertSame(part, slide.read(region), variant.greyLevels());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void memoryOfAnyValuesGivesTheSamePixels(Variant variant) throws IOException {
    try (Slide slide = variant.opening().open(folder)) {
      Region region = new Region(0, 60, 28, 90, 72);
      byte[] room = new byte[RgbImage.bytes(90, 72) + 50];
      Arrays.fill(room, (byte) 77);
      RgbImage fresh = slide.read(region);
      RgbImage read = slide.read(region, room);
      assertThat(Arrays.copyOf(read.rgb(), fresh.rgb().length)).isEqualTo(fresh.rgb());
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void aRegionThatLeavesTheLevelIsOurBug(Variant variant) throws IOException {
    try (Slide slide = variant.opening().open(folder)) {
      assertThatThrownBy(() -> slide.read(new Region(0, WIDTH - 1, 0, 2, 1)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void threadsReadAtOnceWhatOneReads(Variant variant) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try (Slide slide = variant.opening().open(folder)) {
      Region region = new Region(0, 10, 20, 120, 60);
      byte[] alone = slide.read(region).rgb();
      List<Future<RgbImage>> together = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        together.add(threads.submit(() -> slide.read(region)));
      }
      for (Future<RgbImage> one : together) {
        assertThat(one.get().rgb()).isEqualTo(alone);
      }
    } finally {
      threads.shutdown();
    }
  }
}
