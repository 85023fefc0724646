package org.ranklens.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.RefusedException;
import org.ranklens.ihc.score.IntensityClass;
import org.ranklens.ihc.score.ScoreSettings;

class ControlCutsTest {

  @TempDir Path folder;

  /** Cells of OD 0.001, 0.002 and so on, and one without cytoplasm. */
  private void control(String name, String marker, String role, int cells) throws IOException {
    Path item = Files.createDirectories(folder.resolve("items/" + name));
    Files.writeString(
        item.resolve("ihc.csv"),
        "slide,marker,role\n" + name + ".tif," + marker + "," + role + "\n");
    StringBuilder rows = new StringBuilder("cell_id,cytoplasm_dab_od_mean\n0,\n");
    for (int i = 1; i <= cells; i++) {
      rows.append(String.format(Locale.ROOT, "%d,%.4f%n", i, i / 1000.0));
    }
    Files.writeString(item.resolve("cells.csv"), rows);
  }

  private ScoreSettings cuts(String marker) throws IOException {
    Path file = Files.writeString(folder.resolve("s.json"), ControlCuts.json(folder, marker));
    return StudySettings.read(file).ihc().score();
  }

  /** By hand: of 0.001 to 0.200 the 190th is the 95th percentile; 0.191 leaves 5 % above. */
  @Test
  void weakBeginsAboveTheNegativeControlsNinetyFifthPercentile() throws IOException {
    control("n", "RANK", "negative_control", 200);
    control("s", "RANK", "sample", 900);
    ScoreSettings score = cuts("");
    assertThat(score.weakOd()).isEqualTo(0.191);
    assertThat(score.moderateOd()).isEqualTo(0.391);
    assertThat(score.strongOd()).isEqualTo(0.591);
    long positive = 0;
    for (int i = 1; i <= 200; i++) {
      positive += score.classOf(i / 1000.0) == IntensityClass.NEGATIVE ? 0 : 1;
    }
    assertThat(positive).isEqualTo(10);
    assertThat(ControlCuts.json(folder, "")).contains("200 cells of n.tif");
  }

  @Test
  void aControlThatStainsStronglyIsToBeLookedAt() throws IOException {
    control("n", "RANK", "negative_control", 500);
    assertThat(ControlCuts.json(folder, "")).contains("too strong for one: look at it first");
    assertThat(cuts("").weakOd()).isEqualTo(0.476);
  }

  @Test
  void whatGivesNoCutIsSaid() throws IOException {
    assertThatThrownBy(() -> cuts(""))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("holds no scored negative control [role]");
    control("n", "RANK", "negative_control", 99);
    assertThatThrownBy(() -> cuts("RANK")).hasMessageContaining("have 99 scored cells, too few");
    control("m", "RANKL", "negative_control", 200);
    assertThatThrownBy(() -> cuts(""))
        .hasMessageContaining("several markers (RANK, RANKL); name one by --marker");
    assertThat(cuts("rankl").weakOd()).isEqualTo(0.191);
    assertThatThrownBy(() -> ControlCuts.json(folder.resolve("gone"), ""))
        .hasMessageContaining("no such folder");
  }
}
