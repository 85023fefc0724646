package org.ranklens.phantom.ihc;

import java.util.List;

/** Renders phantoms in which another share of the cytoplasm's DAB lies over and under nuclei. */
public final class NucleusDab {

  /** What {@link CellPainter} takes. */
  private static final double USUAL_SHARE = 0.3;

  private NucleusDab() {}

  public static RenderedField render(IhcPhantomSettings settings, double share) {
    TissuePlan tissue = new TissuePlan(settings);
    List<PlannedCell> cells = CellLayout.of(settings, tissue);
    Canvas canvas = new Canvas(settings.field(), false);
    new CellPainter(canvas, cells, settings).paint();
    double tissueFraction = new BackgroundPainter(canvas, tissue, settings).paint();
    for (int i = 0; i < canvas.dabOd.length; i++) {
      canvas.dabOd[i] *= canvas.nucleus[i] ? (float) (share / USUAL_SHARE) : 1;
    }
    IhcTruth truth = new IhcTruth(settings, tissueFraction, TruthTaker.of(canvas, cells));
    return new RenderedField(
        Camera.photograph(canvas, settings), canvas.width, canvas.height, canvas.artefact, truth);
  }
}
