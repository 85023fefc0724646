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

/**
 * A small convolutional network (LeCun Y et al. Gradient-based learning applied to document
 * recognition. Proc IEEE 1998;86:2278-2324) that looks at a square picture of some planes and tells
 * the logarithm of odds. Sums run in a fixed order, so that a picture gets the same odds wherever
 * and whenever it is looked at. It owns its arrays.
 *
 * <p>A file of it has a line {@code picture EDGE PLANES}; then its layers: {@code convolve EDGE
 * STEP PLANES} (the window's edge, by how much it moves, planes it makes) is followed by a line for
 * each plane it makes: what is added, then the weights, row by row, of each square those of all
 * planes in turn; {@code pool} keeps the largest of two by two squares; {@code gather} turns the
 * planes into a list, the mean of each, then the largest of each; {@code join COUNT} is followed by
 * a line for each number it makes: what is added, then the weights. No layer pads. What convolve
 * and join make below 0 becomes 0, but for the last join, which makes one number. Lines that begin
 * with # are notes.
 */
final class PictureNet {

  /** Turns planes of one square edge into others. */
  private interface Layer {
    Planes of(Planes in);
  }

  /** Square planes, one after the other, each row by row. */
  private static final class Planes {
    private final int count;
    private final int edge;
    private final float[] values;

    Planes(int count, int edge, float[] values) {
      this.count = count;
      this.edge = edge;
      this.values = values;
    }

    static Planes of(int count, int edge) {
      return new Planes(count, edge, new float[count * edge * edge]);
    }
  }

  private final int edge;
  private final int planes;
  private final List<Layer> layers;

  private PictureNet(int edge, int planes, List<Layer> layers) {
    this.edge = edge;
    this.planes = planes;
    this.layers = layers;
  }

