package org.ranklens.ihc.cell;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ranklens.ihc.stain.PlaneMemory;
import org.ranklens.ihc.stain.StainImages;

/**
 * Which pixels a giant cell takes: what its nuclei took as cells, what is stained alike around them
 * and belongs to no other cell, and what all that encloses. The body of a giant cell reaches
 * further from its nuclei than other cells do.
 */
final class GiantExtent {

  /** How far the body is followed beyond what its nuclei took. */
  static final double REACH_MICRONS = 20;

  /** DAB is smoothed by this much before: grains are no boundary. */
  private static final double SIGMA_MICRONS = 0.6;

  private static final int MEMBER = 1;
  private static final int OTHER = 2;

  private final CellGrid grid;
  private final StainReader slide;
  private final DabReading reading;
  private final List<MeasuredNucleus> known;

  /**
   * Looks at the slide.
   *
   * @param known all nuclei whose cells may lie within reach
   */
  GiantExtent(CellGrid grid, StainReader slide, DabReading reading, List<MeasuredNucleus> known) {
    this.known = known;
    this.grid = grid;
    this.slide = slide;
    this.reading = reading;
  }

  /** Returns the area that a giant cell is looked for in. */
  TileFrame.Core reach(TileFrame.Core members) {
    return grid.grown(members, REACH_MICRONS);
  }

  /**
   * A giant cell.
   *
   * @param pixels what it takes
   * @param rings what is read around its nuclei
   */
  record Giant(PixelRuns pixels, Optional<CytoplasmOd> rings) {}

  /**
   * Returns a giant cell.
   *
   * @param members its nuclei, of those known
   */
  Giant of(List<MeasuredNucleus> members) throws IOException {
    TileFrame.Core box = members.get(0).cell().box();
    for (MeasuredNucleus member : members) {
      box = box.and(member.cell().box());
    }
    TileFrame.Core area = reach(box);
    int[] owners = new int[area.width() * area.height()];
    known.forEach(nucleus -> nucleus.cell().paint(owners, area, OTHER));
    members.forEach(member -> member.cell().paint(owners, area, MEMBER));
    TileFrame frame = grid.frame(area, area);
    StainImages images = slide.read(area, new PlaneMemory());
    Optional<CytoplasmOd> rings = reading.of(rings(members, images, frame), frame);
    Optional<Double> level = rings.map(CytoplasmOd::mean);
    if (level.isPresent() && level.get() >= StainEdge.LEAST_CONTRAST_OD) {
      float[] dab =
          GaussianFilter.of(
              images.dabOd(), images.width(), images.height(), frame.pixels(SIGMA_MICRONS));
      spread(
          owners,
          dab,
          level.get(),
          area.width(),
          (int) (Math.sqrt(2) * frame.pixels(REACH_MICRONS)));
    }
    enclose(owners, area.width());
    LabelRuns taken = LabelRuns.of(members(owners), area.width(), 1);
    return new Giant(PixelRuns.of(taken, 1, 0, frame), rings);
  }

  /** Reads the rings again: to keep the DAB of all nuclei for the sake of few would take memory. */
  private static float[] rings(List<MeasuredNucleus> members, StainImages images, TileFrame frame) {
    float[] all = new float[members.stream().mapToInt(member -> member.ring().pixels()).sum()];
    int to = 0;
    for (MeasuredNucleus member : members) {
      float[] own = member.ring().of(images.dabOd(), images.width(), frame);
      System.arraycopy(own, 0, all, to, own.length);
      to += own.length;
    }
    return all;
  }

  /** Takes in what is stained and nobody's, step by step from what is the cell's already. */
  private static void spread(int[] owners, float[] dab, double level, int width, int mostSteps) {
    double outside = outside(owners, dab);
    if (!StainEdge.isEdge(level, outside)) {
      return;
    }
    double least = StainEdge.leastInside(level, outside);
    int[] steps = new int[owners.length];
    int[] queue = new int[owners.length];
    int waiting = 0;
    for (int p = 0; p < owners.length; p++) {
      if (owners[p] == MEMBER) {
        queue[waiting++] = p;
      }
    }
    int[] sides = {-1, 1, -width, width};
    for (int next = 0; next < waiting; next++) {
      int p = queue[next];
      for (int side = 0; side < 4 && steps[p] < mostSteps; side++) {
        int q = p + sides[side];
        if (isWithin(p, q, owners.length, width) && owners[q] == 0 && dab[q] >= least) {
          owners[q] = MEMBER;
          steps[q] = steps[p] + 1;
          queue[waiting++] = q;
        }
      }
    }
  }

  /** Returns the DAB of what is nobody's and least stained. */
  private static double outside(int[] owners, float[] dab) {
    float[] values = new float[dab.length];
    int count = 0;
    for (int p = 0; p < dab.length; p++) {
      if (owners[p] == 0) {
        values[count++] = dab[p];
      }
    }
    return count == 0
        ? Double.NaN
        : Selection.at(values, 0, count, (int) (StainEdge.OUTSIDE_QUANTILE * count));
  }

  /** Takes in what is nobody's and can't be reached from outside. */
  private static void enclose(int[] owners, int width) {
    boolean[] open = new boolean[owners.length];
    int[] queue = new int[owners.length];
    int waiting = 0;
    for (int p = 0; p < owners.length; p++) {
      int x = p % width;
      boolean rim = x == 0 || x == width - 1 || p < width || p >= owners.length - width;
      if (rim && owners[p] != MEMBER) {
        open[p] = true;
        queue[waiting++] = p;
      }
    }
    int[] sides = {-1, 1, -width, width};
    for (int next = 0; next < waiting; next++) {
      int p = queue[next];
      for (int side : sides) {
        int q = p + side;
        if (isWithin(p, q, owners.length, width) && !open[q] && owners[q] != MEMBER) {
          open[q] = true;
          queue[waiting++] = q;
        }
      }
    }
    for (int p = 0; p < owners.length; p++) {
      if (owners[p] == 0 && !open[p]) {
        owners[p] = MEMBER;
      }
    }
  }

  private static boolean isWithin(int p, int q, int length, int width) {
    return q >= 0 && q < length && (Math.abs(q - p) != 1 || q / width == p / width);
  }

  private static int[] members(int[] owners) {
    for (int p = 0; p < owners.length; p++) {
      owners[p] = owners[p] == MEMBER ? MEMBER : 0;
    }
    return owners;
  }
}
