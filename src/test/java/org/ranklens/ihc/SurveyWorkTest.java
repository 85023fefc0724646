package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranklens.Execution;
import org.ranklens.Progress;

class SurveyWorkTest {

  private static final List<Integer> PIECES = IntStream.range(0, 100).boxed().toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void whatIsFoundComesInThePiecesOrder(int threads) throws IOException {
    List<Integer> found =
        SurveyWork.on(
            PIECES,
            new Execution(threads, Progress.silent()),
            piece -> {
              Thread.onSpinWait();
              return piece * piece;
            });

    assertThat(found).isEqualTo(PIECES.stream().map(piece -> piece * piece).toList());
  }

  @Test
  void whatCanNotBeReadIsToldAsItIs() {
    IOException broken = new IOException("broken at 7");
    assertThatThrownBy(
            () ->
                SurveyWork.on(
                    PIECES,
                    Execution.single(),
                    piece -> {
                      if (piece == 7) {
                        throw broken;
                      }
                      return piece;
                    }))
        .isSameAs(broken);
  }

  @Test
  void aStopEndsItAndNoStepsAreTold() {
    Progress stopped =
        new Progress() {
          @Override
          public void begin(String task, long total) {
            throw new AssertionError(task);
          }

          @Override
          public void advance(long steps) {
            throw new AssertionError(steps);
          }

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> SurveyWork.on(PIECES, new Execution(2, stopped), piece -> piece))
        .isInstanceOf(CancellationException.class);
  }
}
