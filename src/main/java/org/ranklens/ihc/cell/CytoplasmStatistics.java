package org.ranklens.ihc.cell;

/** Sums over pixels of an area that are no nucleus. */
final class CytoplasmStatistics {

  private static final double EVEN_OD = 0.05;
  private static final double EVEN_SHARE = 0.25;
  private static final double WIDE_OD = 0.08;
  private static final double WIDE_SHARE = 0.5;

  private final NucleusScene scene;
  private final int[] labels;
  private final float[] dabOd;
  private final float[] hematoxylinOd;
  private final float[] evenDab;
  private final double level;
  private final double band;
  private int count;
  private int nuclei;
  private int even;
  private int pale;
  private double dab;
  private double dabSquares;
  private double h;
  private double hSquares;

  /** Begins with nothing; DAB within a band around the level counts as even. */
  CytoplasmStatistics(NucleusScene scene, double level) {
    this.scene = scene;
    this.labels = scene.nuclei().labels();
    this.dabOd = scene.dab();
    this.hematoxylinOd = scene.hematoxylin();
    this.evenDab = scene.evenDab();
    this.level = level;
    this.band = band(level);
  }

  static double band(double level) {
    return EVEN_OD + EVEN_SHARE * Math.max(0, level);
  }

  /** Returns the band of stain that is heaped to one side of its cell. */
  static double wideBand(double level) {
    return WIDE_OD + WIDE_SHARE * Math.max(0, level);
  }

  /** Adds pixels of a row, counted from the slide's corner, both ends among them. */
  void addRow(int row, int first, int last) {
    int y = row - scene.frame().y();
    if (y < 0 || y >= scene.height() || first > last) {
      return;
    }
    int base = y * scene.width() - scene.frame().x();
    int from = base + Math.max(first, scene.frame().x());
    int to = base + Math.min(last, scene.frame().x() + scene.width() - 1);
    add(from, to);
  }

  /** Sums up in variables, not in fields, which the processor would write and read each time. */
  private void add(int from, int to) {
    int squares = 0;
    int evenSquares = even;
    int paleSquares = pale;
    double dabSum = dab;
    double dabSquareSum = dabSquares;
    double hSum = h;
    double hSquareSum = hSquares;
    for (int p = from; p <= to; p++) {
      if (labels[p] > 0) {
        continue;
      }
      squares++;
      double d = dabOd[p];
      double haematoxylin = hematoxylinOd[p];
      double off = evenDab[p] - level;
      evenSquares += Math.abs(off) <= band ? 1 : 0;
      paleSquares += off < -2 * band ? 1 : 0;
      dabSum += d;
      dabSquareSum += d * d;
      hSum += haematoxylin;
      hSquareSum += haematoxylin * haematoxylin;
    }
    count += squares;
    nuclei += Math.max(0, to + 1 - from) - squares;
    even = evenSquares;
    pale = paleSquares;
    dab = dabSum;
    dabSquares = dabSquareSum;
    h = hSum;
    hSquares = hSquareSum;
  }

  int pixels() {
    return count;
  }

  int nucleusPixels() {
    return nuclei;
  }

  double even() {
    return even / (double) Math.max(1, count);
  }

  double pale() {
    return pale / (double) Math.max(1, count);
  }

  double dab() {
    return count == 0 ? level : dab / count;
  }

  double dabSpread() {
    double mean = dab();
    double variance = count == 0 ? 0 : dabSquares / count - mean * mean;
    return Math.sqrt(Math.max(0, variance)) / (NucleusScene.NOISE_OD + Math.max(0, level));
  }

  double hematoxylin() {
    return h / Math.max(1, count);
  }

  double hematoxylinSpread() {
    double mean = hematoxylin();
    return Math.sqrt(Math.max(0, hSquares / Math.max(1, count) - mean * mean));
  }
}
