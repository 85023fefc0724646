package org.ranklens.ihc.stain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ranklens.ihc.slide.RgbImage;

/**
 * The plane of two stains through the stained pixels of a slide, and what else is the same whatever
 * pixels haematoxylin is told by.
 */
final class StainFit {

  /** Samples that lie further out than a stain's own direction: noise spreads them. */
  private static final double OUTER_SHARE = 0.03;

  private static final double OUTERMOST_SHARE = 0.01;

  /**
   * There is one DAB, but haematoxylins of many recipes, and pale nuclei are seen through what lies
   * over them: theirs may be further from the given vector than DAB from its own.
   */
  private static final double COUNTERSTAIN_DEGREES = 10;

  /** Of the stained pixels so many lie near the plane of haematoxylin and DAB. */
  private static final double LEAST_IN_PLANE = 0.3;

  /** Of pure nuclei; where they are paler, haematoxylin is scaled to it. */
  private static final double USUAL_DENSITY = 0.5;

  private final List<RgbImage> samples;
  private final WhitePoint white;
  private final StainSettings settings;
  private final double inPlane;
  private final Optional<PlaneEnds> ends;
  private final Optional<CytoplasmPatches> patches;

  private StainFit(
      List<RgbImage> samples,
      WhitePoint white,
      StainSettings settings,
      double inPlane,
      Optional<PlaneEnds> ends,
      Optional<CytoplasmPatches> patches) {
    this.samples = samples;
    this.white = white;
    this.settings = settings;
    this.inPlane = inPlane;
    this.ends = ends;
    this.patches = patches;
  }

  /**
   * Fits the plane.
   *
   * @param samples pieces of the slide
   * @param od their pixels that are looked at
   */
  static StainFit of(
      List<RgbImage> samples, WhitePoint white, OdSamples od, StainSettings settings) {
    StainPlane plane = StainPlane.fit(od, settings.vectors());
    if (plane.inliers().isEmpty()) {
      return new StainFit(samples, white, settings, 0, Optional.empty(), Optional.empty());
    }
    return new StainFit(
        samples,
        white,
        settings,
        (double) plane.inliers().cardinality() / od.count(),
        Optional.of(new PlaneEnds(od, plane, settings.vectors())),
        Optional.of(CytoplasmPatches.of(samples, white, plane)));
  }

  /**
   * Tells the vectors.
   *
   * @param look by which pixels haematoxylin is told
   */
  StainEstimate estimate(HematoxylinLook look) {
    if (ends.isEmpty()) {
      return refused("measured none");
    }
    PlaneEnds found = ends.get();
    double[][] outer = found.beyond(OUTER_SHARE);
    double[][] outermost = found.beyond(OUTERMOST_SHARE);
    if (!areColours(outer) || !areColours(outermost)) {
      return refused("measured none that takes light away");
    }
    // Where one stain is rare, the pixels that hold it alone are fewer than the usual share.
    boolean rare =
        turned(vector(outer[0]), vector(outer[1]))
            && !turned(vector(outermost[0]), vector(outermost[1]));
    double[][] chosen = rare ? outermost : outer;
    StainVector dab = vector(chosen[1]);
    Optional<BlueEdge.Found> blue =
        look == HematoxylinLook.DENSE
            ? Optional.empty()
            : BlueEdge.of(samples, white, settings.vectors(), chosen[1])
                .filter(edge -> !turned(edge.hematoxylin(), dab));
    StainVector h = blue.map(BlueEdge.Found::hematoxylin).orElse(vector(chosen[0]));
    if (inPlane < LEAST_IN_PLANE || turned(h, dab)) {
      return refused("measured " + text(h) + " and " + text(dab));
    }
    return new StainEstimate(
        white,
        DabRidge.correct(patches.orElseThrow(), new StainMatrix(h, dab)),
        VectorSource.ESTIMATED,
        blue.map(edge -> Math.max(1, USUAL_DENSITY / edge.density())).orElse(1.0),
        PinkTone.USUAL_DAB_PER_RESIDUAL,
        List.of());
  }

  private StainEstimate refused(String measured) {
    String warning =
        String.format(
            Locale.ROOT,
            "the colours are not those of haematoxylin and DAB (%s; %.0f %% of the stained pixels"
                + " near their plane): the given vectors are used",
            measured,
            100 * inPlane);
    return new StainEstimate(white, settings.vectors(), VectorSource.REFUSED, List.of(warning));
  }

  /** Returns whether each direction takes light away in some channel: fluorescence adds it. */
  private static boolean areColours(double[][] directions) {
    for (double[] od : directions) {
      if (Math.max(od[0], Math.max(od[1], od[2])) <= 1e-3) {
        return false;
      }
    }
    return true;
  }

  private boolean turned(StainVector h, StainVector dab) {
    return h.degreesTo(dab) < settings.minAngleDegrees()
        || h.degreesTo(settings.vectors().hematoxylin())
            > settings.maxTurnDegrees() + COUNTERSTAIN_DEGREES
        || dab.degreesTo(settings.vectors().dab()) > settings.maxTurnDegrees();
  }

  private static StainVector vector(double[] od) {
    return new StainVector(Math.max(0, od[0]), Math.max(0, od[1]), Math.max(0, od[2]));
  }

  private static String text(StainVector v) {
    return String.format(Locale.ROOT, "(%.3f %.3f %.3f)", v.red(), v.green(), v.blue());
  }

  /** The two outermost directions of the samples within their plane. */
  private static final class PlaneEnds {

    private final PlaneAngles plane;
    private final double[] angles;

    PlaneEnds(OdSamples od, StainPlane plane, StainMatrix prior) {
      this.plane = new PlaneAngles(plane, prior);
      angles = plane.inliers().stream().mapToDouble(i -> this.plane.of(od, i)).toArray();
      Arrays.sort(angles);
    }

    /** Returns the directions that the share of the samples lies beyond, on either side. */
    double[][] beyond(double share) {
      double low = angles[(int) (share * (angles.length - 1))];
      double high = angles[(int) ((1 - share) * (angles.length - 1))];
      return new double[][] {plane.at(low), plane.at(high)};
    }
  }
}
