package org.ranklens.ihc;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ranklens.Execution;
import org.ranklens.Progress;

/**
 * Works steps by several threads and hands the results on in the steps' order, by the calling
 * thread. Steps begin in order, so one may wait for the result of an earlier one. Only as many
 * results wait as there are threads, and some more.
 */
final class TileQueue {

  /** Results that may wait, per thread: a long step must not leave the other threads idle. */
  private static final int AHEAD = 3;

  private static final long ASK_EVERY_MILLIS = 50;

  /** The work on one step. */
  interface Work<T, R> {
    R on(T step) throws IOException;
  }

  /** Takes a step's result. */
  interface Taker<T, R> {
    void take(T step, R result) throws IOException;
  }

  private record Running<T, R>(T step, Future<R> result) {}

  private TileQueue() {}

  static <T, R> void run(Iterator<T> steps, Execution execution, Work<T, R> work, Taker<T, R> taker)
      throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(execution.threads());
    try {
      ArrayDeque<Running<T, R>> running = new ArrayDeque<>();
      while (steps.hasNext() || !running.isEmpty()) {
        while (steps.hasNext() && running.size() < AHEAD * execution.threads()) {
          T step = steps.next();
          running.add(new Running<>(step, threads.submit(() -> work.on(step))));
        }
        Running<T, R> first = running.remove();
        await(first.result(), execution.progress());
        taker.take(first.step(), resultOf(first.result()));
        execution.progress().advance(1);
        execution.progress().check();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Waits until a result is there, or the user asks to stop: a step takes longer than patience. */
  private static void await(Future<?> result, Progress progress) {
    boolean done = result.isDone();
    while (!done) {
      progress.check();
      done = isDoneSoon(result);
    }
  }

  private static boolean isDoneSoon(Future<?> result) {
    try {
      result.get(ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  /** Waits for a result. */
  static <R> R resultOf(Future<R> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException broken) {
        throw broken;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      if (e.getCause() instanceof RuntimeException bug) {
        throw bug;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
