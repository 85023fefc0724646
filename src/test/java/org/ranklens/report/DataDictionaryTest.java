package org.ranklens.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the tables hold is what {@code docs/data-dictionary.md} explains, in the same order. */
class DataDictionaryTest {

  static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of("ihc.csv", Columns.IHC),
        Arguments.of("cohort.csv", Columns.COHORT),
        Arguments.of("cells.csv", Columns.CELLS),
        Arguments.of("suv.csv", Columns.SUV),
        Arguments.of("lesions.csv", Columns.LESIONS),
        Arguments.of("response.csv", Columns.RESPONSE),
        Arguments.of("registration.csv", Columns.REGISTRATION));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyColumnIsExplained(String file, List<String> columns) throws IOException {
    List<String> explained = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(Path.of("docs/data-dictionary.md"))) {
      if (line.startsWith("## ")) {
        inside = line.equals("## " + file);
      } else if (inside && line.startsWith("| `")) {
        explained.add(line.split("`", -1)[1]);
        assertThat(line.split("\\|", -1)[3].strip()).as(line).isNotEmpty();
      }
    }
    assertThat(explained).isEqualTo(columns);
  }
}
