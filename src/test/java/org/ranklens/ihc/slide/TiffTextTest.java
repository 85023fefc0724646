package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which pixel size a TIFF has by its own words. */
class TiffTextTest {

  @TempDir Path folder;

  private PixelSize size(TestTiff.Extra... tags) throws IOException {
    return facts(tags).pixelSize();
  }

  private SlideFacts facts(TestTiff.Extra... tags) throws IOException {
    TestTiff tiff = TestTiff.of(RgbImage.blank(100, 80), TestTiff.Form.tiled(8), tags);
    Path file = Files.write(folder.resolve("a.tif"), tiff.bytes());
    try (Slide slide = Slides.open(file, SlideOptions.defaults())) {
      return slide.facts();
    }
  }

  private static TestTiff.Extra description(String text) {
    return TestTiff.Extra.text(TiffTag.IMAGE_DESCRIPTION, text);
  }

  private static TestTiff.Extra[] resolution(int unit, int numerator, int denominator) {
    return new TestTiff.Extra[] {
      TestTiff.Extra.rational(TiffTag.X_RESOLUTION, numerator, denominator),
      TestTiff.Extra.rational(TiffTag.Y_RESOLUTION, numerator, denominator),
      TestTiff.Extra.numbers(TiffTag.RESOLUTION_UNIT, unit)
    };
  }

  @Test
  void aCommaIsADecimalMark() throws IOException {
    // As OpenSlide has it: the scanner's Windows may be a German one.
    SlideFacts facts =
        facts(description("Aperio Image Library v12\n100x80|AppMag = 20|MPP = 0,4990"));
    assertThat(facts.pixelSize().microns()).hasValue(0.499);
  }

  @Test
  void omeXmlMayBeginWithAByteOrderMarkOrNameItsElementsByAPrefix() throws IOException {
    String xml =
        "<OME><Image><Pixels SizeX=\"100\" SizeY=\"80\" PhysicalSizeX=\"0.25\"/></Image></OME>";
    assertThat(size(description("\ufeff" + xml)).microns()).hasValue(0.25);
    String prefixed = xml.replace("</", "</o:").replace("<", "<o:").replace("<o:/o:", "</o:");
    String named = prefixed.replace("<o:OME>", "<o:OME xmlns:o=\"urn:ome\">");
    assertThat(size(description(named)).microns()).hasValue(0.25);
  }

  @ParameterizedTest
  @CsvSource({
    // 25,400 um an inch, 10,000 um a centimetre.
    "2, 50800, 1, 0.5",
    "3, 40000, 1, 0.25",
    "3, 200000, 9, 0.45",
  })
  void resolutionTagsTell(int unit, int numerator, int denominator, double microns)
      throws IOException {
    PixelSize size = size(resolution(unit, numerator, denominator));
    assertThat(size.microns().orElseThrow()).isCloseTo(microns, within(1e-9));
    assertThat(size.source()).isEqualTo("the TIFF resolution");
  }

  @ParameterizedTest
  @CsvSource({
    "2, 72, 1, 352.8",
    "2, 300, 1, 84.67",
    "3, 10, 1, 1000",
    "3, 2147483647, 1, 4.657e-06",
  })
  void whatNoSlideHasCountsAsAbsentAndIsTold(int unit, int numerator, int denominator, String said)
      throws IOException {
    PixelSize size = size(resolution(unit, numerator, denominator));
    assertThat(size.microns()).isEmpty();
    assertThat(size.source()).isEqualTo("the TIFF resolution says %s um, which no slide has", said);
  }

  @Test
  void aResolutionWithoutUnitOrOfZeroTellsNothing() throws IOException {
    assertThat(size(resolution(1, 40_000, 1))).isEqualTo(PixelSize.unknown());
    assertThat(size(resolution(2, 0, 1))).isEqualTo(PixelSize.unknown());
    assertThat(size(resolution(2, 1, 0))).isEqualTo(PixelSize.unknown());
    assertThat(size()).isEqualTo(PixelSize.unknown());
  }

  @Test
  void pixelsThatAreNotSquareHaveNoSize() throws IOException {
    PixelSize size =
        size(
            TestTiff.Extra.rational(TiffTag.X_RESOLUTION, 40_000, 1),
            TestTiff.Extra.rational(TiffTag.Y_RESOLUTION, 20_000, 1),
            TestTiff.Extra.numbers(TiffTag.RESOLUTION_UNIT, 3));
    assertThat(size.microns()).isEmpty();
    assertThat(size.source())
        .isEqualTo("the TIFF resolution says 0.2500 x 0.5000 um, which is not square");
  }

