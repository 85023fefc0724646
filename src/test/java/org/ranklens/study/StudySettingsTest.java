package org.ranklens.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranklens.RefusedException;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.MarkerProtocol;

class StudySettingsTest {

  @TempDir Path folder;

  private StudySettings read(String json) throws IOException {
    return StudySettings.read(Files.writeString(folder.resolve("s.json"), json));
  }

  @Test
  void whatIsLeftOutHasItsDefault() throws IOException {
    StudySettings settings = read("{\"ihc\": {\"score\": {\"weakOd\": 0.15}}}");
    assertThat(settings.ihc().score().weakOd()).isEqualTo(0.15);
    assertThat(settings.ihc().score().strongOd())
        .isEqualTo(StudySettings.defaults().ihc().score().strongOd());
    assertThat(settings.pet()).isEqualTo(StudySettings.defaults().pet());
  }

  @Test
  void theSheetIsASettingsFileOfTheDefaults() throws IOException {
    assertThat(read(SettingsSheet.json(""))).isEqualTo(StudySettings.defaults());
  }

  @Test
  void theSheetWithProtocolsIsASettingsFileToo() throws IOException {
    StudySettings settings = read(SettingsSheet.json("RANKL"));
    assertThat(settings.protocol("RANKL").source()).contains("Pediatr Blood Cancer 2011");
    assertThat(settings.protocol("RANK").name()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"RANK", "RANKL", "rank"})
  void everyShippedProtocolNamesItsSourceAndWhatWasRead(String marker) {
    List<MarkerProtocol> shipped = ShippedProtocols.of(marker);
    assertThat(shipped).hasSize(3);
    for (MarkerProtocol protocol : shipped) {
      assertThat(protocol.marker()).isEqualToIgnoringCase(marker);
      assertThat(protocol.name()).isNotEmpty();
      assertThat(protocol.source()).isNotEmpty();
      assertThat(protocol.notes()).isNotEmpty();
      assertThat(protocol.positiveFrom()).isPresent();
    }
  }

  @Test
  void aMarkerOfWhichNothingIsShippedGetsTheEmptyForm() throws IOException {
    assertThat(read(SettingsSheet.json("CD68")).protocol("CD68").positiveFrom()).isEmpty();
  }

  @Test
  void aProtocolLeavesOutWhatItDoesNotNeed() throws IOException {
    MarkerProtocol own =
        read("{\"protocols\": [{\"name\": \"ours\", \"marker\": \"rank\", \"antibodyClone\": \"N-1H8\","
                + " \"metric\": \"H_SCORE\", \"positiveFrom\": 30}]}")
            .protocol("RANK");
    assertThat(own.antibodyClone()).isEqualTo("N-1H8");
    assertThat(own.population()).isEqualTo(Population.ALL);
    assertThat(own.overexpressedFrom()).isEmpty();
  }

  @Test
  void theFirstProtocolOfAMarkerCalls() throws IOException {
    StudySettings settings = read(SettingsSheet.json("RANK"));
    assertThat(settings.protocols()).hasSize(3);
    assertThat(settings.protocol("RANK").name()).contains("more than 40 %");
  }

