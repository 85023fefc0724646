package org.ranklens.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.RoiEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranklens.RefusedException;
import org.ranklens.ihc.slide.RegionOfInterest;

class RoiFileTest {

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Path reference(String name) {
    Path path = Path.of(System.getProperty("ranklens.reference"), "slides/qupath_geojson", name);
    assumeTrue(Files.exists(path), "reference data not here: " + name);
    return path;
  }

  @Test
  void aRectangleOfQuPathKeepsNameAndArea() throws IOException {
    List<RegionOfInterest> regions = RoiFile.read(reference("qupath-rectangle.json"));
    assertThat(regions).hasSize(1);
    assertThat(regions.get(0).name()).isEqualTo("rectangle");
    // (26478 - 26268) * (15474 - 15298), read off the file.
    assertThat(regions.get(0).polygonLevel0Px().getArea()).isEqualTo(36960.0);
  }

  @ParameterizedTest
  @CsvSource({
    "qupath-brush.json,1",
    "qupath-ellipse.json,1",
    "qupath-polygon.json,1",
    "qupath-wand.json,1"
  })
  void everyAreaOfQuPathIsRead(String name, int areas) throws IOException {
    assertThat(RoiFile.read(reference(name))).hasSize(areas);
  }

  @ParameterizedTest
  @CsvSource({
    "qupath-point.json",
    "qupath-multipoint.json",
    "qupath-line.json",
    "qupath-polyline.json"
  })
  void linesAndPointsAreRefusedSinceTheyHaveNoArea(String name) {
    Path file = reference(name);
    assertThatThrownBy(() -> RoiFile.read(file))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("holds no area");
  }

  @Test
  void aHoleIsNotPartOfTheArea() throws IOException {
    Path file =
        file(
            "hole.geojson",
            """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"ring"},
            "geometry":{"type":"Polygon","coordinates":[[[0,0],[10,0],[10,10],[0,10],[0,0]],
            [[2,2],[4,2],[4,4],[2,4],[2,2]]]}}]}
            """);
    assertThat(RoiFile.read(file).get(0).polygonLevel0Px().getArea()).isEqualTo(96.0);
  }

