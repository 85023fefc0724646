package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * The like-stained area that hangs together with a group's nuclei, looked for no further than
 * around the group: a giant cell ends, a sheet of epithelium goes on. Its squares stand 64 to a
 * number. It owns its arrays.
 */
final class GroupBody {

  /** How far outside of the hull the body is followed. */
  static final double REACH_MICRONS = 12;

  /**
   * What was found.
   *
   * @param others nuclei of others that the body touches
   * @param leak share of the body's border that lies where it is followed no further
   */
  record Found(double areaUm2, int others, double leak, double thicknessMicrons) {}

  private final NucleusScene scene;

  /** The round in which a label was one of the group, or was counted as touched. */
  private final int[] known;

  private int round;

  /** The first square of the picture, in squares of the scene, and its size. */
  private int left;

  private int top;
  private int words;
  private int rows;

  /** What may be looked at, the group's nuclei, those of others, what is stained alike, and all. */
  private long[] within = new long[0];

  private long[] own = new long[0];
  private long[] others = new long[0];
  private long[] alike = new long[0];
  private long[] body = new long[0];

  GroupBody(NucleusScene scene) {
    this.scene = scene;
    this.known = new int[scene.nuclei().count() + 1];
  }

  /** Begins with another group, looked at within limits. */
  void begin(int[] members, GroupHull limit) {
    markMembers(members);
    TileFrame frame = scene.frame();
    top = Math.max(0, limit.top() - frame.y());
    rows = Math.max(0, Math.min(scene.height(), limit.bottom() + 1 - frame.y()) - top);
    int[] from = new int[rows];
    int[] to = new int[rows];
    left = scene.width();
    int right = 0;
    for (int row = 0; row < rows; row++) {
      from[row] = Math.max(0, limit.left(top + row + frame.y()) - frame.x());
      to[row] = Math.min(scene.width() - 1, limit.right(top + row + frame.y()) - frame.x()) + 1;
      left = Math.min(left, from[row]);
      right = Math.max(right, to[row]);
    }
    words = Math.max(1, (right - left + 63) / 64);
    clear();
    for (int row = 0; row < rows; row++) {
      if (from[row] < to[row]) {
        BitFlood.set(within, row * words, from[row] - left, to[row] - left);
        addNuclei(row, from[row], to[row]);
      }
    }
  }

  private void markMembers(int[] members) {
    round++;
    for (int member : members) {
      known[member + 1] = round;
    }
  }

  private void clear() {
    int length = words * rows;
    if (within.length < length) {
      within = new long[2 * length];
      own = new long[within.length];
      others = new long[within.length];
      alike = new long[within.length];
      body = new long[within.length];
    }
    Arrays.fill(within, 0, length, 0);
    Arrays.fill(own, 0, length, 0);
    Arrays.fill(others, 0, length, 0);
  }

  private void addNuclei(int row, int from, int to) {
    int[] labels = scene.nuclei().labels();
    int base = (top + row) * scene.width();
    for (int x = from; x < to; x++) {
      int label = labels[base + x];
      if (label > 0) {
        long[] its = known[label] == round ? own : others;
        its[row * words + (x - left) / 64] |= 1L << (x - left);
      }
    }
  }

  /**
   * Follows the body of the group.
   *
   * @param members of the group that was begun with
   * @param band DAB this far from the level belongs to it
   */
  Found follow(int[] members, double level, double band) {
    int length = words * rows;
    System.arraycopy(own, 0, body, 0, length);
    for (int row = 0; row < rows; row++) {
      findAlike(row, level, band);
    }
    BitFlood.spread(body, alike, words, rows);
    int area = 0;
    for (int i = 0; i < length; i++) {
      area += Long.bitCount(body[i] & ~own[i]);
    }
    markMembers(members);
    int leaks = 0;
    int stops = 0;
    int touched = 0;
    for (int side = 0; side < 4; side++) {
      for (int row = 0; row < rows; row++) {
        for (int i = 0; i < words; i++) {
          int at = row * words + i;
          long seen = beside(within, row, i, side);
          long outside = seen & ~beside(body, row, i, side);
          leaks += Long.bitCount(body[at] & ~seen);
          stops += Long.bitCount(body[at] & outside);
          touched += touched(others[at] & beside(body, row, i, side), row, i);
        }
      }
    }
    TileFrame frame = scene.frame();
    return new Found(
        frame.areaUm2(area),
        touched,
        (double) leaks / Math.max(1, leaks + stops),
        thickness() / 10.0 * frame.pixelSizeMicrons());
  }

  /** Marks the group's nuclei and what is stained alike and no nucleus. */
  private void findAlike(int row, double level, double band) {
    float[] evenDab = scene.evenDab();
    int base = (top + row) * scene.width() + left;
    for (int i = 0; i < words; i++) {
      int at = row * words + i;
      long free = within[at] & ~own[at] & ~others[at];
      long found = own[at];
      if (free != 0) {
        int end = 64 - Long.numberOfLeadingZeros(free);
        for (int x = Long.numberOfTrailingZeros(free); x < end; x++) {
          found |= Math.abs(evenDab[base + 64 * i + x] - level) <= band ? free & (1L << x) : 0;
        }
      }
      alike[at] = found;
    }
  }

  /** Returns what of a picture lies on one side of the squares of a number. */
  private long beside(long[] picture, int row, int i, int side) {
    int at = row * words + i;
    return switch (side) {
      case 0 -> (picture[at] << 1) | (i > 0 ? picture[at - 1] >>> 63 : 0);
      case 1 -> (picture[at] >>> 1) | (i + 1 < words ? picture[at + 1] << 63 : 0);
      case 2 -> row > 0 ? picture[at - words] : 0;
      default -> row + 1 < rows ? picture[at + words] : 0;
    };
  }

  /** Returns how many nuclei are among some squares that were not touched before. */
  private int touched(long squares, int row, int i) {
    int[] labels = scene.nuclei().labels();
    int base = (top + row) * scene.width() + left + 64 * i;
    int touched = 0;
    for (long bits = squares; bits != 0; bits &= bits - 1) {
      int label = labels[base + Long.numberOfTrailingZeros(bits)];
      touched += known[label] == round ? 0 : 1;
      known[label] = round;
    }
    return touched;
  }

  /** Returns how far the body's squares lie from nuclei at most. */
  private int thickness() {
    int[] tenths = scene.tenthsToNucleus();
    int most = 0;
    for (int row = 0; row < rows; row++) {
      int base = (top + row) * scene.width() + left;
      for (int i = 0; i < words; i++) {
        int at = row * words + i;
        for (long bits = body[at] & ~own[at]; bits != 0; bits &= bits - 1) {
          most = Math.max(most, tenths[base + 64 * i + Long.numberOfTrailingZeros(bits)]);
        }
      }
    }
    return most;
  }
}
