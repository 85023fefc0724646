package org.ranklens.fiji;

import ij.Prefs;
import ij.WindowManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the user wants scored.
 *
 * @param slide the slide's file; empty for the open image
 * @param marker what the DAB shows
 * @param pixelSizeMicrons replaces what image or file say
 * @param regions a file of regions
 * @param settings a file of settings
 * @param output folder of the results
 */
record ScoreRequest(
    Optional<Path> slide,
    String marker,
    OptionalDouble pixelSizeMicrons,
    Optional<Path> regions,
    Optional<Path> settings,
    Path output) {

  private static final String OPEN_IMAGE = "Open image";
  private static final String FILE = "File";
  private static final List<String> MARKERS = List.of("RANK", "RANKL");

  /** Asks the user; empty where they cancelled. */
  static Optional<ScoreRequest> ask() {
    Questions questions = Questions.open("Score RANK/RANKL Slide");
    String input = WindowManager.getCurrentImage() == null ? FILE : OPEN_IMAGE;
    questions.choice("Input", List.of(OPEN_IMAGE, FILE), input);
    questions.file("Slide (for Input: File)", Prefs.get(Preferences.SLIDE, ""));
    questions.choice("Marker", MARKERS, Prefs.get(Preferences.MARKER, MARKERS.get(0)));
    questions.text("Pixel size in um (empty: as calibrated)", "");
    questions.file("Regions (GeoJSON or ROI zip; may be empty)", "");
    questions.file("Settings (JSON; may be empty)", "");
    questions.folder("Output folder", Prefs.get(Preferences.OUTPUT, ""));
    questions.remark("A selection on the open image is scored as a region of its own.");
    return questions.ask() ? Optional.of(answered(questions)) : Optional.empty();
  }

  private static ScoreRequest answered(Questions questions) {
    boolean file = questions.nextChoice().equals(FILE);
    String slide = questions.nextText();
    String marker = questions.nextChoice();
    OptionalDouble pixelSize = Answers.optionalPositive(questions.nextText(), "Pixel size");
    ScoreRequest request =
        new ScoreRequest(
            file ? Optional.of(Answers.file(slide, "Slide")) : Optional.empty(),
            marker,
            pixelSize,
            Answers.optionalFile(questions.nextText(), "Regions"),
            Answers.optionalFile(questions.nextText(), "Settings"),
            Answers.path(questions.nextText(), "Output"));
    request.remember();
    return request;
  }

  /** Returns this request with a pixel size in micrometres. */
  ScoreRequest withPixelSize(double microns) {
    return new ScoreRequest(slide, marker, OptionalDouble.of(microns), regions, settings, output);
  }

  private void remember() {
    slide.ifPresent(path -> Prefs.set(Preferences.SLIDE, path.toString()));
    Prefs.set(Preferences.MARKER, marker);
    Prefs.set(Preferences.OUTPUT, output.toString());
  }
}
