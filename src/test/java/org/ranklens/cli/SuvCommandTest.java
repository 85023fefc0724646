package org.ranklens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.pet.dicom.PetFixture;
import org.ranklens.pet.dicom.Tag;

/** {@code suv} as it is called: what the header lacks can be given. */
class SuvCommandTest {

  @TempDir Path folder;

  private int suv(String... more) throws IOException {
    new PetFixture().remove(Tag.PATIENT_WEIGHT).write(folder.resolve("pet"));
    String[] args = new String[4 + more.length];
    args[0] = "suv";
    args[1] = folder.resolve("pet").toString();
    args[2] = "--quiet";
    args[3] = "--out=" + folder.resolve("out");
    System.arraycopy(more, 0, args, 4, more.length);
    return Main.run(args);
  }

  private String table() throws IOException {
    return Files.readString(folder.resolve("out/suv.csv"));
  }

  @BeforeEach
  void noResultsYet() {
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aMissingWeightIsRefusedAndHowToGiveItIsTold() throws IOException {
    assertThat(suv()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(table()).contains("PatientWeight").contains("weight_kg").contains("--weight-kg");
  }

  /** The fixture's own weight is 70 kg: SUV 1.00. */
  @Test
  void aWeightGivenIsUsedAndStandsInTheRow() throws IOException {
    assertThat(suv("--weight-kg", "70")).isEqualTo(ExitCode.DONE);
    assertThat(table()).contains("weight given as 70.0 kg").contains(",1.0000,1.0000,1.0000,");
  }

  @Test
  void whatIsGivenIsChecked() throws IOException {
    assertThat(suv("--weight-kg", "-70")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(suv("--weight-kg", "seventy")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(suv("--sex", "male")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(suv("--injection-datetime", "10:15")).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void aSeriesNamedMustBeThere() throws IOException {
    assertThat(suv("--weight-kg", "70", "--series", "nine")).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(table()).contains("no PT series is named");
  }
}
