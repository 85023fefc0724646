package org.ranklens.phantom.ihc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The cells placed so far, found again by place. */
final class CellGrid {

  private static final double BUCKET_MICRONS = 40;

  private final Map<Long, List<PlannedCell>> buckets = new HashMap<>();
  private double largestReach;

  void add(PlannedCell cell) {
    largestReach = Math.max(largestReach, cell.body().reach());
    buckets.computeIfAbsent(key(cell.body().x, cell.body().y), k -> new ArrayList<>()).add(cell);
  }

  /** Whether no cell that could touch a disc of this radius matches. */
  boolean none(double x, double y, double radius, Predicate<PlannedCell> matching) {
    int reach = (int) Math.ceil((radius + largestReach) / BUCKET_MICRONS);
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        List<PlannedCell> bucket =
            buckets.getOrDefault(key(x + dx * BUCKET_MICRONS, y + dy * BUCKET_MICRONS), List.of());
        if (bucket.stream().anyMatch(matching)) {
          return false;
        }
      }
    }
    return true;
  }

  private static long key(double x, double y) {
    long column = (long) Math.floor(x / BUCKET_MICRONS);
    long row = (long) Math.floor(y / BUCKET_MICRONS);
    return (column << 32) | (row & 0xFFFFFFFFL);
  }
}
