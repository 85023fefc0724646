package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.plugin.PluginFolders;
import org.ranklens.plugin.PluginLibrary;

/** Against the real Bio-Formats. */
@Tag("plugins")
class BioFormatsSlideTest {

  private static PluginFolders plugins;

  @BeforeAll
  static void bioFormatsIsHere() throws IOException {
    plugins = PluginFolders.of(Path.of(System.getProperty("ranklens.plugins", "plugins")));
    assumeTrue(
        plugins.find(PluginLibrary.BIOFORMATS).isPresent(),
        "Bio-Formats is not in the folder of -Dranklens.plugins");
  }

  private static Path reference(String name) {
    Path file = Path.of(System.getProperty("ranklens.reference"), name);
    assumeTrue(Files.exists(file), "reference data not here");
    return file;
  }

  private static Slide open(Path file, ReaderChoice reader) throws IOException {
    return Slides.open(file, new SlideOptions(reader, OptionalDouble.empty(), plugins));
  }

  @Test
  void anNdpiOpensWithItsLevels() throws IOException {
    try (Slide slide = open(reference("slides/hamamatsu-fluorescence.ndpi"), ReaderChoice.AUTO)) {
      assertThat(slide.levels())
          .containsExactly(
              new Level(0, 3968, 4864, 1),
              new Level(1, 1984, 2432, 2),
              new Level(2, 992, 1216, 4),
              new Level(3, 496, 608, 8));
      // OpenSlide 3.4.1 reports mpp-x 0.2281750559028887, objective 40 and these means.
      assertThat(slide.pixelSizeMicrons().orElseThrow()).isCloseTo(0.228175, within(1e-6));
      assertThat(slide.facts().objectivePower()).hasValue(40);
      assertThat(slide.facts().otherImages())
          .first()
          .extracting(OtherImage::name)
          .isEqualTo("macro image");
      double[] means = PictureComparison.means(slide.read(new Region(0, 1000, 1000, 200, 200)));
      assertThat(means).containsExactly(new double[] {0.2344, 0.102175, 30.108075}, within(0.5));
    }
  }

  @Test
  void aDicomSlideOpens() throws IOException {
    try (Slide slide = open(reference("slides/pathml_small_dicom.dcm"), ReaderChoice.AUTO)) {
      assertThat(slide.full()).isEqualTo(new Level(0, 3236, 2638, 1));
      assertThat(slide.reader()).isEqualTo("bioformats (DICOM)");
      // Glass: an H&E slide is nearly white outside the tissue.
      double[] means = PictureComparison.means(slide.read(new Region(0, 1000, 1000, 200, 200)));
      assertThat(Arrays.stream(means).min().orElseThrow()).isGreaterThan(200);
    }
  }

  @Test
  void bothReadersSeeTheSamePixels() throws IOException {
    List<Path> files =
        List.of(
            reference("slides/CMU-1-Small-Region.svs"), reference("ihc/fields/tissue_a/field.tif"));
    for (Path file : files) {
      try (Slide embedded = open(file, ReaderChoice.TIFF);
          Slide other = open(file, ReaderChoice.BIOFORMATS)) {
        Level full = embedded.full();
        assertThat(other.full()).isEqualTo(full);
        assertThat(other.pixelSizeMicrons()).isEqualTo(embedded.pixelSizeMicrons());
        Region region =
            new Region(0, full.width() / 3, full.height() / 3, full.width() / 2, full.height() / 2);
        PictureComparison.assertSame(embedded.read(region), other.read(region), 2);
      }
    }
  }

  @Test
  void aCompanionFileOpensAsItsTiffDoes(@TempDir Path folder) throws IOException {
    String xml =
        "<?xml version=\"1.0\"?><OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\""
            + " UUID=\"urn:uuid:00000000-0000-0000-0000-000000000001\">";
    RgbImage picture = RgbImage.blank(100, 80);
    for (int i = 0; i < picture.rgb().length; i++) {
      picture.rgb()[i] = (byte) (i / 99);
    }
    Path tiff =
        Files.write(
            folder.resolve("a.ome.tif"),
            TestTiff.of(
                    picture,
                    TestTiff.Form.tiled(8),
                    TestTiff.Extra.text(
                        TiffTag.IMAGE_DESCRIPTION,
                        xml.replace("01\">", "02\">")
                            + "<BinaryOnly MetadataFile=\"a.companion.ome\""
                            + " UUID=\"urn:uuid:00000000-0000-0000-0000-000000000001\"/></OME>"))
                .bytes());
    Path companion =
        Files.writeString(
            folder.resolve("a.companion.ome"),
            xml
                + "<Image ID=\"Image:0\"><Pixels ID=\"Pixels:0\" DimensionOrder=\"XYCZT\""
                + " Type=\"uint8\" SizeX=\"100\" SizeY=\"80\" SizeC=\"3\" SizeZ=\"1\" SizeT=\"1\""
                + " PhysicalSizeX=\"0.25\" PhysicalSizeY=\"0.25\">"
                + "<Channel ID=\"Channel:0:0\" SamplesPerPixel=\"3\"/>"
                + "<TiffData IFD=\"0\" PlaneCount=\"1\"><UUID FileName=\"a.ome.tif\">"
                + "urn:uuid:00000000-0000-0000-0000-000000000002</UUID></TiffData>"
                + "</Pixels></Image></OME>");
    try (Slide embedded = open(tiff, ReaderChoice.TIFF);
        Slide same = open(tiff, ReaderChoice.BIOFORMATS);
        Slide other = open(companion, ReaderChoice.AUTO)) {
      for (Slide slide : List.of(embedded, same, other)) {
        assertThat(slide.pixelSizeMicrons()).hasValue(0.25);
        assertThat(slide.read(Region.of(slide.full())).rgb()).isEqualTo(picture.rgb());
      }
    }
  }

  @Test
  void threadsReadAtOnceWhatOneReads() throws Exception {
    try (Slide slide = open(reference("slides/CMU-1-Small-Region.svs"), ReaderChoice.BIOFORMATS)) {
      List<Region> regions = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        regions.add(new Region(0, 100 * i, 150 * i, 300, 200));
      }
      List<byte[]> alone = new ArrayList<>();
      for (Region region : regions) {
        alone.add(slide.read(region).rgb());
      }
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Future<RgbImage>> together = new ArrayList<>();
      regions.forEach(region -> together.add(threads.submit(() -> slide.read(region))));
      for (int i = 0; i < regions.size(); i++) {
        assertThat(together.get(i).get().rgb()).isEqualTo(alone.get(i));
      }
      threads.shutdown();
    }
  }

  @Test
  void whatBioFormatsDoesNotKnowIsToldInASentence(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("notes.xyz"), "no slide at all");
    assertThatThrownBy(() -> open(file, ReaderChoice.AUTO))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(
            "notes.xyz: can't be read by Bio-Formats: it is damaged, or of a kind");
  }
}
