package org.ranklens.cli;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.ranklens.Progress;

/** A bar on a terminal, plain lines elsewhere, so that a log file stays readable. */
final class ConsoleProgress implements Progress {

  /** Work shorter than this shows no bar: it would only flicker. */
  private static final int UPDATE_MILLIS = 200;

  private static final long LINE_EVERY_NANOS = 5_000_000_000L;

  private final PrintStream err;
  private final boolean terminal;
  private ProgressBar bar;
  private String task = "";
  private long total;
  private long done;
  private long begun;
  private long lastLine;

  ConsoleProgress(PrintStream err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public synchronized void begin(String task, long total) {
    close();
    this.task = task;
    this.total = total;
    done = 0;
    begun = System.nanoTime();
    lastLine = begun;
    if (terminal) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(total > 0 ? total : -1)
              .setUpdateIntervalMillis(UPDATE_MILLIS)
              .setStyle(ProgressBarStyle.ASCII)
              .setConsumer(new ConsoleProgressBarConsumer(err))
              .clearDisplayOnFinish()
              .build();
    } else {
      err.println("ranklens: " + task);
    }
  }

  @Override
  public synchronized void advance(long steps) {
    done += steps;
    if (bar != null) {
      bar.stepBy(steps);
      return;
    }
    long now = System.nanoTime();
    if (total > 0 && done < total && now - lastLine >= LINE_EVERY_NANOS) {
      lastLine = now;
      double secondsLeft = (now - begun) / 1e9 * (total - done) / done;
      err.printf(
          Locale.ROOT, "ranklens: %s, %d %%, %.0f s left%n", task, 100 * done / total, secondsLeft);
    }
  }

  @Override
  public boolean cancelled() {
    return StopSignal.asked();
  }

  /** Takes the bar away; the next line starts at the left edge. */
  synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
