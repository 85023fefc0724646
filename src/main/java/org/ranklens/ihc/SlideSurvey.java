package org.ranklens.ihc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ranklens.Execution;
import org.ranklens.Progress;
import org.ranklens.RefusedException;
import org.ranklens.ihc.cell.SlideOverview;
import org.ranklens.ihc.cell.TissueMask;
import org.ranklens.ihc.slide.Region;
import org.ranklens.ihc.slide.RegionOfInterest;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.stain.GlassEvidence;
import org.ranklens.ihc.stain.HematoxylinLook;
import org.ranklens.ihc.stain.LightSurface;
import org.ranklens.ihc.stain.StainEstimate;
import org.ranklens.ihc.stain.StainEstimator;
import org.ranklens.ihc.stain.StainSettings;

/**
 * What is found once per slide.
 *
 * @param pixelSizeMicrons edge of a level-0 pixel
 * @param tissue where cells are looked for
 * @param stains white point and vectors
 * @param denseStains the same, with haematoxylin by the dense pixels
 * @param light how the light falls off
 * @param compression how strongly it was compressed: see {@link JpegBlocks}
 * @param osteoid where it was looked for and found
 * @param warning of what the whole slide suffers from
 */
record SlideSurvey(
    double pixelSizeMicrons,
    TissueMask tissue,
    StainEstimate stains,
    StainEstimate denseStains,
    LightSurface light,
    double compression,
    Optional<RegionOfInterest> osteoid,
    Optional<String> warning) {

  private static final double SAMPLE_PIXEL_MICRONS = 1;
  private static final int SAMPLE_EDGE_PX = 512;
  private static final int MOST_SAMPLES = 64;

  static SlideSurvey of(Slide slide, StainSettings settings, Execution execution)
      throws IOException {
    return of(slide, settings, false, execution);
  }

  static SlideSurvey of(
      Slide slide, StainSettings settings, boolean lookForOsteoid, Execution execution)
      throws IOException {
    double pixelSize = PixelSize.micronsOf(slide);
    SlideOverview seen = Overview.of(slide, pixelSize, execution);
    Progress progress = execution.progress();
    Unscanned unscanned = Unscanned.of(seen);
    SlideOverview scanned = unscanned.hide(seen);
    LightSurface light = LightSurface.of(scanned.mean(), scanned.palest(), seen.squarePx());
    SlideOverview overview = unscanned.fill(Overview.flattened(seen, light), seen);
    progress.check();
    SlideOverview evident = unscanned.found() ? Overview.flattened(scanned, light) : overview;
    TissueMask found = TissueMask.of(overview, Overview.brightest(evident), settings.vectors());
    progress.check();
    FocusSurvey.Focus focus = FocusSurvey.of(slide, found, pixelSize, execution);
    TissueMask tissue = focus.tissue();
    if (tissue.tissueSquares() == 0) {
      int bad = slide.leftOut().size();
      throw new RefusedException(
          bad == 0
              ? "no tissue was found"
              : "no tissue was found in what can be read of it: " + bad + " tiles can't be",
          slide.name(),
          "",
          bad == 0 ? "check that the slide is the right one" : "copy or scan it again");
    }
    List<RgbImage> samples = samples(slide, tissue, pixelSize, light, unscanned, execution);
    progress.check();
    GlassEvidence glass = new GlassEvidence(evident.mean(), evident.palest());
    StainEstimator estimator = StainEstimator.of(samples, glass, settings);
    progress.check();
    List<StainEstimate> looks =
        SurveyWork.on(
            List.of(HematoxylinLook.BLUE, HematoxylinLook.DENSE), execution, estimator::estimate);
    StainEstimate stains = looks.get(0);
    Optional<RegionOfInterest> osteoid =
        lookForOsteoid && stains.scorable()
            ? Osteoid.found(overview, tissue, stains)
            : Optional.empty();
    double compression = JpegBlocks.of(slide, tissue);
    return new SlideSurvey(
        pixelSize, tissue, stains, looks.get(1), light, compression, osteoid, focus.warning());
  }

  /** Returns the same with the stains by which nuclei are told where the marker stains them. */
  SlideSurvey ofNuclearMarker() {
    return new SlideSurvey(
        pixelSizeMicrons, tissue, denseStains, denseStains, light, compression, osteoid, warning);
  }

  double tissueAreaMm2() {
    return tissue.tissueSquares() * squareMm2();
  }

  double squareMm2() {
    double mm = tissue.squarePx() * pixelSizeMicrons / 1000;
    return mm * mm;
  }

  /** Reads evenly spaced squares that hold tissue; those at its rim hold glass too. */
  private static List<RgbImage> samples(
      Slide slide,
      TissueMask tissue,
      double pixelSize,
      LightSurface light,
      Unscanned unscanned,
      Execution execution)
      throws IOException {
    List<Region> squares = new ArrayList<>();
    int width = slide.full().width();
    int height = slide.full().height();
    for (int y = 0; y < height; y += SAMPLE_EDGE_PX) {
      for (int x = 0; x < width; x += SAMPLE_EDGE_PX) {
        int w = Math.min(SAMPLE_EDGE_PX, width - x);
        int h = Math.min(SAMPLE_EDGE_PX, height - y);
        if (tissue.touches(x, y, w, h)) {
          squares.add(new Region(0, x, y, w, h));
        }
      }
    }
    int bin = (int) Math.max(1, Math.round(SAMPLE_PIXEL_MICRONS / pixelSize));
    List<Region> chosen = new ArrayList<>();
    int wanted = Math.min(MOST_SAMPLES, squares.size());
    for (int i = 0; i < wanted; i++) {
      chosen.add(squares.get((int) ((long) i * squares.size() / wanted)));
    }
    return SurveyWork.on(
        chosen,
        execution,
        square -> {
          RgbImage piece = Binning.of(slide.read(square), bin);
          return unscanned.fill(light.flatten(piece, square.x(), square.y(), bin), piece);
        });
  }
}
