package org.ranklens.ihc;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ranklens.Execution;

/**
 * Works tiles by several threads and hands the results on in the tiles' order, by the calling
 * thread. Only as many results wait as there are threads, and one more.
 */
final class TileQueue {

  /** The work on one tile. */
  interface Work<R> {
    R on(Tile tile) throws IOException;
  }

  /** Takes a tile's result. */
  interface Taker<R> {
    void take(Tile tile, R result) throws IOException;
  }

  private record Running<R>(Tile tile, Future<R> result) {}

  private TileQueue() {}

  static <R> void run(List<Tile> tiles, Execution execution, Work<R> work, Taker<R> taker)
      throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(execution.threads());
    try {
      ArrayDeque<Running<R>> running = new ArrayDeque<>();
      Iterator<Tile> waiting = tiles.iterator();
      while (waiting.hasNext() || !running.isEmpty()) {
        while (waiting.hasNext() && running.size() <= execution.threads()) {
          Tile tile = waiting.next();
          running.add(new Running<>(tile, threads.submit(() -> work.on(tile))));
        }
        Running<R> first = running.remove();
        taker.take(first.tile(), resultOf(first.result()));
        execution.progress().advance(1);
        execution.progress().check();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static <R> R resultOf(Future<R> future) throws IOException {
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
