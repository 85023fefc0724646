package org.ranklens.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemReportTest {

  @TempDir Path folder;

  @Test
  void aSlideLeavesItsFiguresAndPage() throws IOException {
    Fixture.writeSlide(folder, "the slide is pale");
    assertThat(folder.resolve("figures/field.png")).isNotEmptyFile();
    assertThat(folder.resolve("figures/field-cells.png")).isNotEmptyFile();
    assertThat(folder.resolve("figures/overview.png")).isNotEmptyFile();
    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("For research use only")
        .contains("the slide is pale")
        .contains("multinucleated giant cells")
        .contains("29 of 210 cells have no measurable cytoplasm and are in no score.")
        .contains("alt=\"A field of the RANK slide");
  }

  @Test
  void theTableHoldsTheNucleiOfGiantCellsInTheirRowsOnly() throws IOException {
    Fixture.writeSlide(folder);
    List<String> rows = Files.readAllLines(folder.resolve("ihc.csv"));
    assertThat(rows.get(2)).contains("multinucleated").contains(",5,5.0,5,5:1");
    assertThat(rows.get(1)).doesNotContain("5:1");
  }

  /** By hand: (4 x 100 + 3 x 200 + 2 x 300 + 400) / 1000 = 2, between 1.95 and 2.94. */
  @Test
  void theFourZonesOfDabStandInTheRowOfAllCells() throws IOException {
    Fixture.writeSlide(folder);
    List<String> rows = Files.readAllLines(folder.resolve("ihc.csv"));
    assertThat(rows.get(1)).contains(",10.00,20.00,30.00,40.00,2.000,positive,");
    assertThat(rows.get(2)).endsWith(",,,,,,");
  }

  @Test
  void aPageAsksForNoOtherFile() throws IOException {
    Fixture.writeScans(folder);
    String html = Files.readString(folder.resolve("report.html"));
    assertThat(html).doesNotContain("http:").doesNotContain("https:").doesNotContain("src=\"f");
    assertThat(html.length()).isLessThan(10_000_000);
  }

  @Test
  void whatComesFromAFileIsEscapedInThePage() throws IOException {
    Fixture.writeSlide(folder, "<script>alert(1)</script>");
    assertThat(Files.readString(folder.resolve("report.html")))
        .doesNotContain("<script>")
        .contains("&lt;script&gt;");
  }

  @Test
  void cellsAreQuPathObjectsWithTheirNuclei() throws IOException {
    Fixture.writeSlide(folder);
    JsonNode root = Json.read(folder.resolve("cells.geojson"));
    assertThat(root.path("type").asText()).isEqualTo("FeatureCollection");
    List<org.ranklens.ihc.ScoredCell> cells = Fixture.cells();
    assertThat(root.path("features")).hasSize(cells.size());
    JsonNode giant =
        StreamSupport.stream(root.path("features").spliterator(), false)
            .filter(feature -> feature.path("nucleusGeometry").path("coordinates").size() > 1)
            .findFirst()
            .orElseThrow();
    assertThat(giant.path("properties").path("objectType").asText()).isEqualTo("cell");
    assertThat(giant.path("properties").path("classification").path("name").asText())
        .isEqualTo("Multinucleated: 3+");
    assertThat(giant.path("nucleusGeometry").path("type").asText()).isEqualTo("MultiPolygon");
    assertThat(giant.path("nucleusGeometry").path("coordinates")).hasSize(5);
    JsonNode ring = giant.path("geometry").path("coordinates").path(0);
    assertThat(ring.path(0)).isEqualTo(ring.path(ring.size() - 1));
    assertThat(giant.path("properties").path("measurements").path("Nuclei").asInt()).isEqualTo(5);
  }

  /** QuPath's H-score counts the classes Negative, 1+, 2+ and 3+ below a name, and no other. */
  @Test
  void quPathCountsEveryClassedCellAndNoOther() throws IOException {
    Fixture.writeSlide(folder);
    Set<String> ids = new HashSet<>();
    long classed = 0;
    for (JsonNode cell : Json.read(folder.resolve("cells.geojson")).path("features")) {
      ids.add(UUID.fromString(cell.path("id").asText()).toString());
      JsonNode properties = cell.path("properties");
      String name = properties.path("classification").path("name").asText();
      boolean counts = name.matches("(Mononuclear|Multinucleated): (Negative|[123]\\+)");
      assertThat(counts || name.equals("Mononuclear: Not measured")).as(name).isTrue();
      assertThat(properties.path("measurements").has("Cytoplasm: DAB OD mean")).isEqualTo(counts);
      classed += counts ? 1 : 0;
    }
    assertThat(ids).hasSize(Fixture.cells().size());
    assertThat(classed)
        .isEqualTo(Fixture.cells().stream().filter(c -> c.intensityClass().isPresent()).count());
  }

  @Test
  void theSameResultsGiveTheSameFiles(@TempDir Path other) throws IOException {
    Fixture.writeScans(folder);
    Fixture.writeScans(other);
    for (String file : List.of("report.html", "item.json", "figures/mip.png", "lesions.csv")) {
      assertThat(folder.resolve(file)).hasSameBinaryContentAs(other.resolve(file));
    }
  }

  /**
   * Egypt writes its numbers in digits of its own, Germany with a comma, and in Turkey a capital i
   * is another letter; ImageJ runs in the language of its machine.
   */
  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "de-DE", "tr-TR"})
  void nothingFollowsTheMachinesLanguage(String language, @TempDir Path other) throws IOException {
    Locale before = Locale.getDefault();
    for (Path place : List.of(folder, other)) {
      Locale.setDefault(place.equals(folder) ? Locale.ROOT : Locale.forLanguageTag(language));
      try {
        Fixture.writeSlide(Files.createDirectories(place.resolve("slide")));
        Fixture.writeScans(Files.createDirectories(place.resolve("scans")));
      } finally {
        Locale.setDefault(before);
      }
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).map(folder::relativize).toList();
    }
    assertThat(files).hasSizeGreaterThan(10);
    for (Path file : files) {
      assertThat(folder.resolve(file)).hasSameBinaryContentAs(other.resolve(file));
    }
  }

  @Test
  void aRunsPageHoldsTheCasesOfAllItems() throws IOException {
    Path slide = Files.createDirectories(folder.resolve("items/case-01/slide"));
    Path scans = Files.createDirectories(folder.resolve("items/case-01/petct"));
    Fixture.writeSlide(slide);
    Fixture.writeScans(scans);
    HtmlReport.ofRun(folder, List.of(slide, scans), StudyPage.none(2), folder);
    String html = Files.readString(folder.resolve("report.html"));
    assertThat(html)
        .contains("<h1>case-01</h1>")
        .contains("PERCIST 1.0, baseline to followup: CMR (no lesion above")
        .contains("RANK in the cytoplasm of multinucleated giant cells");
    assertThat(html.indexOf("uptake time differs")).isLessThan(html.indexOf("<h4>Summary"));
  }
}
