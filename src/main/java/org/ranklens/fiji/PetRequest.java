package org.ranklens.fiji;

import ij.Prefs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which scans the user wants measured.
 *
 * @param scans folders, baseline first; one alone gives its lesions and no response
 * @param lesions a mask of the baseline's lesions
 * @param names a file of names and corrections of lesions
 * @param settings a file of settings
 * @param output folder of the results
 */
record PetRequest(
    List<Path> scans,
    Optional<Path> lesions,
    Optional<Path> names,
    Optional<Path> settings,
    Path output) {

  PetRequest {
    scans = List.copyOf(scans);
  }

  /** Asks the user; empty where they cancelled. */
  static Optional<PetRequest> ask() {
    Questions questions = Questions.open("Measure PET/CT Response");
    questions.folder("Baseline folder", Prefs.get(Preferences.BASELINE, ""));
    questions.folder("Follow-up folder (may be empty)", Prefs.get(Preferences.FOLLOWUP, ""));
    questions.file("Lesions (RTSTRUCT, SEG, NIfTI; may be empty)", "");
    questions.file("Names (CSV; may be empty)", "");
    questions.file("Settings (JSON; may be empty)", "");
    questions.folder("Output folder", Prefs.get(Preferences.OUTPUT, ""));
    questions.remark("A folder holds the PET and CT series of one examination.");
    return questions.ask() ? Optional.of(answered(questions)) : Optional.empty();
  }

  private static PetRequest answered(Questions questions) {
    List<Path> scans = new ArrayList<>();
    scans.add(Answers.folder(questions.nextText(), "Baseline"));
    String followup = questions.nextText();
    if (!followup.isEmpty()) {
      scans.add(Answers.folder(followup, "Follow-up"));
    }
    PetRequest request =
        new PetRequest(
            scans,
            Answers.optionalFile(questions.nextText(), "Lesions"),
            Answers.optionalFile(questions.nextText(), "Names"),
            Answers.optionalFile(questions.nextText(), "Settings"),
            Answers.path(questions.nextText(), "Output"));
    request.remember();
    return request;
  }

  private void remember() {
    Prefs.set(Preferences.BASELINE, scans.get(0).toString());
    Prefs.set(Preferences.FOLLOWUP, scans.size() > 1 ? scans.get(1).toString() : "");
    Prefs.set(Preferences.OUTPUT, output.toString());
  }
}