  @Test
  void everySettingHasUnitAndMeaning() {
    assertThat(SettingsSheet.undescribed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"ihc\": {\"scores\": {}}}                 | the setting is unknown [ihc.scores]",
        "{\"ihc\": {\"score\": {\"weakOd\": 0.9}}}   | must rise",
        "{\"ihc\": {\"score\": {\"weakOd\": \"x\"}}} | [ihc.score.weakOd]",
        "{\"ihc\": {\"score\": {\"weakOd\": 1e999}}}  | it is out of range [ihc.score.weakOd]",
        "{\"ihc\": {\"score\": {\"weakOd\": \"0.2\"}}}  | it must be a number [ihc.score.weakOd]",
        "{\"pet\": {\"suv\": {\"leanBodyFormula\": 1}}} | 1 is not one of JANMAHASATIAN, JAMES, MORGAN",
        "{\"pet\": {\"suv\": {\"spreadWarningPercent\": {\"value\": 2, \"unit\": \"fraction\"}}}} | is told in \"fraction\", and is taken in percent",
        "{\"ihc\": 3}                                | is not an object of settings [ihc]",
        "hello                                       | is not JSON",
        "{} {}                                       | is not JSON: something stands behind its end",
        "{\"ihc\": {}, \"ihc\": {}}                  | is not JSON: Duplicate field 'ihc'",
        "{\"ihc\": {\"score\": {\"weakOd\": null}}}  | it has no value [ihc.score.weakOd]",
        "{\"ihc\": {\"score\": {\"irsBins\": \"TEN\"}}} | TEN is not one of REMMELE_STEGNER, QUART",
        "{\"ihc\": {\"score\": {\"interval\": {\"resamples\": 9}}}} | resamples must be 199 to 99999",
        "{\"ihc\": {\"tileSizePx\": 512.5}}           | [ihc.tileSizePx]",
        "{\"ihc\": {\"nucleusModel\": {\"file\": \"https://a.org/m.onnx\"}}} | must be a path, not the address https://a.org/m.onnx; files have to be on this computer or a mounted drive",
        "{\"ihc\": {\"nucleusModel\": {\"file\": \"m\\u0000.onnx\"}}} | is not a path of this system",
        "{\"protocols\": {}}                          | is not a list [protocols]",
        "{\"protocols\": [{\"cutoff\": 3}]}           | unknown [protocols[0].cutoff]; known here are",
        "{\"protocols\": [{\"positiveFrom\": 3}]}     | a protocol with a cut needs a name",
        "{\"protocols\": [{\"metric\": \"SUM\"}]}     | SUM is not one of POSITIVE_PERCENT, H_SCORE",
        "{\"protocols\": [{\"name\": \"a\", \"positiveFrom\": 101}]} | positiveFrom must be 0 to 100",
        "{\"protocols\": [{\"published\": [{\"n\": 1}]}]} | unknown [protocols[0].published[0].n]; known here are",
      })
  void whatIsNotValidIsNamed(String json, String message) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aValueMayStandWithoutUnitAndMeaning() throws IOException {
    assertThat(
            read("{\"ihc\": {\"score\": {\"weakOd\": {\"value\": 0.15}}}}").ihc().score().weakOd())
        .isEqualTo(0.15);
  }

  @ParameterizedTest
  @CsvSource({
    "tileSizePx,512.5,it must be a whole number",
    "tileSizePx,99999999999999999999,it is out of range",
    "tileSizePx,1e999,it is out of range",
    "tileSizePx,NaN,NaN is no number at line 1",
    "skipBadTiles,[1],it must be true or false"
  })
  void aWrongKindOfValueIsToldInPlainWords(String name, String value, String words) {
    assertThatThrownBy(() -> read("{\"ihc\": {\"" + name + "\": " + value + "}}"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(words)
        .message()
        .doesNotContain("Cannot")
        .doesNotContain("Feature");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\" \"", "[\"percent\"]", "{}", "1"})
  void aUnitThatIsNoTextIsRefusedAndWhatToWriteIsTold(String unit) {
    assertThatThrownBy(
            () ->
                read(
                    "{\"pet\": {\"suv\": {\"spreadWarningPercent\": {\"value\": 2, \"unit\": "
                        + unit
                        + "}}}}"))
        .isInstanceOf(RefusedException.class)
        .hasMessage(
            folder.resolve("s.json")
                + ": the setting is not valid: a unit is text in quotes"
                + " [pet.suv.spreadWarningPercent.unit]; write \"unit\": \"percent\" or leave it out.");
  }

  @Test
  void whatStandsBesideAValueIsKnown() {
    assertThatThrownBy(
            () ->
                read(
                    "{\"pet\": {\"suv\": {\"spreadWarningPercent\":"
                        + " {\"value\": 2, \"units\": \"fraction\"}}}}"))
        .hasMessageContaining(
            "is unknown [pet.suv.spreadWarningPercent.units]; known here are value, unit, meaning");
  }

  @Test
  void aChoiceIsToldByItsValues() {
    assertThatThrownBy(() -> read("{\"ihc\": {\"cell\": {\"compartment\": 0.5}}}"))
        .hasMessageContaining("it must be one of AUTO, CYTOPLASM, NUCLEUS [ihc.cell.compartment]");
  }

  @Test
  void settingsNestedWithoutEndAreToldAndNoFaultOfOurs() {
    assertThatThrownBy(() -> read("{\"a\":".repeat(50_000)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("s.json: is not JSON: it is nested too deeply");
  }
}
