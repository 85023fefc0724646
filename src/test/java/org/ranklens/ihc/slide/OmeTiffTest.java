package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranklens.RefusedException;

/** OME-TIFF of several images, channels, focal planes, and with its XML in a companion file. */
class OmeTiffTest {

  private static final TestTiff.Form TILES = TestTiff.Form.tiled(8);

  @TempDir Path folder;

  private static RgbImage grey(int width, int height, int value) {
    RgbImage image = RgbImage.blank(width, height);
    Arrays.fill(image.rgb(), (byte) value);
    return image;
  }

  private static String ome(String... images) {
    return "<?xml version=\"1.0\"?><OME UUID=\"urn:uuid:1\">"
        + "<Instrument><Objective ID=\"O:1\" NominalMagnification=\"1.25\"/>"
        + "<Objective ID=\"O:2\" NominalMagnification=\"20\"/></Instrument>"
        + String.join("", images)
        + "</OME>";
  }

  private static String image(String name, int width, int height, double microns, String data) {
    return "<Image Name=\"%s\"><ObjectiveSettings ID=\"O:2\"/><Pixels SizeX=\"%d\" SizeY=\"%d\" "
            .formatted(name, width, height)
        + "SizeC=\"3\" SizeZ=\"1\" PhysicalSizeX=\"%s\">%s</Pixels></Image>"
            .formatted(microns, data);
  }

  private static TestTiff first(int width, int height, String xml) throws IOException {
    return TestTiff.of(
        grey(width, height, 90), TILES, TestTiff.Extra.text(TiffTag.IMAGE_DESCRIPTION, xml));
  }

  private Slide open(TestTiff tiff) throws IOException {
    return Slides.open(
        Files.write(folder.resolve("a.ome.tif"), tiff.bytes()), SlideOptions.defaults());
  }

  @Test
  void anotherImageOfTheSameShapeIsNoLevelAndIsToldAsLeftOut() throws IOException {
    String xml =
        ome(
            image("area 1", 200, 160, 0.5, "<TiffData IFD=\"0\"/>"),
            image("area 2", 100, 80, 0.5, "<TiffData IFD=\"1\"/>"));
    try (Slide slide = open(first(200, 160, xml).and(grey(100, 80, 30), TILES))) {
      assertThat(slide.levels()).containsExactly(new Level(0, 200, 160, 1));
      assertThat(slide.facts().otherImages())
          .containsExactly(new OtherImage("area 2", 100, 80, true));
      assertThat(slide.facts().objectivePower()).hasValue(20);
      assertThat(slide.facts().warnings())
          .containsExactly(
              "of its 2 scanned areas only the largest is analysed, not: area 2, 100 x 80 pixels");
    }
  }

  @Test
  void aPictureThatNoImageListsMayBeALevel() throws IOException {
    String xml = ome(image("slide", 200, 160, 0.5, "<TiffData IFD=\"0\" PlaneCount=\"1\"/>"));
    try (Slide slide = open(first(200, 160, xml).and(grey(100, 80, 90), TILES))) {
      assertThat(slide.levels()).hasSize(2);
      assertThat(slide.facts().warnings()).isEmpty();
    }
  }

  @Test
  void aLabelIsNoSlideThoughItIsTheLargest() throws IOException {
    String xml =
        ome(
            image("slide", 100, 80, 0.5, "<TiffData IFD=\"0\"/>"),
            image("label image", 300, 200, 9, "<TiffData IFD=\"1\"/>"));
    try (Slide slide = open(first(100, 80, xml).and(grey(300, 200, 30), TILES))) {
      assertThat(slide.full()).isEqualTo(new Level(0, 100, 80, 1));
      assertThat(slide.facts().otherImages())
          .containsExactly(new OtherImage("label image", 300, 200, false));
      assertThat(slide.pixelSizeMicrons()).hasValue(0.5);
    }
  }

