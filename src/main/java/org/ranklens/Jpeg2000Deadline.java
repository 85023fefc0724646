package org.ranklens;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Decodes a JPEG 2000 stream in a thread of its own: of some damaged streams JJ2000 never comes
 * back, and it hears no interruption, so that it is left behind.
 */
public final class Jpeg2000Deadline {

  /** A tile takes a second or two; on a machine with much other work ten times that. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private Jpeg2000Deadline() {}

  /**
   * Does the work, or gives up after a minute.
   *
   * @throws IOException where the work throws one or comes to no end
   */
  public static <T> T decode(Callable<T> work) throws IOException {
    return decode(work, LONGEST);
  }

  static <T> T decode(Callable<T> work, Duration longest) throws IOException {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "JPEG 2000");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException(
          "its JPEG 2000 stream is corrupt: no end of it after " + longest.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while JPEG 2000 was decoded");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw new IOException(cause.getMessage(), cause);
      }
      if (e.getCause() instanceof VirtualMachineError error) {
        throw error;
      }
      // So JJ2000 tells of what it was never made for.
      throw new IOException(
          "its JPEG 2000 stream is of another kind: " + e.getCause().getMessage(), e.getCause());
    }
  }
}
