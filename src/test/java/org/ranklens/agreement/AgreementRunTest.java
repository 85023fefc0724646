package org.ranklens.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranklens.RefusedException;

class AgreementRunTest {

  private static final String HEADER =
      "case,slide,roi,population,metric,reader,session,value,seconds,comment\n";

  @TempDir private Path folder;

  @Test
  void theDataDictionaryTellsTheColumns() throws IOException {
    assertThat(Files.readString(Path.of("docs/data-dictionary.md")))
        .contains("`" + String.join(",", AgreementTable.COLUMNS) + "`")
        .contains("`" + String.join(",", ReadingsFile.COLUMNS) + "`");
    assertThat(HEADER).isEqualTo(String.join(",", ReadingsFile.COLUMNS) + "\n");
  }

  @Test
  void errorsThatWerePutInComeOutAgain() throws IOException {
    // anna reads 7 points above the machine; the machine minus anna is -7 in every case.
    StringBuilder text = new StringBuilder(HEADER);
    for (int k = 0; k < 12; k++) {
      text.append(row(k, "h_score", "machine", "", 15.0 * k));
      text.append(row(k, "h_score", "anna", "", 15.0 * k + 7));
    }
    List<AgreementRow> rows = run(text.toString());
    assertThat(value(rows, "bias")).isCloseTo(-7, within(1e-9));
    assertThat(value(rows, "loa_low")).isCloseTo(-7, within(1e-9));
    assertThat(value(rows, "pearson_r")).isCloseTo(1, within(1e-9));
    assertThat(value(rows, "icc_3_1")).isCloseTo(1, within(1e-9));
    assertThat(value(rows, "passing_bablok_slope")).isCloseTo(1, within(1e-9));
    assertThat(value(rows, "passing_bablok_intercept")).isCloseTo(-7, within(1e-9));
    assertThat(value(rows, "deming_intercept")).isCloseTo(-7, within(1e-9));
    assertThat(row(rows, "bias").readerA()).isEqualTo("machine");
  }

