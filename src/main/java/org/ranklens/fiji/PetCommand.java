package org.ranklens.fiji;

import ij.ImagePlus;
import ij.gui.ImageWindow;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ranklens.pet.PetResult;
import org.ranklens.pet.TimePoint;
import org.ranklens.pet.dicom.DicomReaderChoice;
import org.ranklens.pet.lesion.LesionCorrection;
import org.ranklens.study.CorrectionsFile;
import org.ranklens.study.Item;
import org.ranklens.study.Onlooker;
import org.ranklens.study.Workplace;

/** Measures scans: asks, runs what {@code ranklens pet} runs, shows SUV stacks and tables. */
final class PetCommand {

  static final String LESIONS = "Ranklens lesions";
  static final String RESPONSE = "Ranklens response";

  private static final int LEAST_WIDTH_PX = 400;
  private static final double MOST_ZOOM = 8;

  private PetCommand() {}

  static void run() throws IOException {
    Optional<PetRequest> asked = PetRequest.ask();
    if (asked.isPresent()) {
      measure(asked.orElseThrow());
    }
  }

  private static void measure(PetRequest request) throws IOException {
    List<LesionCorrection> corrections =
        request.names().isPresent()
            ? CorrectionsFile.read(request.names().orElseThrow())
            : List.of();
    Scans scans = new Scans();
    Engine engine = new Engine(request.settings());
    Workplace workplace =
        engine
            .workplace()
            .withScans(DicomReaderChoice.AUTO, request.lesions(), corrections)
            .withOnlooker(scans);
    engine.run(Item.scans(request.scans()), request.output(), workplace);
    show(request.output(), scans.stacks);
  }

  private static void show(Path output, List<ImagePlus> stacks) throws IOException {
    Tables.show(output.resolve("lesions.csv"), LESIONS);
    Path response = output.resolve("response.csv");
    if (Files.isRegularFile(response) && stacks.size() > 1) {
      Tables.show(response, RESPONSE);
    }
    if (!GraphicsEnvironment.isHeadless()) {
      stacks.forEach(PetCommand::open);
    }
  }

  /** A slice of PET has some 150 pixels: it is shown enlarged. */
  private static void open(ImagePlus stack) {
    stack.show();
    ImageWindow window = stack.getWindow();
    while (window != null
        && window.getCanvas().getMagnification() < MOST_ZOOM
        && window.getCanvas().getWidth() < LEAST_WIDTH_PX) {
      window.getCanvas().zoomIn(0, 0);
    }
  }

  /** Keeps the scans as stacks. */
  private static final class Scans implements Onlooker {
    private final List<ImagePlus> stacks = new ArrayList<>();

    @Override
    public void scans(PetResult result) {
      for (TimePoint scan : result.timepoints()) {
        stacks.add(SuvStack.of(scan));
      }
    }
  }
}
