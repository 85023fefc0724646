package org.ranklens.ihc.cell;

import java.util.Comparator;
import java.util.List;

/**
 * A nucleus as a star: a centre and the distances to its outline, at angles that begin to the right
 * and turn downwards. It owns its array.
 */
final class Star {

  private static final double MOST_TAKEN_SHARE = 0.4;

  private final float probability;
  private final double x;
  private final double y;
  private final double[] rays;

  private Star(float probability, double x, double y, double[] rays) {
    this.probability = probability;
    this.x = x;
    this.y = y;
    this.rays = rays;
  }

  /** Takes the star of a place, which lies at {@code x, y} in bins of the slide. */
  static Star of(ModelOutput output, int index, double x, double y, double binsPerPixel) {
    double[] rays = new double[output.channels() - 1];
    for (int ray = 0; ray < rays.length; ray++) {
      rays[ray] = Math.max(0, output.at(ray + 1, index)) * binsPerPixel;
    }
    return new Star(output.at(0, index), x, y, rays);
  }

  /** Paints the likeliest first; a star that lies over what is painted is of the same nucleus. */
  static Nuclei nuclei(
      List<Star> stars, int width, int height, TileFrame frame, CellSettings settings) {
    List<Star> sorted =
        stars.stream()
            .sorted(
                Comparator.comparingDouble((Star star) -> -star.probability)
                    .thenComparingDouble(star -> star.y)
                    .thenComparingDouble(star -> star.x))
            .toList();
    int[] labels = new int[width * height];
    int count = 0;
    double reach = frame.pixels(NucleusSplits.MOST_EXTENT_MICRONS) / 2;
    for (Star star : sorted) {
      count += star.paint(labels, width, height, frame, count + 1, reach) ? 1 : 0;
    }
    return LabelSums.nuclei(labels, count, width, frame, settings);
  }

  private boolean paint(
      int[] labels, int width, int height, TileFrame frame, int label, double reach) {
    double longest = 0;
    for (double ray : rays) {
      longest = Math.max(longest, ray);
    }
    if (longest > reach) {
      return false;
    }
    int left = (int) Math.max(0, Math.floor(x - longest) - frame.x());
    int right = (int) Math.min(width - 1, Math.ceil(x + longest) - frame.x());
    int top = (int) Math.max(0, Math.floor(y - longest) - frame.y());
    int bottom = (int) Math.min(height - 1, Math.ceil(y + longest) - frame.y());
    int inside = 0;
    int taken = 0;
    for (int v = top; v <= bottom; v++) {
      for (int u = left; u <= right; u++) {
        if (holds(frame.x() + u + 0.5, frame.y() + v + 0.5)) {
          inside++;
          taken += labels[v * width + u] > 0 ? 1 : 0;
        }
      }
    }
    if (inside == 0 || taken > MOST_TAKEN_SHARE * inside) {
      return false;
    }
    for (int v = top; v <= bottom; v++) {
      for (int u = left; u <= right; u++) {
        if (labels[v * width + u] == 0 && holds(frame.x() + u + 0.5, frame.y() + v + 0.5)) {
          labels[v * width + u] = label;
        }
      }
    }
    return true;
  }

  /** Returns whether a place lies within the outline, straight from ray to ray. */
  private boolean holds(double px, double py) {
    double angle = StrictMath.atan2(py - y, px - x);
    double turn = (angle < 0 ? angle + 2 * Math.PI : angle) * rays.length / (2 * Math.PI);
    int ray = Math.min(rays.length - 1, (int) turn);
    double a = rays[ray];
    double b = rays[(ray + 1) % rays.length];
    double between = 2 * Math.PI / rays.length;
    double from = (turn - ray) * between;
    // The chord between the ends of two rays, seen from the centre at the angle in between.
    double sides = a * StrictMath.sin(from) + b * StrictMath.sin(between - from);
    double chord = sides == 0 ? 0 : a * b * StrictMath.sin(between) / sides;
    return Math.hypot(px - x, py - y) <= chord;
  }
}