  @Test
  void theSlideMayBeAnotherThanTheFirst() throws IOException {
    String xml =
        ome(
            image("macro", 100, 80, 30, "<TiffData IFD=\"0\"/>"),
            image("tissue", 300, 200, 0.25, "<TiffData IFD=\"1\"/>"));
    try (Slide slide = open(first(100, 80, xml).and(grey(300, 200, 30), TILES))) {
      assertThat(slide.full()).isEqualTo(new Level(0, 300, 200, 1));
      assertThat(slide.pixelSizeMicrons()).hasValue(0.25);
    }
  }

  @Test
  void coloursInPicturesOfTheirOwnAreNotTakenForGrey() throws IOException {
    String xml = ome(image("slide", 100, 80, 0.5, "<TiffData/>"));
    TestTiff.Extra[] grey = {
      TestTiff.Extra.numbers(TiffTag.SAMPLES_PER_PIXEL, 1),
      TestTiff.Extra.numbers(TiffTag.BITS_PER_SAMPLE, 8),
      TestTiff.Extra.numbers(TiffTag.PHOTOMETRIC, 1),
      TestTiff.Extra.text(TiffTag.IMAGE_DESCRIPTION, xml)
    };
    assertThatThrownBy(() -> open(TestTiff.of(grey(100, 80, 90), TILES, grey)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("a.ome.tif: has 3 channels as pictures of their own");
  }

  /** Bio-Formats 7.3.1 shows the colour black. */
  @Test
  void aColourWhosePictureIsMissingIsTold() throws IOException {
    String data = "<TiffData IFD=\"0\" PlaneCount=\"1\"/><TiffData IFD=\"1\" PlaneCount=\"2\"/>";
    TestTiff.Extra[] grey = {
      TestTiff.Extra.numbers(TiffTag.SAMPLES_PER_PIXEL, 1),
      TestTiff.Extra.numbers(TiffTag.BITS_PER_SAMPLE, 8),
      TestTiff.Extra.numbers(TiffTag.PHOTOMETRIC, 1),
      TestTiff.Extra.text(TiffTag.IMAGE_DESCRIPTION, ome(image("slide", 100, 80, 0.5, data)))
    };
    TestTiff two = TestTiff.of(grey(100, 80, 90), TILES, grey).and(grey(100, 80, 90), TILES, grey);
    assertThatThrownBy(() -> open(two))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(RefusedException.class)
        .hasMessageContaining("its OME-XML lists pictures of its channels that the file does not");
  }

  @Test
  void sixteenBitsOfWhichTwelveCountAreNotReadAsDark() throws IOException {
    String xml =
        ome(image("slide", 100, 80, 0.5, "<TiffData/>"))
            .replace("SizeC", "SignificantBits=\"12\" SizeC");
    TestTiff twelve =
        TestTiff.of(
            grey(100, 80, 9),
            new TestTiff.Form(64, 8, false, 16, false, false),
            TestTiff.Extra.text(TiffTag.IMAGE_DESCRIPTION, xml));
    assertThatThrownBy(() -> open(twelve))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("has 12 significant bits in samples of 16");
  }

  @Test
  void focalPlanesAreNoLevelsAndAreTold() throws IOException {
    String xml =
        ome(image("slide", 100, 80, 0.5, "<TiffData IFD=\"0\" PlaneCount=\"2\"/>"))
            .replace("SizeZ=\"1\"", "SizeZ=\"2\"");
    try (Slide slide = open(first(100, 80, xml).and(grey(50, 40, 30), TILES))) {
      assertThat(slide.levels()).hasSize(1);
      assertThat(slide.facts().remarks()).contains("of its 2 focal planes the first is read");
    }
  }

  @Test
  void xmlOfAnotherSizeGivesNoPixelSize() throws IOException {
    String xml = ome(image("slide", 400, 320, 0.25, "<TiffData IFD=\"0\"/>"));
    try (Slide slide = open(first(100, 80, xml))) {
      assertThat(slide.facts().pixelSize())
          .isEqualTo(
              PixelSize.missing("its OME-XML speaks of 400 x 320 pixels, not of these 100 x 80"));
    }
  }

  @Test
  void xmlInACompanionBesideItIsRead() throws IOException {
    String binary = "<OME><BinaryOnly MetadataFile=\"a.companion.ome\" UUID=\"urn:uuid:1\"/></OME>";
    try (Slide slide = open(first(100, 80, binary))) {
      assertThat(slide.facts().pixelSize())
          .isEqualTo(
              PixelSize.missing("its OME-XML is in a.companion.ome, which is not beside it"));
    }
    String data = "<TiffData IFD=\"0\"><UUID FileName=\"%s\"/></TiffData>";
    Files.writeString(
        folder.resolve("a.companion.ome"),
        ome(
            image("other", 100, 80, 0.75, data.formatted("b.ome.tif")),
            image("this", 100, 80, 0.25, data.formatted("a.ome.tif"))));
    try (Slide slide = open(first(100, 80, binary))) {
      assertThat(slide.pixelSizeMicrons()).hasValue(0.25);
    }
  }

  @Test
  void aCompanionIsLookedForBesideTheFileAlone() throws IOException {
    Files.writeString(
        folder.resolve("outside.ome"), ome(image("x", 100, 80, 0.25, "<TiffData IFD=\"0\"/>")));
    Path within = Files.createDirectory(folder.resolve("within"));
    String binary = "<OME><BinaryOnly MetadataFile=\"../outside.ome\"/></OME>";
    Path file = Files.write(within.resolve("a.ome.tif"), first(100, 80, binary).bytes());
    try (Slide slide = Slides.open(file, SlideOptions.defaults())) {
      assertThat(slide.pixelSizeMicrons()).isEmpty();
    }
  }

  @Test
  void aCompanionThatIsTooLargeIsToldSo() throws IOException {
    try (RandomAccessFile large =
        new RandomAccessFile(folder.resolve("a.companion.ome").toFile(), "rw")) {
      large.setLength((16 << 20) + 1);
    }
    String binary = "<OME><BinaryOnly MetadataFile=\"a.companion.ome\"/></OME>";
    try (Slide slide = open(first(100, 80, binary))) {
      assertThat(slide.facts().pixelSize())
          .isEqualTo(
              PixelSize.missing(
                  "its OME-XML is in a.companion.ome, which holds 16777217 bytes: more than"
                      + " 16777216 are not read"));
    }
  }

  @Test
  void aCompanionIsReadWithoutDocumentTypes() throws IOException {
    Files.writeString(folder.resolve("a.companion.ome"), "<!DOCTYPE OME><OME/>");
    String binary = "<OME><BinaryOnly MetadataFile=\"a.companion.ome\"/></OME>";
    assertThatThrownBy(() -> open(first(100, 80, binary)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(
            "a.ome.tif: is no sound TIFF: its OME-XML in a.companion.ome declares a document type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1"})
  void aCompanionMayBeInAnyEncodingThatItTells(String encoding) throws IOException {
    String ome =
        ome(
            image(
                "this",
                100,
                80,
                0.25,
                "<TiffData IFD=\"0\"><UUID FileName=\"a.ome.tif\"/></TiffData>"));
    String xml =
        "<?xml version=\"1.0\" encoding=\"%s\"?><!-- \u00e4 -->".formatted(encoding)
            + ome.substring(ome.indexOf("<OME"));
    Files.write(folder.resolve("a.companion.ome"), xml.getBytes(Charset.forName(encoding)));
    String binary = "<OME><BinaryOnly MetadataFile=\"a.companion.ome\"/></OME>";
    try (Slide slide = open(first(100, 80, binary))) {
      assertThat(slide.pixelSizeMicrons()).hasValue(0.25);
    }
  }

  @Test
  void aCompanionThatIsNoTextIsTold() throws IOException {
    byte[] latin = "<OME><!-- \u00e4\u00f6 --></OME>".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("a.companion.ome"), latin);
    String binary = "<OME><BinaryOnly MetadataFile=\"a.companion.ome\"/></OME>";
    assertThatThrownBy(() -> open(first(100, 80, binary)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(
            "its OME-XML in a.companion.ome is no text in the encoding that it tells");
  }
}