  static Stream<Arguments> descriptions() {
    return Stream.of(
        Arguments.of("Aperio Image Library v11\n100x80;x|AppMag = 20|MPP = 0.4990", 0.499, 20),
        Arguments.of("Aperio Image Library v11\n100x80;x|AppMag = 40", 0.25, 40),
        Arguments.of(ome("PhysicalSizeX=\"0.5\""), 0.5, 0),
        Arguments.of(ome("PhysicalSizeX=\"0.5\" PhysicalSizeXUnit=\"µm\""), 0.5, 0),
        Arguments.of(ome("PhysicalSizeX=\"499\" PhysicalSizeXUnit=\"nm\""), 0.499, 0),
        Arguments.of(ome("PhysicalSizeX=\"4.99e-4\" PhysicalSizeXUnit=\"mm\""), 0.499, 0),
        Arguments.of(ome("PhysicalSizeX=\"4.99e-5\" PhysicalSizeXUnit=\"cm\""), 0.499, 0),
        Arguments.of(ome("PhysicalSizeX=\"1e-5\" PhysicalSizeXUnit=\"in\""), 0.254, 0),
        // Not a length: the resolution tags count.
        Arguments.of(ome("PhysicalSizeX=\"1\" PhysicalSizeXUnit=\"pixel\""), 0.25, 0),
        Arguments.of(ome("PhysicalSizeX=\"1\" PhysicalSizeXUnit=\"reference frame\""), 0.25, 0),
        Arguments.of(ome("PhysicalSizeX=\"nan\""), 0.25, 0),
        Arguments.of(ome(""), 0.25, 0),
        Arguments.of(
            "<OME><Image><Pixels SizeX=\"7\" SizeY=\"9\" PhysicalSizeX=\"3\"/></Image>"
                + "<Image><Pixels SizeX=\"100\" SizeY=\"80\" PhysicalSizeX=\"0.6\"/></Image></OME>",
            0.6,
            0),
        Arguments.of(
            "<OME><Instrument><Objective NominalMagnification=\"40\"/></Instrument><Image>"
                + "<Pixels PhysicalSizeX=\"0.3\"/></Image></OME>",
            0.3,
            40),
        Arguments.of(philips("\"0.000226891\" \"0.000226907\""), 0.226907, 0));
  }

  private static String ome(String attributes) {
    return "<?xml version=\"1.0\"?><OME><Image><Pixels SizeX=\"100\" SizeY=\"80\" "
        + attributes
        + "/></Image></OME>";
  }

  private static String philips(String spacing) {
    return "<?xml version=\"1.0\"?><DataObject ObjectType=\"DPUfsImport\">"
        + "<Attribute Name=\"PIIM_PIXEL_DATA_REPRESENTATION_SEQUENCE\"><Array><DataObject>"
        + "<Attribute Name=\"DICOM_PIXEL_SPACING\">"
        + spacing
        + "</Attribute></DataObject></Array></Attribute></DataObject>";
  }

  /** The resolution tags say 0.25 um; 0 stands for no objective. */
  @ParameterizedTest
  @MethodSource("descriptions")
  void theScannersOwnWordsComeFirst(String description, double microns, double power)
      throws IOException {
    List<TestTiff.Extra> tags = new ArrayList<>(List.of(resolution(3, 40_000, 1)));
    tags.add(description(description));
    SlideFacts facts = facts(tags.toArray(new TestTiff.Extra[0]));
    assertThat(facts.pixelSize().microns().orElseThrow()).isCloseTo(microns, within(1e-9));
    assertThat(facts.objectivePower().orElse(0)).isEqualTo(power);
  }

  @Test
  void imageJCountsPixelsPerItsOwnUnit() throws IOException {
    List<TestTiff.Extra> tags = new ArrayList<>(List.of(resolution(1, 4, 1)));
    tags.add(description("ImageJ=1.54p\nunit=micron\nmin=0.0\n"));
    PixelSize size = size(tags.toArray(new TestTiff.Extra[0]));
    assertThat(size.microns().orElseThrow()).isEqualTo(0.25);
    assertThat(size.source()).isEqualTo("ImageJ");
  }

  @Test
  void trestleWritesMicrometresAsResolution() throws IOException {
    SlideFacts facts =
        facts(
            TestTiff.Extra.text(TiffTag.SOFTWARE, "MedScan"),
            TestTiff.Extra.rational(TiffTag.X_RESOLUTION, 46, 100),
            description("Objective Magnification=20;OverlapsXY=0 0 0 0"));
    assertThat(facts.pixelSize().microns()).hasValue(0.46);
    assertThat(facts.objectivePower()).hasValue(20);
  }

  private static TestTiff.Extra[] aperio(String words, int perCentimetre) {
    TestTiff.Extra[] tags = Arrays.copyOf(resolution(3, perCentimetre, 1), 4);
    tags[3] = description("Aperio Image Library v12\n100x80|" + words);
    return tags;
  }

  @Test
  void twoSizesOfOneFileThatDifferAreTold() throws IOException {
    assertThat(facts(aperio("AppMag = 20|MPP = 0.499", 10_000)).warnings())
        .containsExactly(
            "Aperio's MPP says 0.4990 um a pixel, the TIFF resolution 1.000 um (tags 282 and 296): the"
                + " first was taken");
    // The same, rounded; and a printer's 300 dots an inch.
    assertThat(facts(aperio("AppMag = 20|MPP = 0.499", 20_000)).warnings()).isEmpty();
    assertThat(facts(aperio("AppMag = 20|MPP = 0.499", 118)).warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "20, 0.499, false",
    "40, 0.25, false",
    // 3DHISTECH, by an adapter.
    "20, 0.2325, false",
    "40, 0.499, true",
    "20, 0.1, true",
  })
  void aPixelSizeThatDoesNotFitTheObjectiveIsTold(double power, double microns, boolean told)
      throws IOException {
    SlideFacts facts =
        facts(
            description(
                "Aperio Image Library v12\n100x80|AppMag = " + power + "|MPP = " + microns));
    assertThat(facts.warnings().isEmpty()).isEqualTo(!told);
    if (told) {
      assertThat(facts.warnings())
          .singleElement()
          .asString()
          .contains("doesn't fit an objective of", "--pixel-size-um");
    }
  }
}
