package org.ranklens.report;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Something half written that must go where the process is told to end. The work itself hears of
 * that too and cleans up; this is for when it can't do so in time.
 */
public final class Unfinished {

  /** A user waits for two seconds, of which taking away needs some. */
  private static final long PATIENCE_MILLIS = 1_200;

  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread atExit;

  /**
   * Watches until it is closed.
   *
   * @param takeAway what to do where the process ends before
   */
  public Unfinished(Runnable takeAway) {
    atExit = new Thread(() -> waitThen(takeAway), "take away what is unfinished");
    try {
      Runtime.getRuntime().addShutdownHook(atExit);
    } catch (IllegalStateException e) {
      throw cancelled(e);
    }
  }

  /** Finished, or taken away. */
  public void close() {
    over.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process ends already, and has just been told that all is well.
    }
  }

  private void waitThen(Runnable takeAway) {
    try {
      boolean closed = over.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      if (!closed) {
        takeAway.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static CancellationException cancelled(IllegalStateException cause) {
    CancellationException cancelled = new CancellationException("the process is ending");
    cancelled.initCause(cause);
    return cancelled;
  }
}
