package org.ranklens.study;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a study's items: every {@code of}-th, from the {@code index}-th.
 *
 * @param index from 1 to {@code of}
 * @param of how many parts there are
 */
public record Shard(int index, int of) {

  public Shard {
    if (of < 1 || of > 100_000 || index < 1 || index > of) {
      throw new IllegalArgumentException(
          "a shard is I/N with I from 1 to N, not " + index + "/" + of);
    }
  }

  /** Returns the one shard that is the whole study. */
  public static Shard whole() {
    return new Shard(1, 1);
  }

  /**
   * Parses {@code I/N}.
   *
   * @throws IllegalArgumentException where the text is none
   */
  public static Shard parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length == 2 && parts[0].matches("\\d{1,6}") && parts[1].matches("\\d{1,6}")) {
      return new Shard(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
    throw new IllegalArgumentException("a shard is I/N, such as 2/8, not '" + text + "'");
  }

  /** Returns the items of this shard. */
  public <T> List<T> of(List<T> items) {
    List<T> mine = new ArrayList<>();
    for (int i = index - 1; i < items.size(); i += of) {
      mine.add(items.get(i));
    }
    return mine;
  }

  @Override
  public String toString() {
    return index + "/" + of;
  }
}
