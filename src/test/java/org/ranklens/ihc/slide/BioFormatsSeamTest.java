package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranklens.RefusedException;
import org.ranklens.plugin.JarOfSources;
import org.ranklens.plugin.PluginFolders;

/** Against a library of a few lines that looks like Bio-Formats. */
class BioFormatsSeamTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writeAFileThatOnlyBioFormatsReads() throws IOException {
    // 8 rows of 8 columns, and their pixels.
    String elements = "2800100055530200080028001100555302000800e07f10004f42000040000000";
    byte[] head = HexFormat.of().parseHex("00".repeat(128) + "4449434d" + elements);
    file = Files.write(folder.resolve("slide.dcm"), Arrays.copyOf(head, head.length + 64));
  }

  private Slide open(Map<String, String> library, ReaderChoice reader) throws IOException {
    JarOfSources.write(folder.resolve("bioformats_package.jar"), "8.0.0", library);
    PluginFolders plugins = PluginFolders.of(folder);
    return Slides.open(file, new SlideOptions(reader, OptionalDouble.empty(), plugins));
  }

  @Test
  void withoutBioFormatsTheFileIsRefusedAndTheJarNamed() {
    assertThatThrownBy(() -> Slides.open(file, SlideOptions.defaults()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("slide.dcm: is DICOM, which only Bio-Formats reads as a slide")
        .hasMessageContaining("put bioformats_package.jar into the plugins folder")
        .hasMessageContaining("ranklens readers --install bioformats");
  }

  @Test
  void aScannersFileMayTakeOthersInAndATiffStandsByItself() throws IOException {
    file = Files.write(folder.resolve("slide.czi"), TestCzi.ofPieces(2));
    try (Slide slide = open(FakeBioFormats.sources(true, 1, true), ReaderChoice.BIOFORMATS)) {
      assertThat(slide.reader()).isEqualTo("bioformats (Fake)");
    }
    TestTiff tiff = TestTiff.of(RgbImage.blank(64, 64), TestTiff.Form.tiled(8));
    file = Files.write(folder.resolve("slide.tif"), tiff.bytes());
    try (Slide slide = open(FakeBioFormats.sources(true, 1, true), ReaderChoice.BIOFORMATS)) {
      assertThat(slide.reader()).isEqualTo("bioformats (Fake, alone)");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "262, 3, its colours are those of a palette",
    "262, 5, its colours are CMYK",
    "262, 6, its colours are YCbCr without JPEG",
    "262, 8, its colours are L*a*b*",
    "258, 4, it has 4 bits per sample",
    "259, 6, its tiles are compressed by JPEG of the old kind (6)",
  })
  void aTiffThatBioFormatsWouldShowInFalseColoursIsRefused(int tag, int value, String why)
      throws IOException {
    // Bio-Formats 7.3.1 gives out such samples as they are stored, and calls them RGB or grey.
    TestTiff tiff =
        TestTiff.of(
            RgbImage.blank(8, 6),
            new TestTiff.Form(0, 8, false, 8, false, false),
            TestTiff.Extra.numbers(tag, value));
    file = Files.write(folder.resolve("slide.tif"), tiff.bytes());
    for (ReaderChoice reader : List.of(ReaderChoice.AUTO, ReaderChoice.BIOFORMATS)) {
      assertThatThrownBy(() -> open(FakeBioFormats.sources(true, 1, true), reader))
          .isInstanceOf(RefusedException.class)
          .hasMessageEndingWith(
              "slide.tif: can't be read in true colours, even by Bio-Formats: "
                  + why
                  + "; export the slide as an 8-bit RGB TIFF.");
    }
    assertThatThrownBy(() -> Slides.open(file, SlideOptions.defaults()))
        .isInstanceOf(RefusedException.class)
        .hasMessageEndingWith("; export the slide as an 8-bit RGB TIFF.");
  }

  /** Its largest picture may be the photograph of the glass. */
  @Test
  void aScannersTiffThatBioFormatsTakesForAPlainOneIsRefused() throws IOException {
    TestTiff leica =
        TestTiff.of(
            RgbImage.blank(8, 6),
            new TestTiff.Form(0, 8, false, 8, false, false),
            TestTiff.Extra.text(
                TiffTag.IMAGE_DESCRIPTION,
                "<scn xmlns=\"http://www.leica-microsystems.com/scn/2010/10/01\"><collection"));
    file = Files.write(folder.resolve("slide.scn"), leica.bytes());
    assertThatThrownBy(() -> open(FakeBioFormats.sources(true, 1, true), ReaderChoice.AUTO))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(
            "slide.scn: is a Leica SCN, which Bio-Formats takes for 'Fake, alone': what tells of its"
                + " pictures is damaged");
  }

  @Test
  void anOlympusSlideWithoutItsFolderIsToldSo() throws IOException {
    file = Files.write(folder.resolve("Slide 1.vsi"), new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0});
    assertThatThrownBy(() -> open(FakeBioFormats.sources(true, 1, true), ReaderChoice.AUTO))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("whose pixels lie in the folder _Slide 1_, which is not beside it");
    Files.createDirectory(folder.resolve("_Slide 1_"));
    open(FakeBioFormats.sources(true, 1, true), ReaderChoice.AUTO).close();
  }

  @Test
  void whatBothReadersFailAtIsToldByBoth() throws IOException {
    TestTiff webp =
        TestTiff.of(
            RgbImage.blank(64, 64),
            TestTiff.Form.tiled(8),
            TestTiff.Extra.numbers(TiffTag.COMPRESSION, 50_001));
    file = Files.write(folder.resolve("slide.tif"), webp.bytes());
    assertThatThrownBy(() -> open(FakeBioFormats.failing(), ReaderChoice.AUTO))
        .isInstanceOf(RefusedException.class)
        .hasMessageEndingWith(
            "slide.tif: can't be read by the embedded reader: its tiles are compressed by WebP"
                + " (50001), and Bio-Formats fails: no pixel data here; copy it anew, or export the"
                + " slide as an 8-bit RGB TIFF.");
  }

  @Test
  void theEmbeddedReaderAloneRefusesToo() {
    SlideOptions tiff =
        new SlideOptions(ReaderChoice.TIFF, OptionalDouble.empty(), PluginFolders.none());
    assertThatThrownBy(() -> Slides.open(file, tiff)).isInstanceOf(RefusedException.class);
  }

  @Test
  void planarPixelsAreRead() throws IOException {
    try (Slide slide = open(FakeBioFormats.sources(false, 1, true), ReaderChoice.AUTO)) {
      assertPixels(slide);
    }
  }

  @Test
  void interleavedPixelsAreRead() throws IOException {
    try (Slide slide = open(FakeBioFormats.sources(true, 1, true), ReaderChoice.AUTO)) {
      assertPixels(slide);
    }
  }

  @Test
  void bothByteOrdersOfSixteenBitsAreRead() throws IOException {
    for (boolean little : new boolean[] {true, false}) {
      try (Slide slide = open(FakeBioFormats.sources(true, 2, little), ReaderChoice.AUTO)) {
        assertPixels(slide);
      }
    }
  }

  /** The fake's sample is x + 10 y + 80 c, in 16 bits its upper byte. */
  private static void assertPixels(Slide slide) throws IOException {
    assertThat(slide.read(new Region(0, 2, 1, 2, 2)).rgb())
        .containsExactly(12, 92, 172, 13, 93, 173, 22, 102, 182, 23, 103, 183);
    assertThat(slide.reader()).isEqualTo("bioformats (Fake)");
  }

  @Test
  void theLargestSeriesThatIsNoMacroIsTheSlide() throws IOException {
    try (Slide slide = open(FakeBioFormats.sources(true, 1, true), ReaderChoice.AUTO)) {
      assertThat(slide.levels()).containsExactly(new Level(0, 8, 6, 1), new Level(1, 4, 3, 2));
      assertThat(slide.facts().otherImages())
          .containsExactly(
              new OtherImage("macro image", 20, 20, false), new OtherImage("series 2", 7, 6, true));
      assertThat(slide.facts().warnings())
          .containsExactly(
              "of its 2 scanned areas only the largest is analysed, not: series 2, 7 x 6 pixels");
      // The fake's pixel is 0.00025 of its millimetres.
      assertThat(slide.pixelSizeMicrons()).hasValue(0.25);
      assertThat(slide.facts().objectivePower()).hasValue(40);
    }
  }

  @Test
  void anOlderBioFormatsIsToldByAllThatItLacks() {
    Map<String, String> old = FakeBioFormats.withoutPyramids();
    assertThatThrownBy(() -> open(old, ReaderChoice.BIOFORMATS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 8.0.0 lacks")
        .hasMessageContaining("IFormatReader.getResolutionCount()")
        .hasMessageContaining("IFormatReader.setFlattenedResolutions(boolean)");
  }

  @Test
  void aFormatExceptionIsASentenceWithTheFile() {
    Map<String, String> failing = FakeBioFormats.failing();
    assertThatThrownBy(() -> open(failing, ReaderChoice.AUTO))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(
            "slide.dcm: can't be read by Bio-Formats: it is damaged, or of a kind that Bio-Formats"
                + " does not know (Bio-Formats says: no pixel data here); copy it anew, or export it"
                + " as TIFF from the scanner's viewer.");
  }

  @Test
  void whatBioFormatsFailsToReadIsToldWithItsPlaceAndItsOwnWordsBehind() throws IOException {
    try (Slide slide = open(FakeBioFormats.withBadTiles(), ReaderChoice.AUTO)) {
      assertThat(slide.full()).isEqualTo(new Level(0, 200, 100, 1));
      assertThatThrownBy(() -> slide.read(new Region(0, 100, 10, 50, 40)))
          .isInstanceOf(CorruptTileException.class)
          .hasMessageEndingWith(
              "slide.dcm: level 0 at x 100, y 10 can't be read by Bio-Formats: it is damaged, or of"
                  + " a kind that Bio-Formats does not know (Bio-Formats says: Index 9 of 8).");
    }
  }

  @Test
  void whatBioFormatsFailsToReadIsLeftWhiteAndNamedWhereBadTilesMayBe() throws IOException {
    JarOfSources.write(
        folder.resolve("bioformats_package.jar"), "8.0.0", FakeBioFormats.withBadTiles());
    SlideOptions skipping =
        new SlideOptions(ReaderChoice.AUTO, OptionalDouble.empty(), PluginFolders.of(folder))
            .withSkipBadTiles(true);
    try (Slide slide = Slides.open(file, skipping)) {
      RgbImage read = slide.read(new Region(0, 126, 62, 4, 4));
      // The tile in column 2, row 0 is bad: two pixels to the right in the upper two rows.
      assertThat(read.rgb()[3 * 2] & 0xff).isEqualTo(255);
      assertThat(read.rgb()[3 * 5 + 3 * 2] & 0xff).isEqualTo(255);
      assertThat(read.rgb()[0]).isEqualTo((byte) (126 + 10 * 62));
      assertThat(read.rgb()[3 * (3 * 4 + 3)]).isEqualTo((byte) (129 + 10 * 65));
      assertThat(slide.leftOut()).containsExactly("level 0 row 0 column 2");
    }
  }

  @Test
  void aMissingPartIsSaidInWords() {
    Map<String, String> incomplete = FakeBioFormats.incomplete();
    assertThatThrownBy(() -> open(incomplete, ReaderChoice.AUTO))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("bioformats_package.jar can't be used: a part of it is missing")
        .hasMessageContaining("readers --install bioformats");
  }
}
