package org.ranklens.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import ij.measure.ResultsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fiji")
class TablesTest {

  @Test
  void quotesCommasAndEmptyFieldsAreReadAsTheyWereWritten() {
    assertThat(CsvText.rows("a,b,c\r\n\"x, y\",\"say \"\"no\"\"\",\r\n,,1\r\n"))
        .containsExactly(
            List.of("a", "b", "c"), List.of("x, y", "say \"no\"", ""), List.of("", "", "1"));
  }

  @Test
  void theTableShowsWhatTheFileSays(@TempDir Path folder) throws Exception {
    Path csv =
        Files.writeString(
            folder.resolve("ihc.csv"),
            "slide,cells,h_score,reason\r\np07.tif,12,16.50,\"few, but enough\"\r\np08.tif,0,,\r\n");
    ResultsTable table = Tables.read(csv, "Ranklens scores");
    assertThat(table.size()).isEqualTo(2);
    assertThat(table.getStringValue("slide", 0)).isEqualTo("p07.tif");
    assertThat(table.getValue("h_score", 0)).isEqualTo(16.5);
    assertThat(table.getStringValue("reason", 0)).isEqualTo("few, but enough");
    assertThat(table.getRowAsString(1)).doesNotContain("NaN");
  }
}
