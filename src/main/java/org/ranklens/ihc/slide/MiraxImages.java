package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Where the images of a level of a MIRAX slide are in the data files. */
final class MiraxImages {

  private static final int ABSENT = -1;

  private final int columns;
  private final int[] files;
  private final int[] offsets;
  private final int[] lengths;

  /**
   * Has no image yet.
   *
   * @param columns of images that the level has room for
   * @param rows likewise
   */
  MiraxImages(int columns, int rows) {
    this.columns = columns;
    files = new int[columns * rows];
    Arrays.fill(files, ABSENT);
    offsets = new int[files.length];
    lengths = new int[files.length];
  }

  void put(int column, int row, MiraxExtent extent) {
    int image = row * columns + column;
    files[image] = extent.file();
    offsets[image] = extent.offset();
    lengths[image] = extent.length();
  }

  boolean has(int column, int row) {
    return files[row * columns + column] != ABSENT;
  }

  /**
   * Returns where an image lies, empty where the scanner made none.
   *
   * @throws IOException where it claims to have no bytes
   */
  Optional<MiraxExtent> find(int column, int row) throws IOException {
    int image = row * columns + column;
    if (!has(column, row)) {
      return Optional.empty();
    }
    if (lengths[image] == 0) {
      throw new IOException("it claims 0 bytes");
    }
    return Optional.of(new MiraxExtent(files[image], offsets[image], lengths[image]));
  }
}
