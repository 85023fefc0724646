package org.ranklens.review;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.Progress;
import org.ranklens.RefusedException;
import org.ranklens.agreement.AgreementRow;
import org.ranklens.agreement.AgreementRun;
import org.ranklens.agreement.Metric;
import org.ranklens.agreement.Reading;
import org.ranklens.phantom.ihc.FieldSettings;
import org.ranklens.phantom.ihc.IhcPhantom;
import org.ranklens.phantom.ihc.IhcPhantomSettings;
import org.ranklens.phantom.ihc.IhcTruth;
import org.ranklens.phantom.ihc.RenderedField;
import org.ranklens.phantom.ihc.StainPattern;
import org.ranklens.phantom.ihc.TrueCell;
import org.ranklens.plugin.PluginFolders;

class ScoringSheetsTest {

  private static final int SLIDES = 3;

  /** Slides and results, made once; tests write beside them under names of their own. */
  @TempDir private static Path folder;

  /** Results as a run writes them, with the phantom's truth in the place of a measurement. */
  @BeforeAll
  static void writeResults() throws IOException {
    for (int k = 0; k < SLIDES; k++) {
      String name = "slide-" + k + ".tif";
      RenderedField field =
          IhcPhantom.render(
              IhcPhantomSettings.of(StainPattern.MIXED, 40 + k)
                  .withField(new FieldSettings(1300, 1000, 0.5, 30)));
      IhcPhantom.writeSlide(field, folder.resolve(name));
      Path item = Files.createDirectories(folder.resolve("results/items/C" + k + "/baseline"));
      Files.writeString(
          item.resolve("ihc.csv"), "case,timepoint,slide,marker\nC" + k + ",b," + name + ",RANK\n");
      Files.writeString(item.resolve("cells.csv"), cells(field.truth()));
      Files.writeString(
          item.resolve("provenance.json"),
          "{\"inputs\":[{\"name\":\"%s\",\"bytes\":%d}]}"
              .formatted(name, Files.size(folder.resolve(name))));
    }
  }

  private static String cells(IhcTruth truth) {
    StringBuilder text =
        new StringBuilder("cell_id,population,x_px,y_px,x_um,y_um,intensity_class\n");
    for (TrueCell cell : truth.cells()) {
      text.append(
          "%d,%s,%.2f,%.2f,%.2f,%.2f,%d%n"
              .formatted(
                  cell.id(),
                  cell.isMultinucleated() ? "multinucleated" : "mononuclear",
                  cell.xPx(),
                  cell.yPx(),
                  cell.xPx() / 2,
                  cell.yPx() / 2,
                  cell.intensityClass()));
    }
    return text.toString();
  }

  private Path sheets(long seed) throws IOException {
    Path out = folder.resolve("sheets-" + seed);
    SheetSettings settings =
        new SheetSettings(folder.resolve("results"), Optional.of(folder), out, seed, 4);
    assertThat(ScoringSheets.write(settings, PluginFolders.none(), Progress.silent()))
        .isEqualTo(SLIDES);
    return out;
  }

  @Test
  void readersSeeCodesAndPicturesAndNothingOfTheMachine() throws IOException {
    Path readers = sheets(5).resolve(ScoringSheets.FOR_READERS);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(readers)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    assertThat(files).anyMatch(file -> file.endsWith("S01/field-1.png"));
    for (Path file : files) {
      assertThat(file.toString()).doesNotContain("slide-").doesNotContain("C0");
      if (!file.toString().endsWith(".png")) {
        assertThat(Files.readString(file)).doesNotContain("slide-").doesNotContain("RANK,");
      }
    }
    assertThat(Files.readAllLines(readers.resolve("scoring.csv")))
        .hasSize(1 + 3 * SLIDES)
        .contains("S01,multinucleated,,,,,,1,,");
  }

  @Test
  void theKeyMarksFieldsDrawnAroundGiantCellsAndHoldsNoScore() throws IOException {
    List<String> key = Files.readAllLines(sheets(5).resolve("key/key.csv"));
    assertThat(key.get(0))
        .isEqualTo(
            "sheet,case,timepoint,slide,marker,field,chosen,x_px,y_px,width_px,height_px,seed");
    assertThat(key).anyMatch(row -> row.contains(",giant_cells,"));
    assertThat(key).anyMatch(row -> row.contains(",random,"));
  }

  @Test
  void oneSeedGivesTheSameSheetsAndAnotherSeedAnotherOrder() throws IOException {
    Path first = sheets(5).resolve("key/key.csv");
    List<String> before = Files.readAllLines(first);
    assertThat(Files.readAllLines(sheets(5).resolve("key/key.csv"))).isEqualTo(before);
    assertThat(Files.readAllLines(sheets(6).resolve("key/key.csv"))).isNotEqualTo(before);
  }

