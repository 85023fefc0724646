package org.ranklens.phantom.ihc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Renders synthetic H-DAB fields whose truth is known. */
public final class IhcPhantom {

  private IhcPhantom() {}

  /** The field in memory; 3 megapixels take about two seconds. */
  public static RenderedField render(IhcPhantomSettings settings) {
    TissuePlan tissue = new TissuePlan(settings);
    List<PlannedCell> cells = CellLayout.of(settings, tissue);
    Canvas canvas = new Canvas(settings.field(), settings.artefacts().any());
    new CellPainter(canvas, cells, settings).paint();
    double tissueFraction = new BackgroundPainter(canvas, tissue, settings).paint();
    ArtefactPainter.paint(canvas, settings);
    IhcTruth truth = new IhcTruth(settings, tissueFraction, TruthTaker.of(canvas, cells));
    return new RenderedField(
        Camera.photograph(canvas, settings), canvas.width, canvas.height, canvas.artefact, truth);
  }

  /** The field as a tiled, pyramidal JPEG TIFF. */
  public static void writeSlide(RenderedField field, Path tiff) throws IOException {
    IhcPhantomSettings settings = field.truth().settings();
    new PyramidTiff(settings.field().pixelSizeMicrons(), settings.camera().jpegQuality())
        .write(field, tiff);
  }

  /** What is in it, as JSON; the fields are described in sample-images/README.md. */
  public static void writeTruth(RenderedField field, Path json) throws IOException {
    IhcTruthJson.write(field.truth(), json);
  }
}
