package org.ranklens.ihc.slide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the frames of a DICOM slide lie that each tell their place: by the cell of a grid of their
 * own size in which they begin, so that a region asks only for those near it.
 */
final class FramePlaces {

  private final int frameWidth;
  private final int frameHeight;
  private final Map<Cell, List<Corner>> byCell = new HashMap<>();

  private record Cell(int column, int row) {}

  private record Corner(int x, int y) {}

  static FramePlaces of(DicomHeader header) {
    return new FramePlaces(
        header.frameColumns(), header.frameRows(), header.frameColumnsAt(), header.frameRowsAt());
  }

  /** Takes the columns and rows, from 0 on, at which frames of a size begin. */
  FramePlaces(int frameWidth, int frameHeight, List<Integer> columns, List<Integer> rows) {
    this.frameWidth = frameWidth;
    this.frameHeight = frameHeight;
    int told = frameWidth < 1 || frameHeight < 1 ? 0 : Math.min(columns.size(), rows.size());
    for (int i = 0; i < told; i++) {
      Corner corner = new Corner(columns.get(i), rows.get(i));
      byCell.computeIfAbsent(cell(corner.x(), corner.y()), key -> new ArrayList<>(1)).add(corner);
    }
  }

  private Cell cell(int x, int y) {
    return new Cell(Math.floorDiv(x, frameWidth), Math.floorDiv(y, frameHeight));
  }

  /** Marks the pixels of a region that a frame shows. */
  void mark(Region region, boolean[] shown) {
    if (byCell.isEmpty()) {
      return;
    }
    Cell first = cell(region.x() - frameWidth + 1, region.y() - frameHeight + 1);
    Cell last = cell(region.x() + region.width() - 1, region.y() + region.height() - 1);
    for (int row = first.row(); row <= last.row(); row++) {
      for (int column = first.column(); column <= last.column(); column++) {
        byCell
            .getOrDefault(new Cell(column, row), List.of())
            .forEach(corner -> mark(corner, region, shown));
      }
    }
  }

  private void mark(Corner corner, Region region, boolean[] shown) {
    int left = Math.max(0, corner.x() - region.x());
    int right = Math.min(region.width(), corner.x() + frameWidth - region.x());
    int top = Math.max(0, corner.y() - region.y());
    int bottom = Math.min(region.height(), corner.y() + frameHeight - region.y());
    for (int y = top; y < bottom && left < right; y++) {
      Arrays.fill(shown, y * region.width() + left, y * region.width() + right, true);
    }
  }
}
