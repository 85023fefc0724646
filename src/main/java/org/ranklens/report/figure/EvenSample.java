package org.ranklens.report.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Things spread evenly over all that came, in bounded number: every n-th, n doubling as they become
 * too many. The same things whatever their number of threads, where they come in a fixed order.
 *
 * @param <T> of what
 */
public final class EvenSample<T> {

  private final int most;
  private List<T> kept = new ArrayList<>();
  private long every = 1;
  private long seen;

  /** Begins a sample that keeps at most so many. */
  public EvenSample(int most) {
    this.most = most;
  }

  /** Offers the next one. */
  public void add(T next) {
    if (seen % every == 0) {
      kept.add(next);
      if (kept.size() > most) {
        thin();
      }
    }
    seen++;
  }

  private void thin() {
    List<T> half = new ArrayList<>();
    for (int i = 0; i < kept.size(); i += 2) {
      half.add(kept.get(i));
    }
    kept = half;
    every *= 2;
  }

  /** Returns those kept, in the order they came. */
  public List<T> kept() {
    return List.copyOf(kept);
  }

  /** Returns so many of those kept, spread evenly, or all where there are fewer. */
  List<T> pick(int wanted) {
    if (kept.size() <= wanted) {
      return kept();
    }
    List<T> picked = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      picked.add(kept.get((int) ((i + 0.5) * kept.size() / wanted)));
    }
    return picked;
  }
}
