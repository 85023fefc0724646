package org.ranklens.ihc.slide;

import java.util.Arrays;

/** Tiles in the order in which they lie in their file. */
final class TilesInFile {

  /** A writer may count some bytes too many. */
  private static final int SPARE_BYTES = 16;

  private final long[] starts;

  /** The length of the longest tile at each start. */
  private final long[] lengths;

  private TilesInFile(long[] starts, long[] lengths) {
    this.starts = starts;
    this.lengths = lengths;
  }

  static TilesInFile of(long[] offsets, long[] lengths) {
    int n = Math.min(offsets.length, lengths.length);
    long[] starts = new long[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      if (lengths[i] > 0) {
        starts[count++] = offsets[i];
      }
    }
    Arrays.sort(starts, 0, count);
    int different = 0;
    for (int i = 0; i < count; i++) {
      if (different == 0 || starts[i] != starts[different - 1]) {
        starts[different++] = starts[i];
      }
    }
    starts = Arrays.copyOf(starts, different);
    long[] longest = new long[different];
    for (int i = 0; i < n; i++) {
      if (lengths[i] > 0) {
        int at = Arrays.binarySearch(starts, offsets[i]);
        longest[at] = Math.max(longest[at], lengths[i]);
      }
    }
    return new TilesInFile(starts, longest);
  }

  /**
   * Whether a tile reaches into the one behind it or the one before it into the tile.
   *
   * @param end of the file; a tile that reaches beyond it is told otherwise
   */
  boolean shares(long start, long length, long end) {
    int at = Arrays.binarySearch(starts, start);
    if (at < 0) {
      return false;
    }
    return (at + 1 < starts.length && reaches(start, length, starts[at + 1], end))
        || (at > 0 && reaches(starts[at - 1], lengths[at - 1], start, end));
  }

  private static boolean reaches(long start, long length, long next, long end) {
    return length <= end - start && length - SPARE_BYTES > next - start;
  }
}
