package org.ranklens.fiji;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
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
    Engine engine = new Engine(request.settings());
    if (request.slide().isPresent()) {
      Path slide = request.slide().orElseThrow();
      score(engine, request, slide, request.regions(), new SlideView());
    } else {
      scoreOpenImage(engine, request, OpenImage.current());
    }
  }

  /** The open image goes to a file of its own, so that there is one way to a result. */
  private static void scoreOpenImage(Engine engine, ScoreRequest request, OpenImage open)
      throws IOException {
    ScoreRequest exact = request.withPixelSize(open.pixelSizeMicrons(request.pixelSizeMicrons()));
    ImagePlus image = open.image();
    try (ScratchFolder scratch = ScratchFolder.make()) {
      Optional<Path> regions = Selection.regions(image, request.regions(), scratch.path());
      Path slide = open.copy(scratch.path(), engine.workplace().execution().progress());
      score(engine, exact, slide, regions, new SlideView(image));
    }
  }

  private static void score(
      Engine engine, ScoreRequest request, Path slide, Optional<Path> regions, SlideView view)
      throws IOException {
    Workplace workplace =
        engine
            .workplace()
            .withSlides(ReaderChoice.AUTO, request.pixelSizeMicrons())
            .withOnlooker(view);
    engine.run(Item.slide(slide, request.marker(), regions), request.output(), workplace);
    Tables.show(request.output().resolve("ihc.csv"), SCORES);
    Tables.show(request.output().resolve("cells.csv"), CELLS);
    view.show(request.output());
  }
}
