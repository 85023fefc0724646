package org.ranklens;

/**
 * Where long work tells how far it is, and asks whether to go on. Implementations are thread-safe.
 */
public interface Progress {

  /** Says that a stretch of work begins. {@code total} is its number of steps, 0 if unknown. */
  void begin(String task, long total);

  /** Says that {@code steps} more steps of the stretch are done. */
  void advance(long steps);

  /** Returns whether the user asked to stop. */
  boolean cancelled();

  /**
   * Throws where the user asked to stop; long loops call it at least every 0.1 s.
   *
   * @throws java.util.concurrent.CancellationException when {@link #cancelled()}
   */
  default void check() {
    if (cancelled()) {
      throw new java.util.concurrent.CancellationException("stopped by the user");
    }
  }

  /** Returns a progress that tells nobody and never stops. */
  static Progress silent() {
    return SilentProgress.INSTANCE;
  }
}
