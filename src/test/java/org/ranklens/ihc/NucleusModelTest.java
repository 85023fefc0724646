package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranklens.Execution;
import org.ranklens.Progress;
import org.ranklens.RefusedException;
import org.ranklens.ihc.cell.NucleusModelSettings;
import org.ranklens.ihc.score.MarkerProtocol;

/** Models of a few weights, which find what is dark in red: the nuclei of a drawn field. */
class NucleusModelTest {

  /** Drawn nuclei are at 0.39 of white in red, the darkest cytoplasm at 0.58. */
  private static final float HALF = 0.48f * 244 / 255;

  private static final int COLUMNS = 9;
  private static final int ROWS = 7;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"nucleus", "nucleus and boundary", "star"})
  void findsTheDrawnNuclei(String kind) throws IOException {
    List<ScoredCell> cells = run(write(kind), 4096, 1);

    assertThat(cells).hasSize(COLUMNS * ROWS);
    for (ScoredCell cell : cells) {
      assertThat(offGrid(cell.cell().xPx(), 60)).isLessThan(1);
      assertThat(offGrid(cell.cell().yPx(), 60)).isLessThan(1);
      // A disc of 3.5 micrometres in radius.
      assertThat(cell.cell().nucleusAreaUm2()).isCloseTo(38.5, within(6.0));
      assertThat(cell.cell().cytoplasm()).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nucleus and boundary", "star"})
  void tilesAndThreadsChangeNothing(String kind) throws IOException {
    Path model = write(kind);

    assertThat(places(run(model, 150, 2))).isEqualTo(places(run(model, 4096, 1)));
  }

  @Test
  void aModelOfOtherPixelsSeesThem() throws IOException {
    NucleusModelSettings coarse = new NucleusModelSettings(write("nucleus").toString(), 1, 0.5);

    assertThat(run(coarse, 4096, 1)).hasSize(COLUMNS * ROWS);
  }

  @Test
  void refusesWhatIsNoModel() throws IOException {
    Path text = Files.writeString(folder.resolve("model.onnx"), "not a model");

    assertThatThrownBy(() -> run(text, 4096, 1))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no ONNX model");
    assertThatThrownBy(() -> run(folder.resolve("none.onnx"), 4096, 1))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no such file");
  }

  @Test
  void refusesOtherShapes() throws IOException {
    byte[] five =
        new TinyOnnx()
            .conv("in", "raw", 3, 5, 1, new float[15], new float[5])
            .sigmoid("raw", "out")
            .model("out", 5);
    Path model = Files.write(folder.resolve("five.onnx"), five);

    assertThatThrownBy(() -> run(model, 4096, 1))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("1 x 5 x 256 x 256");
  }

  @Test
  void refusesValuesThatAreNoProbabilities() throws IOException {
    byte[] logits =
        new TinyOnnx()
            .conv("in", "out", 3, 1, 1, new float[] {-40, 0, 0}, new float[] {40 * HALF})
            .model("out", 1);
    Path model = Files.write(folder.resolve("logits.onnx"), logits);

    assertThatThrownBy(() -> run(model, 4096, 1))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("probability");
  }

  private Path write(String kind) throws IOException {
    TinyOnnx onnx = new TinyOnnx();
    byte[] model =
        switch (kind) {
          case "nucleus" ->
              onnx.conv("in", "raw", 3, 1, 1, new float[] {-40, 0, 0}, new float[] {40 * HALF})
                  .sigmoid("raw", "out")
                  .model("out", 1);
          case "nucleus and boundary" ->
              onnx.conv(
                      "in",
                      "raw",
                      3,
                      2,
                      1,
                      new float[] {-40, 0, 0, 0, 0, 0},
                      new float[] {40 * HALF, -9})
                  .sigmoid("raw", "out")
                  .model("out", 2);
          default -> star(onnx);
        };
    return Files.write(folder.resolve(kind.replace(' ', '-') + ".onnx"), model);
  }

  /** A centre is where all of 9 x 9 pixels are dark; sixteen rays of 7 pixels each. */
  private static byte[] star(TinyOnnx onnx) {
    float[] kernel = new float[3 * 81];
    Arrays.fill(kernel, 0, 81, -40f / 81);
    float[] sixteen = new float[16];
    Arrays.fill(sixteen, 7);
    return onnx.conv("in", "raw", 3, 1, 9, kernel, new float[] {40 * 0.39f})
        .sigmoid("raw", "probability")
        .conv("in", "rays", 3, 16, 1, new float[48], sixteen)
        .concat("probability", "rays", "out")
        .model("out", 17);
  }

  private static double offGrid(double place, double step) {
    double steps = (place - 40) / step;
    return Math.abs(steps - Math.rint(steps)) * step;
  }

  private static List<String> places(List<ScoredCell> cells) {
    return cells.stream()
        .map(c -> c.cell().xPx() + " " + c.cell().yPx() + " " + c.cell().cytoplasm())
        .toList();
  }

  private static List<ScoredCell> run(Path model, int tileSizePx, int threads) throws IOException {
    return run(new NucleusModelSettings(model.toString(), 0.5, 0.5), tileSizePx, threads);
  }

  private static List<ScoredCell> run(NucleusModelSettings model, int tileSizePx, int threads)
      throws IOException {
    DrawnField field = new DrawnField(560, 440).tissue(5, 5, 555, 435);
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        field.cell(40 + 60 * column, 40 + 60 * row, 0.2 * ((row + column) % 4));
      }
    }
    List<ScoredCell> cells = new ArrayList<>();
    IhcAnalysis.run(
        field.slide(),
        List.of(),
        IhcSettings.defaults().withTileSizePx(tileSizePx).withNucleusModel(model),
        MarkerProtocol.none("RANK"),
        new Execution(threads, Progress.silent()),
        cells::add);
    return cells;
  }
}
