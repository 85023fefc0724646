package org.ranklens.ihc.stain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ranklens.ihc.slide.RgbImage;

/**
 * Finds haematoxylin from the blue pixels alone. How many pixels of a slide are brown, and how
 * dense its counterstain is, then do not matter: among all pixels of a fixed density those of pale
 * nuclei are few, and the outermost of them hold DAB.
 *
 * <p>The bluest pixels tell how dense this slide's haematoxylin is where hardly anything lies over
 * it; of all blue pixels that are at least half as dense, it is the direction that a tenth lie
 * beyond, by noise. Which are blue is told from DAB and from the haematoxylin found so far.
 */
final class BlueEdge {

  /** Share of the way from haematoxylin to DAB up to which a pixel is blue. */
  private static final double BLUE = 0.4;

  /** Share of that way up to which it is one of the bluest. */
  private static final double BLUEST = 0.15;

  /** Nearly the densest of the bluest: single dark ones may be anything. */
  private static final double DENSEST_SHARE = 0.9;

  /** Paler than this share of those is haze. */
  private static final double DENSE_SHARE = 0.5;

  /** Noise spreads so many beyond the stain's own direction. */
  private static final double OUTER_SHARE = 0.1;

  private static final int ROUNDS = 8;
  private static final int LEAST_BLUEST = 50;
  private static final int LEAST_BLUE = 300;

  /**
   * What was found.
   *
   * @param hematoxylin its vector
   * @param density of the densest of the bluest pixels: of nuclei that hold nothing else
   */
  record Found(StainVector hematoxylin, double density) {}

  private final OdSamples od;
  private final double[] normal;
  private final PlaneAngles plane;

  /** Samples near the plane, with the angle and the length of each. */
  private final int[] places;

  private final double[] angles;
  private final double[] lengths;

  /** The values of those that are looked at. */
  private final double[] chosen;

  private BlueEdge(OdSamples od, StainPlane fitted, StainMatrix prior) {
    this.od = od;
    normal = fitted.normal();
    plane = new PlaneAngles(fitted, prior);
    places = fitted.near(od).stream().toArray();
    angles = Arrays.stream(places).mapToDouble(i -> plane.of(od, i)).toArray();
    lengths = Arrays.stream(places).mapToDouble(od::length).toArray();
    chosen = new double[places.length];
  }

  /**
   * Returns what was found; empty where too few pixels are blue.
   *
   * @param samples pieces of a slide
   * @param prior where the search begins
   * @param dab direction of DAB
   */
  static Optional<Found> of(
      List<RgbImage> samples, WhitePoint white, StainMatrix prior, double[] dab) {
    StainPlane plane = StainPlane.fit(OdSamples.pale(samples, white), prior);
    return new BlueEdge(OdSamples.faint(samples, white), plane, prior).find(prior, dab);
  }

  private Optional<Found> find(StainMatrix prior, double[] dab) {
    double toDab = plane.of(dab);
    double angle = plane.of(StainPlane.array(prior.hematoxylin()));
    double upTo = angle;
    int blue = 0;
    double density = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double way = toDab - angle;
      int bluest = choose(lengths, angle + BLUEST * way, 0);
      if (bluest < LEAST_BLUEST) {
        return Optional.empty();
      }
      density = Ranks.at(chosen, bluest, DENSEST_SHARE);
      blue = choose(angles, angle + BLUE * way, DENSE_SHARE * density);
      double found = Ranks.at(chosen, blue, OUTER_SHARE);
      upTo = Ranks.at(chosen, blue, 2 * OUTER_SHARE);
      if (found == angle) {
        break;
      }
      angle = found;
    }
    return blue < LEAST_BLUE
        ? Optional.empty()
        : Optional.of(new Found(direction(angle, upTo, DENSE_SHARE * density), density));
  }

  /** Chooses the values of the samples up to an angle, from a length on; returns how many. */
  private int choose(double[] values, double upTo, double least) {
    int count = 0;
    for (int i = 0; i < places.length; i++) {
      if (angles[i] < upTo && lengths[i] >= least) {
        chosen[count++] = values[i];
      }
    }
    return count;
  }

  /** As far off the plane as the pixels at the edge are in the middle. */
  private StainVector direction(double angle, double upTo, double least) {
    double[] off =
        IntStream.range(0, places.length)
            .filter(i -> angles[i] <= upTo && lengths[i] >= least)
            .mapToDouble(i -> od.along(places[i], normal) / lengths[i])
            .toArray();
    double median = Ranks.at(off, off.length, 0.5);
    double[] in = plane.at(angle);
    return new StainVector(
        Math.max(0, in[0] + median * normal[0]),
        Math.max(0, in[1] + median * normal[1]),
        Math.max(0, in[2] + median * normal[2]));
  }
}