  /** Reads one that is shipped beside this class. */
  static PictureNet shipped(String name) {
    try (InputStream in = PictureNet.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not shipped: " + name);
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PictureNet read(BufferedReader in) throws IOException {
    String[] picture = words(in);
    if (picture.length != 3 || !picture[0].equals("picture")) {
      throw new IOException("does not begin with a picture");
    }
    int edge = Integer.parseInt(picture[1]);
    int planes = Integer.parseInt(picture[2]);
    List<Layer> layers = new ArrayList<>();
    Planes shape = Planes.of(planes, edge);
    for (String[] next = words(in); next.length > 0; next = words(in)) {
      Layer layer = layer(next, shape, in);
      layers.add(layer);
      shape = layer.of(shape);
    }
    if (shape.values.length != 1) {
      throw new IOException("ends with " + shape.values.length + " numbers, not one");
    }
    return new PictureNet(edge, planes, layers);
  }

  private static Layer layer(String[] words, Planes in, BufferedReader lines) throws IOException {
    switch (words[0]) {
      case "convolve" -> {
        int edge = Integer.parseInt(words[1]);
        int step = Integer.parseInt(words[2]);
        int met = edge * edge * in.count;
        if (met % Window.ROWS != 0) {
          throw new IOException(met + " weights a plane, not a multiple of " + Window.ROWS);
        }
        float[][] weights = rows(lines, Integer.parseInt(words[3]), met);
        return new Window(edge, step, weights)::of;
      }
      case "pool" -> {
        return PictureNet::pooled;
      }
      case "gather" -> {
        return PictureNet::gathered;
      }
      case "join" -> {
        float[][] weights = rows(lines, Integer.parseInt(words[1]), in.values.length);
        return planes -> joined(planes, weights);
      }
      default -> throw new IOException("no layer: " + String.join(" ", words));
    }
  }

  private static float[][] rows(BufferedReader in, int count, int weights) throws IOException {
    float[][] rows = new float[count][1 + weights];
    for (float[] row : rows) {
      String[] words = words(in);
      if (words.length != row.length) {
        throw new IOException(words.length + " numbers where a layer has " + row.length);
      }
      for (int i = 0; i < row.length; i++) {
        row[i] = Float.parseFloat(words[i]);
      }
    }
    return rows;
  }

  /** Returns the words of the next line that is no note, none at the end. */
  private static String[] words(BufferedReader in) throws IOException {
    String line = in.readLine();
    while (line != null && (line.isBlank() || line.startsWith("#"))) {
      line = in.readLine();
    }
    return line == null ? new String[0] : line.strip().split(" +");
  }

  /** Returns the edge of a picture, squares. */
  int edge() {
    return edge;
  }

  /** Returns how many planes a picture has. */
  int planes() {
    return planes;
  }

  /**
   * Returns the logarithm of the odds.
   *
   * @param picture its planes, one after the other, each row by row; left as it is
   */
  double of(float... picture) {
    Planes now = new Planes(planes, edge, picture);
    for (Layer layer : layers) {
      now = layer.of(now);
    }
    return now.values[0];
  }

  private static Planes pooled(Planes in) {
    Planes out = Planes.of(in.count, in.edge / 2);
    int to = 0;
    for (int plane = 0; plane < in.count; plane++) {
      for (int y = 0; y < out.edge; y++) {
        int from = (plane * in.edge + 2 * y) * in.edge;
        for (int x = 0; x < out.edge; x++, from += 2) {
          float upper = Math.max(in.values[from], in.values[from + 1]);
          float lower = Math.max(in.values[from + in.edge], in.values[from + in.edge + 1]);
          out.values[to++] = Math.max(upper, lower);
        }
      }
    }
    return out;
  }

  private static Planes gathered(Planes in) {
    Planes out = Planes.of(2 * in.count, 1);
    int squares = in.edge * in.edge;
    for (int plane = 0; plane < in.count; plane++) {
      float sum = 0;
      float most = Float.NEGATIVE_INFINITY;
      for (int from = plane * squares; from < (plane + 1) * squares; from++) {
        sum += in.values[from];
        most = Math.max(most, in.values[from]);
      }
      out.values[plane] = sum / squares;
      out.values[in.count + plane] = most;
    }
    return out;
  }

  private static Planes joined(Planes in, float[][] weights) {
    Planes out = Planes.of(weights.length, 1);
    for (int i = 0; i < weights.length; i++) {
      float sum = weights[i][0];
      for (int from = 0; from < in.values.length; from++) {
        sum += weights[i][1 + from] * in.values[from];
      }
      out.values[i] = weights.length == 1 ? sum : Math.max(0, sum);
    }
    return out;
  }

  /**
   * A window that moves over the planes. What each of its weights meets is laid out in a row first:
   * rows of the same index are what the JVM takes many numbers of at once.
   */
  private static final class Window {

    /** So many rows are added at once. */
    private static final int ROWS = 4;

    private final int edge;
    private final int step;
    private final float[][] weights;

    Window(int edge, int step, float[][] weights) {
      this.edge = edge;
      this.step = step;
      this.weights = weights;
    }

    Planes of(Planes in) {
      Planes out = Planes.of(weights.length, (in.edge - edge) / step + 1);
      int squares = out.edge * out.edge;
      float[][] met = met(in, out.edge);
      float[] sum = new float[squares];
      for (int plane = 0; plane < weights.length; plane++) {
        Arrays.fill(sum, weights[plane][0]);
        for (int row = 0; row < met.length; row += ROWS) {
          add(sum, weights[plane], 1 + row, met[row], met[row + 1], met[row + 2], met[row + 3]);
        }
        for (int p = 0; p < squares; p++) {
          out.values[plane * squares + p] = Math.max(0, sum[p]);
        }
      }
      return out;
    }

    /** Returns for each weight what it meets, for all places of the window in turn. */
    private float[][] met(Planes in, int outEdge) {
      float[][] met = new float[edge * edge * in.count][outEdge * outEdge];
      for (int row = 0; row < met.length; row++) {
        int window = row / in.count;
        int first = (row % in.count * in.edge + window / edge) * in.edge + window % edge;
        for (int y = 0; y < outEdge; y++) {
          int from = first + y * step * in.edge;
          if (step == 1) {
            System.arraycopy(in.values, from, met[row], y * outEdge, outEdge);
          } else {
            for (int to = y * outEdge; to < (y + 1) * outEdge; to++, from += step) {
              met[row][to] = in.values[from];
            }
          }
        }
      }
      return met;
    }

    private static void add(
        float[] sum, float[] weights, int first, float[] a, float[] b, float[] c, float[] d) {
      float ofA = weights[first];
      float ofB = weights[first + 1];
      float ofC = weights[first + 2];
      float ofD = weights[first + 3];
      for (int p = 0; p < sum.length; p++) {
        sum[p] = sum[p] + ofA * a[p] + ofB * b[p] + ofC * c[p] + ofD * d[p];
      }
    }
  }
}
