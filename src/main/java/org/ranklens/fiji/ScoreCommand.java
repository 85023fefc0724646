package org.ranklens.fiji;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.ihc.slide.ReaderChoice;
import org.ranklens.study.Item;
import org.ranklens.study.Workplace;

/** Scores a slide: asks, runs what {@code ranklens ihc} runs, shows cells and tables. */
final class ScoreCommand {

  static final String SCORES = "Ranklens scores";
  static final String CELLS = "Ranklens cells";

  private ScoreCommand() {}

  static void run() throws IOException {
    Optional<ScoreRequest> asked = ScoreRequest.ask();
    if (asked.isEmpty()) {
      return;
    }
    ScoreRequest request = asked.orElseThrow();
    if (request.slide().isPresent()) {
      Path slide = request.slide().orElseThrow();
      score(request, slide, request.regions(), request.pixelSizeMicrons(), new SlideView());
    } else {
      scoreOpenImage(request, OpenImage.current());
    }
  }

  /** The open image goes to a file of its own, so that there is one way to a result. */
  private static void scoreOpenImage(ScoreRequest request, OpenImage open) throws IOException {
    double pixelSizeMicrons = open.pixelSizeMicrons(request.pixelSizeMicrons());
    ImagePlus image = open.image();
    try (ScratchFolder scratch = ScratchFolder.make()) {
      Optional<Path> regions = Selection.regions(image, request.regions(), scratch.path());
      IJ.showStatus("Ranklens: copying the image...");
      Path slide = open.copy(scratch.path());
      score(request, slide, regions, OptionalDouble.of(pixelSizeMicrons), new SlideView(image));
    }
  }

  private static void score(
      ScoreRequest request,
      Path slide,
      Optional<Path> regions,
      OptionalDouble pixelSizeMicrons,
      SlideView view)
      throws IOException {
    Engine engine = new Engine(request.settings());
    Workplace workplace =
        engine.workplace().withSlides(ReaderChoice.AUTO, pixelSizeMicrons).withOnlooker(view);
    engine.run(Item.slide(slide, request.marker(), regions), request.output(), workplace);
    Tables.show(request.output().resolve("ihc.csv"), SCORES);
    Tables.show(request.output().resolve("cells.csv"), CELLS);
    view.show(request.output());
  }
}
