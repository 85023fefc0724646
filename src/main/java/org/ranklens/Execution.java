package org.ranklens;

import java.util.Objects;

/**
 * How work is run: never part of a result, since results don't depend on it.
 *
 * @param threads worker threads, at least 1
 * @param progress where the work reports and asks whether to stop
 */
public record Execution(int threads, Progress progress) {

  public Execution {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }
    Objects.requireNonNull(progress, "progress");
  }

  /** Returns one thread, silent. */
  public static Execution single() {
    return new Execution(1, Progress.silent());
  }
}
