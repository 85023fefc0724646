package org.ranklens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class Jpeg2000DeadlineTest {

  @Test
  void whatIsDecodedInTimeIsGivenBack() throws IOException {
    assertThat(Jpeg2000Deadline.decode(() -> 7)).isEqualTo(7);
  }

  @Test
  void aDecoderThatNeverComesBackIsLeftBehindAndToldAsDamage() {
    CountDownLatch never = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                Jpeg2000Deadline.decode(
                    () -> {
                      never.await();
                      return 0;
                    },
                    Duration.ofMillis(50)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("its JPEG 2000 stream is corrupt: no end of it after");
    never.countDown();
  }

  @Test
  void whatTheDecoderThrowsKeepsItsWords() {
    assertThatThrownBy(
            () ->
                Jpeg2000Deadline.decode(
                    () -> {
                      throw new IOException("it is bad");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("it is bad");
  }

  /** JJ2000 tells of a stream that needs more than Part 1 by a bare error. */
  @Test
  void anErrorOfTheDecoderIsAnotherKindOfStream() {
    assertThatThrownBy(
            () ->
                Jpeg2000Deadline.decode(
                    () -> {
                      throw new Error("not Part I");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("its JPEG 2000 stream is of another kind: not Part I");
  }

  @Test
  void anErrorOfTheMachineStaysOne() {
    assertThatThrownBy(
            () ->
                Jpeg2000Deadline.decode(
                    () -> {
                      throw new OutOfMemoryError("no more");
                    }))
        .isInstanceOf(OutOfMemoryError.class);
  }
}
