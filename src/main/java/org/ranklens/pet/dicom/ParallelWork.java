package org.ranklens.pet.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.ranklens.Execution;

/** The same work for each of many files or slices, on as many threads as allowed. */
final class ParallelWork {

  /** Work on one of them; what it writes must be its own. */
  interface Task {
    void run(int index) throws IOException;
  }

  private ParallelWork() {}

  /** Of several that fail, the first in order is told, whatever the number of threads. */
  static void forEach(int count, Execution execution, Task task) throws IOException {
    IOException[] failures = new IOException[count];
    AtomicInteger next = new AtomicInteger();
    Runnable worker =
        () -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            execution.progress().check();
            try {
              task.run(i);
            } catch (IOException e) {
              failures[i] = e;
            }
            execution.progress().advance(1);
          }
        };
    int threads = Math.min(execution.threads(), count);
    if (threads <= 1) {
      worker.run();
    } else {
      runOn(threads, worker);
    }
    for (IOException failure : failures) {
      if (failure != null) {
        throw failure;
      }
    }
  }

  private static void runOn(int threads, Runnable worker) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        running.add(pool.submit(worker));
      }
      for (Future<?> future : running) {
        future.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }
}
