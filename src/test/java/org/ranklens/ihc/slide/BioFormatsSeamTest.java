package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.RefusedException;
import org.ranklens.plugin.JarOfSources;
import org.ranklens.plugin.PluginFolders;

/** Against a library of a few lines that looks like Bio-Formats. */
class BioFormatsSeamTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writeAFileThatOnlyBioFormatsReads() throws IOException {
    byte[] bytes = new byte[200];
    System.arraycopy(new byte[] {'D', 'I', 'C', 'M'}, 0, bytes, 128, 4);
    file = Files.write(folder.resolve("slide.dcm"), bytes);
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
    byte[] zeiss = new byte[200];
    System.arraycopy("ZISRAWFILE".getBytes(StandardCharsets.US_ASCII), 0, zeiss, 0, 10);
    file = Files.write(folder.resolve("slide.czi"), zeiss);
    try (Slide slide = open(FakeBioFormats.sources(true, 1, true), ReaderChoice.BIOFORMATS)) {
      assertThat(slide.reader()).isEqualTo("bioformats (Fake)");
    }
    TestTiff tiff = TestTiff.of(RgbImage.blank(64, 64), TestTiff.Form.tiled(8));
    file = Files.write(folder.resolve("slide.tif"), tiff.bytes());
    try (Slide slide = open(FakeBioFormats.sources(true, 1, true), ReaderChoice.BIOFORMATS)) {
      assertThat(slide.reader()).isEqualTo("bioformats (Fake, alone)");
    }
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
        .hasMessageEndingWith("slide.dcm: can't be read by Bio-Formats: no pixel data here.");
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
