package org.ranklens.cli;

import org.ranklens.Progress;

/** Says nothing, but hears the stop signal. */
final class QuietProgress implements Progress {

  @Override
  public void begin(String task, long total) {}

  @Override
  public void advance(long steps) {}

  @Override
  public boolean cancelled() {
    return StopSignal.asked();
  }
}
