package org.ranklens.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranklens.RefusedException;

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
        "{\"ihc\": 3}                                | is not an object of settings [ihc]",
        "hello                                       | is not JSON",
      })
  void whatIsNotValidIsNamed(String json, String message) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(message);
  }
}
