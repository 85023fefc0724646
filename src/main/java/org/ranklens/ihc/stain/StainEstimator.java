package org.ranklens.ihc.stain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ranklens.ihc.slide.RgbImage;

/** Finds a slide's white point and stain vectors, or says why the given vectors are used. */
public final class StainEstimator {

  private static final int LEAST_SAMPLES = 2000;

  /** Samples that lie further out than a stain's own direction: noise spreads them. */
  private static final double OUTER_SHARE = 0.03;

  private static final double OUTERMOST_SHARE = 0.01;

  /** Below this a slide has no bright background, as in fluorescence. */
  private static final double DARK_WHITE = 120;

  /** Half of the pixels darker than this in every channel: no stain takes so much red away. */
  private static final int DARK_MIDDLE = 60;

  /**
   * There is one DAB, but haematoxylins of many recipes, and pale nuclei are seen through what lies
   * over them: theirs may be further from the given vector than DAB from its own.
   */
  private static final double COUNTERSTAIN_DEGREES = 10;

  /** Of the stained pixels so many lie near the plane of haematoxylin and DAB. */
  private static final double LEAST_IN_PLANE = 0.3;

  /** Of pure nuclei; where they are paler, haematoxylin is scaled to it. */
  private static final double USUAL_DENSITY = 0.5;

  private StainEstimator() {}

  /**
   * Estimates once per slide.
   *
   * @param samples pieces of the slide, tissue and glass, at about 1 micrometre per pixel: finer
   *     pixels are noisier, and noise spreads the outermost directions
   * @param glass tells whether glass is in view
   * @param look by which pixels haematoxylin is told
   */
  public static StainEstimate estimate(
      List<RgbImage> samples, GlassEvidence glass, StainSettings settings, HematoxylinLook look) {
    WhiteEstimator.BrightEnd end = WhiteEstimator.estimate(samples);
    WhitePoint brightest = end.colour();
    int middle = WhiteEstimator.middleOfBrightest(samples);
    if (Math.max(brightest.red(), Math.max(brightest.green(), brightest.blue())) < DARK_WHITE
        || middle < DARK_MIDDLE) {
      return otherStain(brightest, settings, dark(brightest, middle));
    }
    boolean isGlass = glass.isGlass(brightest);
    StainEstimate found =
        vectors(samples, isGlass ? brightest : PalestTissue.brightened(end), settings, look);
    if (!found.scorable()) {
      return found;
    }
    StainEstimate whole =
        found.withDabPerPink(PinkTone.dabPerResidual(samples, found.white(), found.stains()));
    return isGlass ? whole : whole.withWarning(PalestTissue.warning(end));
  }

  private static StainEstimate vectors(
      List<RgbImage> samples, WhitePoint white, StainSettings settings, HematoxylinLook look) {
    if (!settings.estimateVectors()) {
      return new StainEstimate(white, settings.vectors(), VectorSource.GIVEN, List.of());
    }
    OdSamples od = OdSamples.of(samples, white);
    if (od.count() < LEAST_SAMPLES) {
      return secondLook(samples, white, settings, look).orElseGet(() -> tooFew(white, settings));
    }
    Optional<String> other = OtherStain.of(od);
    if (other.isPresent()) {
      return otherStain(
          white,
          settings,
          other.orElseThrow()
              + ": nothing is scored; ihc.stain.estimateVectors = false in the settings"
              + " scores it by the given vectors all the same");
    }
    StainEstimate found = fit(samples, white, od, settings, look);
    return found.source() == VectorSource.ESTIMATED
        ? found
        : secondLook(samples, white, settings, look).orElse(found);
  }

  /** A second look at what is too pale, or too small, for the first. */
  private static Optional<StainEstimate> secondLook(
      List<RgbImage> samples, WhitePoint white, StainSettings settings, HematoxylinLook look) {
    if (look == HematoxylinLook.DENSE) {
      return Optional.empty();
    }
    OdSamples od = OdSamples.pale(samples, white);
    return od.count() < LEAST_SAMPLES
        ? Optional.empty()
        : Optional.of(fit(samples, white, od, settings, look))
            .filter(found -> found.source() == VectorSource.ESTIMATED);
  }

  private static StainEstimate tooFew(WhitePoint white, StainSettings settings) {
    return new StainEstimate(
        white,
        settings.vectors(),
        VectorSource.TOO_FEW_PIXELS,
        List.of(
            "fewer than "
                + LEAST_SAMPLES
                + " stained pixels (of about 1 um) to measure the stain vectors by: the given ones"
                + " are used; a larger field tells more"));
  }

  private static String dark(WhitePoint white, int middle) {
    return String.format(
        Locale.ROOT,
        "this is dark where a slide in bright field is light (brightest part %.0f %.0f %.0f in red,"
            + " green, blue, half of the pixels below %d, of 255): it looks like fluorescence, so"
            + " stains can't be measured in it, and nothing is scored",
        white.red(),
        white.green(),
        white.blue(),
        middle + 1);
  }

  private static StainEstimate otherStain(WhitePoint white, StainSettings settings, String why) {
    return new StainEstimate(
        white,
        settings.vectors(),
        VectorSource.OTHER_STAIN,
        1,
        PinkTone.USUAL_DAB_PER_RESIDUAL,
        List.of(why));
  }

  private static StainEstimate fit(
      List<RgbImage> samples,
      WhitePoint white,
      OdSamples od,
      StainSettings settings,
      HematoxylinLook look) {
    StainPlane plane = StainPlane.fit(od, settings.vectors());
    double inPlane = (double) plane.inliers().cardinality() / od.count();
    if (plane.inliers().isEmpty()) {
      return refused(white, settings, "measured none", 0);
    }
    PlaneEnds found = new PlaneEnds(od, plane, settings.vectors());
    double[][] ends = found.beyond(OUTER_SHARE);
    if (!areColours(ends) || !areColours(found.beyond(OUTERMOST_SHARE))) {
      return refused(white, settings, "measured none that takes light away", inPlane);
    }
    if (turned(vector(ends[0]), vector(ends[1]), settings)) {
      // Where one stain is rare, the pixels that hold it alone are fewer than the usual share.
      double[][] outermost = found.beyond(OUTERMOST_SHARE);
      ends = turned(vector(outermost[0]), vector(outermost[1]), settings) ? ends : outermost;
    }
    StainVector dab = vector(ends[1]);
    Optional<BlueEdge.Found> blue =
        look == HematoxylinLook.DENSE
            ? Optional.empty()
            : BlueEdge.of(samples, white, settings.vectors(), ends[1])
                .filter(edge -> !turned(edge.hematoxylin(), dab, settings));
    StainVector h = blue.map(BlueEdge.Found::hematoxylin).orElse(vector(ends[0]));
    String measured = "measured " + text(h) + " and " + text(dab);
    if (inPlane < LEAST_IN_PLANE || turned(h, dab, settings)) {
      return refused(white, settings, measured, inPlane);
    }
    StainMatrix stains = new StainMatrix(h, dab);
    return new StainEstimate(
        white,
        DabRidge.correct(samples, white, plane, stains),
        VectorSource.ESTIMATED,
        blue.map(edge -> Math.max(1, USUAL_DENSITY / edge.density())).orElse(1.0),
        PinkTone.USUAL_DAB_PER_RESIDUAL,
        List.of());
  }

  private static StainEstimate refused(
      WhitePoint white, StainSettings settings, String measured, double inPlane) {
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

  private static boolean turned(StainVector h, StainVector dab, StainSettings settings) {
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
