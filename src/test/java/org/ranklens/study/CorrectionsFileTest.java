package org.ranklens.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.lesion.LesionCorrection;

class CorrectionsFileTest {

  @TempDir Path folder;

  private List<LesionCorrection> read(String text) throws IOException {
    return CorrectionsFile.read(Files.writeString(folder.resolve("names.csv"), text));
  }

  @Test
  void aNameAndAPointAreEnough() throws IOException {
    assertThat(read("name,x_mm,y_mm,z_mm\nC7,1.5,-2,300\n"))
        .containsExactly(
            new LesionCorrection("", LesionCorrection.Action.NAME, "C7", new Point3(1.5, -2, 300)));
  }

  @Test
  void aRegionCanBeDropped() throws IOException {
    assertThat(read("name,x_mm,y_mm,z_mm,action,timepoint\n,1,2,3,drop,followup\n"))
        .containsExactly(
            new LesionCorrection(
                "followup", LesionCorrection.Action.DROP, "", new Point3(1, 2, 3)));
  }

  @Test
  void aBadValueIsNamedByLineAndColumn() {
    assertThatThrownBy(() -> read("name,x_mm,y_mm,z_mm\nC7,left,2,3\n"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("line 2: x_mm is 'left' [x_mm]");
  }
}
