package org.ranklens.fiji;

import ij.IJ;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.ranklens.Progress;

/** Shows progress in ImageJ's status bar; Escape stops the work. */
final class EscapeProgress implements Progress {

  private static final long REDRAW_NANOS = 50_000_000;

  private final AtomicLong done = new AtomicLong();
  private final AtomicLong drawn = new AtomicLong();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private volatile long total;
  private volatile String task = "";

  EscapeProgress() {
    IJ.resetEscape();
  }

  @Override
  public void begin(String name, long steps) {
    task = name;
    total = steps;
    done.set(0);
    IJ.showStatus("Ranklens: " + name + " (Escape stops)");
    IJ.showProgress(0.0);
  }

  @Override
  public void advance(long steps) {
    long now = done.addAndGet(steps);
    long last = drawn.get();
    long time = System.nanoTime();
    if (total > 0 && time - last > REDRAW_NANOS && drawn.compareAndSet(last, time)) {
      IJ.showStatus("Ranklens: " + task + ", " + 100 * now / total + " % (Escape stops)");
      // ImageJ hides the bar at 1; only the end does that.
      IJ.showProgress(Math.min(0.999, (double) now / total));
    }
  }

  /** Once pressed it stays pressed: another command would make ImageJ forget it. */
  @Override
  public boolean cancelled() {
    if (IJ.escapePressed()) {
      stopped.set(true);
    }
    return stopped.get();
  }

  /** Clears the status bar. */
  void end(String status) {
    IJ.showProgress(1.0);
    IJ.showStatus(status);
  }
}
