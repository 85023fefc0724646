package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Connected squares of a grid, and the simplest morphology on them. */
final class SquareGroups {

  private SquareGroups() {}

  /** Returns which squares a rule holds for. */
  static boolean[] where(int squares, IntPredicate rule) {
    boolean[] found = new boolean[squares];
    for (int i = 0; i < squares; i++) {
      found[i] = rule.test(i);
    }
    return found;
  }

  /** Keeps the connected groups (8 neighbours) that pass. */
  static boolean[] keep(boolean[] in, int columns, Predicate<int[]> passes) {
    boolean[] kept = new boolean[in.length];
    for (int[] group : of(in, columns)) {
      if (passes.test(group)) {
        for (int square : group) {
          kept[square] = true;
        }
      }
    }
    return kept;
  }

  static List<int[]> of(boolean[] in, int columns) {
    List<int[]> groups = new ArrayList<>();
    boolean[] seen = new boolean[in.length];
    int[] stack = new int[in.length];
    for (int start = 0; start < in.length; start++) {
      if (in[start] && !seen[start]) {
        groups.add(flood(in, seen, columns, start, stack));
      }
    }
    return groups;
  }

  private static int[] flood(boolean[] in, boolean[] seen, int columns, int start, int[] stack) {
    int rows = in.length / columns;
    int count = 1;
    stack[0] = start;
    seen[start] = true;
    for (int next = 0; next < count; next++) {
      int x = stack[next] % columns;
      int y = stack[next] / columns;
      for (int v = Math.max(0, y - 1); v <= Math.min(rows - 1, y + 1); v++) {
        for (int u = Math.max(0, x - 1); u <= Math.min(columns - 1, x + 1); u++) {
          int other = v * columns + u;
          if (in[other] && !seen[other]) {
            seen[other] = true;
            stack[count++] = other;
          }
        }
      }
    }
    return Arrays.copyOf(stack, count);
  }

  static Ellipse shape(int[] group, int columns) {
    long sx = 0;
    long sy = 0;
    long xx = 0;
    long yy = 0;
    long xy = 0;
    for (int square : group) {
      long x = square % columns;
      long y = square / columns;
      sx += x;
      sy += y;
      xx += x * x;
      yy += y * y;
      xy += x * y;
    }
    return Ellipse.of(group.length, sx, sy, xx, yy, xy);
  }

  /** Returns the squares and those at most {@code by} away, in a square. */
  static boolean[] grown(boolean[] in, int columns, int by) {
    int rows = in.length / columns;
    boolean[] out = new boolean[in.length];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        if (in[y * columns + x]) {
          for (int v = Math.max(0, y - by); v <= Math.min(rows - 1, y + by); v++) {
            int from = v * columns + Math.max(0, x - by);
            Arrays.fill(out, from, v * columns + Math.min(columns - 1, x + by) + 1, true);
          }
        }
      }
    }
    return out;
  }

  static boolean[] shrunk(boolean[] in, int columns, int by) {
    return not(grown(not(in), columns, by));
  }

  /** Returns what the squares enclose. */
  static boolean[] enclosed(boolean[] in, int columns) {
    int rows = in.length / columns;
    return keep(
        not(in),
        columns,
        group ->
            Arrays.stream(group)
                .noneMatch(
                    square ->
                        square % columns == 0
                            || square % columns == columns - 1
                            || square < columns
                            || square >= (rows - 1) * columns));
  }

  static boolean[] not(boolean[] in) {
    return where(in.length, i -> !in[i]);
  }

  static boolean[] or(boolean[] a, boolean[] b) {
    return where(a.length, i -> a[i] || b[i]);
  }
}
