package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranklens.Execution;
import org.ranklens.Progress;
import org.ranklens.ihc.cell.CytoplasmOd;
import org.ranklens.ihc.score.MarkerProtocol;

/** What is neither haematoxylin nor DAB does not count as DAB. */
class NeitherStainTest {

  /** Colours at their densities; each would read as 1+ of DAB, or close to it, by two stains. */
  @ParameterizedTest
  @CsvSource({
    "osteoid, 0.124, 0.312, 0.217",
    "red cells, 0.095, 0.340, 0.241",
    "eosin, 0.043, 0.594, 0.063",
    "pale eosin, 0.02, 0.22, 0.05"
  })
  void unstainedCellsInPinkAreNegative(String what, double red, double green, double blue)
      throws IOException {
    DrawnField field = stained();
    for (int x = 100; x <= 400; x += 100) {
      field.cell(x, 300, 0.03).over(x, 300, 40, red, green, blue).over(x, 300, 7, 0, 0, 0);
    }

    List<ScoredCell> cells = below(field, 250);

    assertThat(cells).as(what).hasSizeGreaterThanOrEqualTo(3);
    assertThat(cells)
        .extracting(cell -> cell.cell().cytoplasm().map(CytoplasmOd::mean).orElse(0.0))
        .as(what)
        .allSatisfy(od -> assertThat(od).isLessThan(0.1));
  }

  @Test
  void stainedCellsReadAsBeforeBesidePink() throws IOException {
    DrawnField field = stained();
    field.cell(200, 300, 0.5).over(240, 300, 18, 0.124, 0.312, 0.217);

    List<ScoredCell> cells = below(field, 250);

    assertThat(cells).hasSize(1);
    assertThat(cells.get(0).cell().cytoplasm().orElseThrow().mean()).isCloseTo(0.5, within(0.03));
  }

  /** A black particle, 4 micrometres wide, in the cytoplasm of an unstained cell. */
  @Test
  void blackParticlesAreNeitherCellsNorDab() throws IOException {
    DrawnField field = stained();
    for (int x = 100; x <= 400; x += 100) {
      field.cell(x, 300, 0.03).over(x + 11, 300, 4, 0.85, 1.2, 1.7);
    }

    List<ScoredCell> cells = below(field, 250);

    assertThat(cells).hasSize(4);
    assertThat(cells)
        .extracting(cell -> cell.cell().cytoplasm().orElseThrow().mean())
        .allSatisfy(od -> assertThat(od).isLessThan(0.1));
  }

  @Test
  void inkTooSmallToBeTakenOutIsNotDab() throws IOException {
    DrawnField field = stained();
    field.cell(200, 300, 0.03).over(200, 300, 40, 0.45, 0.15, 0.26);

    assertThat(below(field, 250))
        .allSatisfy(
            cell ->
                assertThat(cell.cell().cytoplasm().map(CytoplasmOd::mean).orElse(0.0))
                    .isLessThan(0.12));
  }

  /** Tissue with cells of all classes in its upper half, so that its stains can be estimated. */
  private static DrawnField stained() {
    DrawnField field = new DrawnField(500, 400).tissue(40, 20, 480, 380);
    for (int y = 60; y < 220; y += 45) {
      for (int x = 80; x < 460; x += 45) {
        field.cell(x, y, 0.03 + 0.8 * ((x + y) / 45 % 4) / 3);
      }
    }
    return field;
  }

  private static List<ScoredCell> below(DrawnField field, double yPx) throws IOException {
    List<ScoredCell> cells = new ArrayList<>();
    IhcAnalysis.run(
        field.slide(),
        List.of(),
        IhcSettings.defaults(),
        MarkerProtocol.none("RANK"),
        new Execution(1, Progress.silent()),
        cells::add);
    return cells.stream().filter(cell -> cell.cell().yPx() > yPx).toList();
  }
}
