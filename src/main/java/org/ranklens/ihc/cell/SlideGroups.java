package org.ranklens.ihc.cell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How groups of nuclei usually look on a slide, found once per slide on pieces of it: what is a
 * giant cell on one slide is a sheet on the next, whose stain, nuclei and borders differ. Slides
 * with few groups are taken as near to what is usual everywhere. It owns its arrays.
 */
public final class SlideGroups {

  /** Before the name of a feature that is told relative to the slide. */
  static final String RELATIVE = "RELATIVE_";

  /** So many groups of the usual slide are added to those seen. */
  private static final double USUAL_GROUPS = 5;

  /** Groups whose middle is nearer to the edge of a piece are not seen whole. */
  static final double MARGIN_MICRONS = 60;

  private static final double EDGE_MICRONS = 440;
  private static final int MOST_PIECES = 12;

  private static final SlideGroups USUAL = shipped("giant-usual.txt");

  private final double[] median;
  private final double[] spread;

  private SlideGroups(double[] median, double[] spread) {
    this.median = median;
    this.spread = spread;
  }

  /** Returns those of a slide of which nothing is known. */
  static SlideGroups usual() {
    return USUAL;
  }

  /**
   * Returns the pieces of a slide that are looked at where it is too large to be looked at as a
   * whole, evenly spread.
   *
   * @param hasTissue whether a piece may hold cells
   */
  public static List<TileFrame.Core> pieces(CellGrid grid, Predicate<TileFrame.Core> hasTissue) {
    int edge = (int) Math.ceil(EDGE_MICRONS / grid.pixelSizeMicrons());
    List<TileFrame.Core> all = new ArrayList<>();
    for (int y = 0; y + edge <= grid.height(); y += edge) {
      for (int x = 0; x + edge <= grid.width(); x += edge) {
        TileFrame.Core piece = new TileFrame.Core(x, y, x + edge, y + edge);
        if (hasTissue.test(piece)) {
          all.add(piece);
        }
      }
    }
    int count = Math.min(MOST_PIECES, all.size());
    List<TileFrame.Core> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chosen.add(all.get((int) ((2L * i + 1) * all.size() / (2L * count))));
    }
    return chosen;
  }

  /**
   * Returns those of a slide.
   *
   * @param seen the values of each group seen
   */
  public static SlideGroups of(List<double[]> seen) {
    double[] median = USUAL.median.clone();
    double[] spread = USUAL.spread.clone();
    double share = seen.size() / (seen.size() + USUAL_GROUPS);
    for (int i = 0; i < (seen.isEmpty() ? 0 : median.length); i++) {
      double[] sorted = sorted(seen, i);
      double middle = sorted[sorted.length / 2];
      median[i] += share * (middle - median[i]);
      spread[i] += share * (quartiles(sorted) - spread[i]);
    }
    return new SlideGroups(median, spread);
  }

  private static double[] sorted(List<double[]> seen, int feature) {
    return seen.stream().mapToDouble(values -> values[feature]).sorted().toArray();
  }

  private static double quartiles(double... sorted) {
    return sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
  }

  /** Returns the names of what {@link #relative} tells. */
  static List<String> names() {
    List<String> own = Arrays.stream(GroupFeature.values()).map(Enum::name).toList();
    return Stream.concat(own.stream(), own.stream().map(RELATIVE::concat)).toList();
  }

  /**
   * Returns the values of a group, then each less the slide's median over its quartiles' distance.
   */
  double[] relative(double[] values) {
    double[] both = Arrays.copyOf(values, 2 * values.length);
    for (int i = 0; i < values.length; i++) {
      both[values.length + i] = (values[i] - median[i]) / spread[i];
    }
    return both;
  }

  @Override
  public String toString() {
    return "medians " + Arrays.toString(median) + ", spreads " + Arrays.toString(spread);
  }

  /** Reads lines of a feature, its usual median and the usual distance of its quartiles. */
  private static SlideGroups shipped(String name) {
    int count = GroupFeature.values().length;
    double[] median = new double[count];
    double[] spread = new double[count];
    Arrays.fill(spread, 1);
    List<String> names = names();
    try (InputStream in = SlideGroups.class.getResourceAsStream(name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] words = words(line);
          int feature = names.indexOf(words[0]);
          median[feature] = Double.parseDouble(words[1]);
          spread[feature] = Double.parseDouble(words[2]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SlideGroups(median, spread);
  }

  private static String[] words(String line) {
    return line.strip().split(" +");
  }
}