  /** From QuPath 0.5 on a class of several parts is written as a list of names. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\": \"Osteoid\"}               | Osteoid            | left (Osteoid)",
        "{\"name\": \"Tumor: Osteoid\"}        | Tumor: Osteoid     | left (Tumor: Osteoid)",
        "{\"names\": [\"Tumor\", \"Osteoid\"]} | Tumor: Osteoid     | left (Tumor: Osteoid)",
        "{\"names\": [\"Tumor\", \"Edge\"]}    | roi-1              | left",
      })
  void osteoidIsToldByAClassToo(String kind, String unnamed, String named) throws IOException {
    String json =
        "{\"type\": \"Feature\", \"geometry\": {\"type\": \"Polygon\", \"coordinates\":"
            + " [[[0, 0], [9, 0], [9, 9], [0, 0]]]}, \"properties\": {%s\"classification\": %s}}";
    Path without = file("without.geojson", json.formatted("", kind));
    assertThat(RoiFile.read(without).get(0).name()).isEqualTo(unnamed);
    Path with = file("with.geojson", json.formatted("\"name\": \"left\", ", kind));
    assertThat(RoiFile.read(with).get(0).name()).isEqualTo(named);
  }

  @Test
  void namesAreMadeUnique() throws IOException {
    String square =
        "{\"type\":\"Feature\",\"properties\":{\"name\":\"%s\"},\"geometry\":{\"type\":\"Polygon\","
            + "\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}}";
    Path file =
        file(
            "names.json",
            "["
                + square.formatted("a")
                + ","
                + square.formatted("a")
                + ","
                + square.formatted("")
                + "]");
    assertThat(RoiFile.read(file))
        .extracting(RegionOfInterest::name)
        .containsExactly("a", "a-2", "roi-3");
  }

  @Test
  void aPolygonThatCrossesItselfIsRefusedWithThePlace() throws IOException {
    Path file =
        file(
            "bow.json",
            """
            {"type":"Polygon","coordinates":[[[0,0],[10,10],[10,0],[0,10],[0,0]]]}
            """);
    assertThatThrownBy(() -> RoiFile.read(file))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("self-intersection at x 5.0, y 5.0");
  }

  @Test
  void textThatIsNoJsonIsRefused() throws IOException {
    Path file = file("no.json", "hello");
    assertThatThrownBy(() -> RoiFile.read(file))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("is not JSON");
  }

  @Test
  void regionsOfImageJKeepTheirPlaceAndArea() throws IOException {
    Path zip = folder.resolve("rois.zip");
    ShapeRoi ring =
        new ShapeRoi(new Roi(100, 100, 40, 40)).not(new ShapeRoi(new Roi(110, 110, 20, 20)));
    ring.setName("ring");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      add(out, "rect.roi", new Roi(10, 20, 30, 40));
      add(out, "oval.roi", new OvalRoi(0, 0, 100, 100));
      add(
          out,
          "triangle.roi",
          new PolygonRoi(new float[] {5, 15, 5}, new float[] {5, 5, 25}, Roi.POLYGON));
      add(out, "ring.roi", ring);
    }
    List<RegionOfInterest> regions = RoiFile.read(zip);
    assertThat(regions)
        .extracting(RegionOfInterest::name)
        .containsExactly("rect", "oval", "triangle", "ring");
    assertThat(regions.get(0).polygonLevel0Px().getArea()).isEqualTo(1200.0);
    assertThat(regions.get(0).polygonLevel0Px().getEnvelopeInternal().getMinX()).isEqualTo(10.0);
    // pi * 50^2; ImageJ's outline of an oval follows the pixels.
    assertThat(regions.get(1).polygonLevel0Px().getArea()).isCloseTo(7854, within(160.0));
    assertThat(regions.get(2).polygonLevel0Px().getArea()).isEqualTo(100.0);
    assertThat(regions.get(3).polygonLevel0Px().getArea()).isEqualTo(1200.0);
  }

  private static void add(ZipOutputStream out, String name, Roi roi) throws IOException {
    roi.setName(name.replace(".roi", ""));
    out.putNextEntry(new ZipEntry(name));
    out.write(RoiEncoder.saveAsByteArray(roi));
    out.closeEntry();
  }

  @Test
  void whatTheFinderPutsIntoAZipIsNoRegion() throws IOException {
    Path zip = folder.resolve("mac.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      add(out, "rois/a.roi", new Roi(10, 20, 30, 40));
      out.putNextEntry(new ZipEntry("__MACOSX/rois/._a.roi"));
      out.write(new byte[] {0, 5, 22, 7});
      out.closeEntry();
    }
    assertThat(RoiFile.read(zip)).singleElement().matches(r -> r.name().endsWith("a"));
  }

  @Test
  void aZipThatIsNoneIsRefused() throws IOException {
    Path file = file("no.zip", "hello");
    assertThatThrownBy(() -> RoiFile.read(file)).isInstanceOf(RefusedException.class);
  }

  @Test
  void jsonNestedWithoutEndIsToldAndNoFaultOfOurs() throws IOException {
    Path file = file("deep.geojson", "[".repeat(60_000));
    assertThatThrownBy(() -> RoiFile.read(file))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("deep.geojson: is not JSON: it is nested too deeply");
  }

  @Test
  void anAreaOfNoPolygonIsTold() throws IOException {
    Path file = file("none.geojson", "{\"type\": \"MultiPolygon\", \"coordinates\": []}");
    assertThatThrownBy(() -> RoiFile.read(file))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("none.geojson: has a polygon without coordinates");
  }

  @Test
  void aZipThatWasCutIsRefusedThoughItsFirstRegionIsWhole() throws IOException {
    Path whole = folder.resolve("whole.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(whole))) {
      for (String name : List.of("a.roi", "b.roi")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(RoiEncoder.saveAsByteArray(new Roi(10, 10, 100, 100)));
        zip.closeEntry();
      }
    }
    assertThat(RoiFile.read(whole)).hasSize(2);
    byte[] bytes = Files.readAllBytes(whole);
    for (int length = 30; length < bytes.length; length += 10) {
      Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> RoiFile.read(cut))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("cut.zip: is no ImageJ ROI file: it is damaged or was cut");
    }
  }

  private static final String SQUARE =
      "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[9,0],[9,9],[0,9],[0,0]]]}";

  @ParameterizedTest
  @ValueSource(strings = {"}", "x", SQUARE})
  void whatStandsBehindTheRegionsIsNotLost(String more) throws IOException {
    Path file = file("rois.geojson", SQUARE + more);
    assertThatThrownBy(() -> RoiFile.read(file))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("is not JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"geometry\":null,", ""})
  void aFeatureWithoutGeometryIsNamed(String geometry) throws IOException {
    Path file =
        file(
            "rois.geojson",
            "{\"type\":\"Feature\"," + geometry + "\"properties\":{\"name\":\"left\"}}");
    assertThatThrownBy(() -> RoiFile.read(file))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("has a feature without a geometry, \"left\"");
  }

  @Test
  void aNameOfSeveralLinesOrWithoutEndStandsOnOneShortLine() throws IOException {
    String feature =
        "{\"type\":\"Feature\",\"geometry\":" + SQUARE + ",\"properties\":{\"name\":\"%s\"}}";
    Path file =
        file(
            "rois.geojson",
            "["
                + feature.formatted("a\\nb")
                + ","
                + feature.formatted("x".repeat(5000))
                + ","
                + feature.formatted("x" + "\ud83e\udde0".repeat(200))
                + "]");
    assertThat(RoiFile.read(file))
        .extracting(RegionOfInterest::name)
        .containsExactly("a?b", "x".repeat(200), "x" + "\ud83e\udde0".repeat(99));
  }

  @Test
  void aByteThatChangedWithinAZipIsSeen() throws IOException {
    Path file = folder.resolve("rois.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.setLevel(0);
      add(out, "a.roi", new Roi(10, 20, 30, 40));
    }
    byte[] bytes = Files.readAllBytes(file);
    // ImageJ's ROI begins with "Iout"; top, left, bottom, right follow 8 bytes later.
    int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("Iout");
    bytes[at + 15] ^= 8;
    Files.write(file, bytes);
    assertThatThrownBy(() -> RoiFile.read(file))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("a.roi is damaged: its checksum differs");
  }
}
