package org.ranklens.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C and SIGTERM: asks the work to stop and gives it a moment to clean up. The JVM itself then
 * ends with 130 or 143.
 */
final class StopSignal {

  /** Less than the two seconds a user waits, enough to delete what is half written. */
  private static final long PATIENCE_MILLIS = 1_700;

  private static final AtomicBoolean ASKED = new AtomicBoolean();
  private static final CountDownLatch OVER = new CountDownLatch(1);

  private StopSignal() {}

  static void listen() {
    Runtime.getRuntime().addShutdownHook(new Thread(StopSignal::stop, "stop"));
  }

  static boolean asked() {
    return ASKED.get();
  }

  static void workIsOver() {
    OVER.countDown();
  }

  private static void stop() {
    if (OVER.getCount() == 0) {
      return;
    }
    ASKED.set(true);
    try {
      boolean ended = OVER.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      if (!ended) {
        Failures.say("stopped");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