  @Test
  void equalScoresLeaveKappaUndefinedInWordsAndNoNumberAnywhereIsNaN() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int k = 0; k < 8; k++) {
      text.append(row(k, "allred_total", "anna", "1", 5));
      text.append(row(k, "allred_total", "ben", "1", 5));
    }
    List<AgreementRow> rows = run(text.toString());
    AgreementRow kappa = row(rows, "cohen_kappa");
    assertThat(kappa.estimate()).isEmpty();
    assertThat(kappa.status()).isEqualTo("refused");
    assertThat(kappa.reason()).contains("one and the same category");
    assertThat(row(rows, "pearson_r").status()).isEqualTo("refused");
    assertThat(row(rows, "icc_2_1").reason()).contains("do not differ");
    assertThat(row(rows, "negative_percent_agreement").reason()).contains("no case negative");
    assertThat(value(rows, "overall_percent_agreement")).isEqualTo(100);
    String table = Files.readString(folder.resolve("out/agreement.csv"));
    assertThat(table).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @Test
  void oneReaderAloneIsRefusedInWords() {
    String text = HEADER + row(1, "h_score", "anna", "", 10) + row(2, "h_score", "anna", "", 20);
    assertThatThrownBy(() -> run(text))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("agreement needs at least two");
  }

  @Test
  void twoSessionsOfOneReaderAreComparedWithEachOther() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int k = 0; k < 6; k++) {
      text.append(row(k, "positive_percent", "anna", "1", 10 * k));
      text.append(row(k, "positive_percent", "anna", "2", 10 * k + 1));
    }
    AgreementRow bias = row(run(text.toString()), "bias");
    assertThat(bias.readerA()).isEqualTo("anna 2");
    assertThat(bias.readerB()).isEqualTo("anna 1");
    assertThat(bias.estimate().getAsDouble()).isCloseTo(1, within(1e-9));
  }

  @Test
  void threeReadersHaveFleissKappaAsAGroup() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    Random random = new Random(1);
    for (int k = 0; k < 20; k++) {
      for (String reader : List.of("anna", "ben", "machine")) {
        text.append(row(k, "intensity_class", reader, "", random.nextInt(4)));
      }
    }
    List<AgreementRow> rows = run(text.toString());
    AgreementRow fleiss = row(rows, "fleiss_kappa");
    assertThat(fleiss.readerA()).isEqualTo("all readers");
    assertThat(fleiss.n()).isEqualTo(20);
    assertThat(rows).noneMatch(r -> r.statistic().startsWith("deming"));
  }

  @Test
  void badCellsAreNamedByRowAndColumn() {
    assertThatThrownBy(() -> run(HEADER + row(1, "h_score", "anna", "", 301)))
        .hasMessageContaining("row 2, column value '301.0' can't be used")
        .hasMessageContaining("h_score is 0 to 300");
    assertThatThrownBy(() -> run(HEADER + row(1, "hscore", "anna", "", 30)))
        .hasMessageContaining("column metric 'hscore'");
    assertThatThrownBy(() -> run("case,slide\nA,b\n"))
        .hasMessageContaining("has no column population");
    String twice = row(1, "h_score", "anna", "1", 30);
    assertThatThrownBy(() -> run(HEADER + twice + twice))
        .hasMessageContaining("read the same twice");
  }

  /** Excel's "CSV UTF-8", in English and in German. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readingsAreReadAsASpreadsheetSavesThem(boolean german) throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int k = 0; k < 6; k++) {
      text.append(row(k, "h_score", "J\u00f6rg", "", 10.5 * k));
      text.append(row(k, "h_score", "anna", "", 10.5 * k + 1.5));
    }
    String saved = text.toString().replace("\n", "\r\n");
    String semicolons = saved.replace(',', ';').replaceAll("(\\d)[.](\\d)", "$1,$2");
    AgreementRow bias = row(run("\uFEFF" + (german ? semicolons : saved)), "bias");
    assertThat(bias.readerA()).isEqualTo("J\u00f6rg");
    assertThat(bias.estimate().getAsDouble()).isCloseTo(-1.5, within(1e-9));
  }

  @Test
  void readingsInOtherLettersAreRefused() throws IOException {
    Path readings = folder.resolve("latin.csv");
    Files.write(
        readings,
        (HEADER + row(1, "h_score", "J\u00f6rg", "", 10)).getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> AgreementRun.run(readings, folder.resolve("out")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("latin.csv: is not text in UTF-8");
  }

  @Test
  void thePageStandsAloneAndTheTableHasItsColumns() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    Random random = new Random(3);
    for (int k = 0; k < 25; k++) {
      double h = random.nextInt(300);
      text.append(row(k, "h_score", "machine", "", h));
      text.append(
          row(k, "h_score", "anna", "", Math.max(0, Math.min(300, h * 0.9 + random.nextInt(40)))));
    }
    run(text.toString());
    String page = Files.readString(folder.resolve("out/agreement.html"));
    assertThat(page).contains("data:image/png;base64,").contains("For research use");
    assertThat(page).doesNotContain("http://").doesNotContain("https://");
    assertThat(Files.readAllLines(folder.resolve("out/agreement.csv")).get(0))
        .isEqualTo(
            "metric,population,reader_a,reader_b,n,statistic,estimate,ci_low,ci_high,method,status,reason");
  }

  private List<AgreementRow> run(String text) throws IOException {
    Path readings = folder.resolve("readings.csv");
    Files.writeString(readings, text);
    return AgreementRun.run(readings, folder.resolve("out"));
  }

  private static String row(int k, String metric, String reader, String session, double value) {
    return "C%d,s%d.svs,,all,%s,%s,%s,%s,,\n".formatted(k, k, metric, reader, session, value);
  }

  private static AgreementRow row(List<AgreementRow> rows, String statistic) {
    return rows.stream().filter(r -> r.statistic().equals(statistic)).findFirst().orElseThrow();
  }

  private static double value(List<AgreementRow> rows, String statistic) {
    return row(rows, statistic).estimate().orElseThrow();
  }
}