  @Test
  void knownErrorsComeOutOfAgreementAsTheyWerePutIn() throws IOException {
    Path out = sheets(7);
    List<Reading> machine =
        org.ranklens.agreement.ReadingsFile.read(out.resolve("key/machine.csv"));
    // The reader sees 10 points less of class 0 and 10 more of class 1 than the machine on the same
    // fields, so that H-score and positive percent are 10 above the machine's.
    Path filled = folder.resolve("anna.csv");
    Files.writeString(filled, filled(out, machine));
    Path readings = folder.resolve("readings");
    SheetCollector.collect(List.of(filled), out.resolve("key/key.csv"), readings);
    List<AgreementRow> rows =
        AgreementRun.run(readings.resolve("readings.csv"), folder.resolve("agreement"));
    AgreementRow bias =
        rows.stream()
            .filter(r -> r.metric() == Metric.POSITIVE_PERCENT)
            .filter(r -> r.population().equals("mononuclear") && r.statistic().equals("bias"))
            .findFirst()
            .orElseThrow();
    assertThat(bias.readerA()).isEqualTo("machine");
    assertThat(bias.readerB()).isEqualTo("anna");
    assertThat(bias.n()).isEqualTo(SLIDES);
    assertThat(bias.estimate().orElseThrow()).isCloseTo(-10, within(1e-6));
  }

  /**
   * Fills the mononuclear rows: so many percent of class 1 that the sum is the machine's plus 10.
   */
  private static String filled(Path out, List<Reading> machine) throws IOException {
    List<String> key = Files.readAllLines(out.resolve("key/key.csv"));
    List<String> rows = new ArrayList<>();
    rows.add(String.join(",", ScoringTable.COLUMNS));
    for (int s = 1; s <= SLIDES; s++) {
      String code = "S0" + s;
      String slide =
          key.stream().filter(r -> r.startsWith(code)).findFirst().orElseThrow().split(",", -1)[3];
      double positive =
          machine.stream()
              .filter(r -> r.slide().equals(slide) && r.metric() == Metric.POSITIVE_PERCENT)
              .filter(r -> r.population().equals("mononuclear"))
              .findFirst()
              .orElseThrow()
              .value();
      double one = positive + 10;
      rows.add(code + ",mononuclear," + (100 - one) + "," + one + ",0,0,,1,30,");
      rows.add(code + ",all,,,,,,1,,none");
      rows.add(code + ",multinucleated,,,,,,1,,none");
    }
    return String.join("\n", rows) + "\n";
  }

  @Test
  void badCellsAreNamedByRowAndColumnAllAtOnce() throws IOException {
    Path out = sheets(8);
    Path filled = folder.resolve("ben.csv");
    Files.writeString(
        filled,
        String.join(",", ScoringTable.COLUMNS)
            + "\nS01,all,50,20,10,10,ben,1,,"
            + "\nS99,all,100,,,,ben,1,,"
            + "\nS02,all,,,,,ben,1,,"
            + "\nS03,mononuclear,many,,,,ben,1,,\n");
    assertThatThrownBy(
            () ->
                SheetCollector.collect(
                    List.of(filled), out.resolve("key/key.csv"), folder.resolve("r")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("ben.csv row 2, column percent_0 to percent_3: they add up to 90.0")
        .hasMessageContaining("row 3, column sheet: 'S99' is no code of the key")
        .hasMessageContaining("row 4, column percent_0: the row is empty")
        .hasMessageContaining("row 5, column percent_0: 'many' is no percent");
  }

  @Test
  void spreadsheetsWithSemicolonsAndDecimalCommasAreRead() throws IOException {
    Path out = sheets(9);
    Path filled = folder.resolve("eva.csv");
    Files.writeString(
        filled,
        "\uFEFF" + String.join(";", ScoringTable.COLUMNS) + "\nS01;all;49,5;50,5;0;0;;1;12,5;\n");
    List<Reading> readings =
        SheetCollector.collect(List.of(filled), out.resolve("key/key.csv"), folder.resolve("r"));
    Reading first = readings.get(0);
    assertThat(first.reader()).isEqualTo("eva");
    assertThat(first.value()).isCloseTo(50.5, within(1e-9));
    assertThat(first.seconds()).hasValue(12.5);
  }

  @Test
  void aSheetWithoutRowsInOtherLettersOrGivenTwiceIsTold() throws IOException {
    Path key = sheets(5).resolve("key/key.csv");
    String header = "sheet,population,percent_0,percent_1,percent_2,percent_3,reader\n";
    String row = "S01,all,40,30,20,10,J\u00f6rg\n";
    Path empty = Files.writeString(folder.resolve("empty.csv"), header);
    assertThatThrownBy(() -> SheetCollector.collect(List.of(empty), key, folder.resolve("r")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("empty.csv: has no rows");
    Path latin = Files.write(folder.resolve("latin.csv"), (header + row).getBytes(ISO_8859_1));
    assertThatThrownBy(() -> SheetCollector.collect(List.of(latin), key, folder.resolve("r")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("latin.csv: is not text in UTF-8");
    Path filled = Files.writeString(folder.resolve("once.csv"), header + row);
    assertThatThrownBy(
            () -> SheetCollector.collect(List.of(filled, filled), key, folder.resolve("r")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("S01 and population are there twice");
  }

  @Test
  void aChangedSlideIsNotShownForTheOneThatWasScored() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    for (int k = 0; k < SLIDES; k++) {
      Files.writeString(elsewhere.resolve("slide-" + k + ".tif"), "something else");
    }
    SheetSettings settings =
        new SheetSettings(
            folder.resolve("results"), Optional.of(elsewhere), folder.resolve("no"), 1, 4);
    assertThatThrownBy(() -> ScoringSheets.write(settings, PluginFolders.none(), Progress.silent()))
        .hasMessageContaining("not the file that was scored");
  }
}
