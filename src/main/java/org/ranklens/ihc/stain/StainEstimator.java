package org.ranklens.ihc.stain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ranklens.ihc.slide.RgbImage;

/** Finds a slide's white point and stain vectors, or says why the given vectors are used. */
public final class StainEstimator {

  private static final int LEAST_SAMPLES = 2000;

  /** Below this a slide has no bright background, as in fluorescence. */
  private static final double DARK_WHITE = 120;

  /** Half of the pixels darker than this in every channel: no stain takes so much red away. */
  private static final int DARK_MIDDLE = 60;

  private final List<RgbImage> samples;
  private final WhitePoint white;
  private final StainSettings settings;

  /** What speaks against white. */
  private final Optional<String> warning;

  /** What is told without a fit. */
  private final Optional<StainEstimate> told;

  /** By the pixels that are looked at first, where there are enough. */
  private final Optional<StainFit> fit;

  private StainEstimator(
      List<RgbImage> samples,
      WhitePoint white,
      StainSettings settings,
      Optional<String> warning,
      Optional<StainEstimate> told,
      Optional<StainFit> fit) {
    this.samples = samples;
    this.white = white;
    this.settings = settings;
    this.warning = warning;
    this.told = told;
    this.fit = fit;
  }

  /**
   * Finds, once per slide, what is the same whatever pixels haematoxylin is told by.
   *
   * @param samples pieces of the slide, tissue and glass, at about 1 micrometre per pixel: finer
   *     pixels are noisier, and noise spreads the outermost directions
   * @param glass tells whether glass is in view
   */
  public static StainEstimator of(
      List<RgbImage> samples, GlassEvidence glass, StainSettings settings) {
    WhiteEstimator.BrightEnd end = WhiteEstimator.estimate(samples);
    WhitePoint brightest = end.colour();
    int middle = WhiteEstimator.middleOfBrightest(samples);
    if (Math.max(brightest.red(), Math.max(brightest.green(), brightest.blue())) < DARK_WHITE
        || middle < DARK_MIDDLE) {
      StainEstimate dark = otherStain(brightest, settings, dark(brightest, middle));
      return new StainEstimator(
          samples, brightest, settings, Optional.empty(), Optional.of(dark), Optional.empty());
    }
    return glass.isGlass(brightest)
        ? of(samples, brightest, settings, Optional.empty())
        : of(
            samples,
            PalestTissue.brightened(end),
            settings,
            Optional.of(PalestTissue.warning(end)));
  }

  private static StainEstimator of(
      List<RgbImage> samples, WhitePoint white, StainSettings settings, Optional<String> warning) {
    if (!settings.estimateVectors()) {
      StainEstimate given =
          new StainEstimate(white, settings.vectors(), VectorSource.GIVEN, List.of());
      return new StainEstimator(
          samples, white, settings, warning, Optional.of(given), Optional.empty());
    }
    OdSamples od = OdSamples.of(samples, white);
    boolean enough = od.count() >= LEAST_SAMPLES;
    Optional<StainEstimate> other =
        (enough
                ? OtherStain.withoutColour(samples).or(() -> OtherStain.of(od))
                : Optional.<String>empty())
            .map(
                why ->
                    otherStain(
                        white,
                        settings,
                        why
                            + ": nothing is scored; ihc.stain.estimateVectors = false in the"
                            + " settings scores it by the given vectors all the same"));
    Optional<StainFit> fit =
        enough && other.isEmpty()
            ? Optional.of(StainFit.of(samples, white, od, settings))
            : Optional.empty();
    return new StainEstimator(samples, white, settings, warning, other, fit);
  }

  /**
   * Estimates.
   *
   * @param look by which pixels haematoxylin is told
   */
  public StainEstimate estimate(HematoxylinLook look) {
    StainEstimate found = told.orElseGet(() -> vectors(look));
    if (!found.scorable()) {
      return found;
    }
    StainEstimate whole =
        found.withDabPerPink(PinkTone.dabPerResidual(samples, found.white(), found.stains()));
    return warning.map(whole::withWarning).orElse(whole);
  }

  private StainEstimate vectors(HematoxylinLook look) {
    StainEstimate found = fit.map(first -> first.estimate(look)).orElseGet(this::tooFew);
    return found.source() == VectorSource.ESTIMATED || look == HematoxylinLook.DENSE
        ? found
        : secondLook(look).orElse(found);
  }

  /** A second look at what is too pale, or too small, for the first. */
  private Optional<StainEstimate> secondLook(HematoxylinLook look) {
    OdSamples od = OdSamples.pale(samples, white);
    return od.count() < LEAST_SAMPLES
        ? Optional.empty()
        : Optional.of(StainFit.of(samples, white, od, settings).estimate(look))
            .filter(found -> found.source() == VectorSource.ESTIMATED);
  }

  private StainEstimate tooFew() {
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
}
