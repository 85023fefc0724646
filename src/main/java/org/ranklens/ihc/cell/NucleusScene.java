package org.ranklens.ihc.cell;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.ranklens.ihc.stain.PlaneMemory;

/**
 * What the grouping of nuclei looks at, in squares of about a micrometre. It owns its arrays.
 *
 * <p>The planes are smoothed over the cytoplasm alone, so that nuclei neither pale nor darken it.
 */
final class NucleusScene {

  /** Added to a level before dividing by it: differences below it are noise. */
  static final double NOISE_OD = 0.1;

  /** Up to so far beside a nucleus its own haematoxylin darkens what is smoothed. */
  static final int DARKENED_TENTHS = 15;

  /** The planes look this many squares beyond a square. */
  static final int REACH_SQUARES = 3;

  private static final double MOST_THICKNESS_MICRONS = 12;

  private final Nuclei nuclei;
  private final int width;
  private final int height;
  private final TileFrame frame;
  private final double[] od;
  private final float[] dab;
  private final float[] hematoxylin;
  private final float[] evenDab;
  private final float[] both;
  private final float[] dabEdge;
  private final float[] bothEdge;
  private final int[] tenthsToNucleus;

  /**
   * Smooths stains.
   *
   * @param stains left as they are
   * @param shapes of the nuclei, in squares
   * @param od DAB of the cytoplasm around each nucleus, none where it could not be measured
   */
  NucleusScene(CoarseStains stains, List<Ellipse> shapes, List<OptionalDouble> od) {
    this(stains, shapes, od, new PlaneMemory());
  }

  /**
   * Smooths stains.
   *
   * @param stains of which the labels alone are good afterwards, where they are of the same memory
   * @param memory good as long as the scene
   */
  NucleusScene(
      CoarseStains stains, List<Ellipse> shapes, List<OptionalDouble> od, PlaneMemory memory) {
    this.nuclei = Nuclei.labelled(stains.labels(), shapes);
    this.width = stains.width();
    this.height = stains.height();
    this.frame = stains.frame();
    int squares = width * height;
    float[] share = smoothed(stains.cytoplasm(), memory);
    float[] sum = smoothed(stains.dab(), memory);
    this.dab = SquareFilter.ratio(sum, share, squares, memory.floats(squares));
    float[] hematoxylinSum = smoothed(stains.hematoxylin(), memory);
    this.hematoxylin = SquareFilter.ratio(hematoxylinSum, share, squares, memory.floats(squares));
    float[] evenShare = smoothed(share, memory);
    this.evenDab = smoothed(sum, memory);
    SquareFilter.ratio(evenDab, evenShare, squares, evenDab);
    this.both = smoothed(hematoxylinSum, memory);
    SquareFilter.ratio(both, evenShare, squares, both);
    for (int q = 0; q < squares; q++) {
      both[q] += evenDab[q];
    }
    memory.giveBack(evenShare);
    this.dabEdge = edge(evenDab, memory.floats(squares));
    this.bothEdge = edge(both, memory.floats(squares));
    this.tenthsToNucleus =
        NucleusDistance.tenths(
            stains.labels(),
            width,
            height,
            (int) (10 * frame.pixels(MOST_THICKNESS_MICRONS)),
            memory.ints(squares));
    double[] around = around(stains.labels(), shapes.size());
    this.od = new double[shapes.size()];
    for (int i = 0; i < od.size(); i++) {
      this.od[i] = od.get(i).orElse(around[i]);
    }
  }

  /** Returns a plane smoothed, and gives it back. */
  private float[] smoothed(float[] plane, PlaneMemory memory) {
    float[] smooth = SquareFilter.thirds(plane, width, height, memory.floats(width * height));
    memory.giveBack(plane);
    return smooth;
  }

  /** Returns the steepness per micrometre, 0 at the rim. */
  private float[] edge(float[] plane, float[] edge) {
    Arrays.fill(edge, 0, width * height, 0);
    float half = (float) (0.5 / frame.pixelSizeMicrons());
    for (int row = width; row < width * (height - 1); row += width) {
      for (int q = row + 1; q < row + width - 1; q++) {
        float dx = plane[q + 1] - plane[q - 1];
        float dy = plane[q + width] - plane[q - width];
        edge[q] = half * (float) Math.sqrt(dx * dx + dy * dy);
      }
    }
    return edge;
  }

  /** Returns what of the smoothed cytoplasm spreads over each nucleus. */
  private double[] around(int[] labels, int count) {
    double[] sum = new double[count];
    int[] squares = new int[count];
    for (int q = 0; q < width * height; q++) {
      if (labels[q] > 0 && evenDab[q] != 0) {
        sum[labels[q] - 1] += evenDab[q];
        squares[labels[q] - 1]++;
      }
    }
    for (int i = 0; i < count; i++) {
      sum[i] /= Math.max(1, squares[i]);
    }
    return sum;
  }

  /** Returns the nuclei, in squares. */
  Nuclei nuclei() {
    return nuclei;
  }

  /** Returns DAB smoothed by 0.8 um; not a copy. */
  float[] dab() {
    return dab;
  }

  /** Returns haematoxylin smoothed by 0.8 um; not a copy. */
  float[] hematoxylin() {
    return hematoxylin;
  }

  /** Returns DAB smoothed by 1.3 um; not a copy. */
  float[] evenDab() {
    return evenDab;
  }

  /** Returns the sum of both stains smoothed by 1.3 um; not a copy. */
  float[] both() {
    return both;
  }

  /** Returns how steep smoothed DAB is, optical density per micrometre; not a copy. */
  float[] dabEdge() {
    return dabEdge;
  }

  /** Returns how steep the sum of both stains is, optical density per micrometre; not a copy. */
  float[] bothEdge() {
    return bothEdge;
  }

  /** Returns the distance to the nearest nucleus in tenths of squares, up to 12 um; not a copy. */
  int[] tenthsToNucleus() {
    return tenthsToNucleus;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Returns where the squares lie. */
  TileFrame frame() {
    return frame;
  }

  /** Returns the DAB of the cytoplasm around a nucleus. */
  double od(int nucleus) {
    return od[nucleus];
  }

  double unlikeness(int a, int b) {
    return unlikeness(od(a), od(b));
  }

  private static double unlikeness(double one, double other) {
    return Math.abs(one - other) / (NOISE_OD + Math.max(0, (one + other) / 2));
  }

  /** Returns those nuclei that are no more unlike their median than this. */
  int[] alike(int[] members, double most) {
    double level = median(members);
    int[] alike = new int[members.length];
    int count = 0;
    for (int member : members) {
      if (unlikeness(od(member), level) <= most) {
        alike[count++] = member;
      }
    }
    return Arrays.copyOf(alike, count);
  }

  /** Returns the median DAB of the cytoplasm around nuclei, the upper one of two. */
  double median(int[] members) {
    double[] sorted = new double[members.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = od(members[i]);
    }
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  double level(int a, int b) {
    return Math.max(0, (od(a) + od(b)) / 2);
  }
}
