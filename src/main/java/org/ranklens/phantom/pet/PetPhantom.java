package org.ranklens.phantom.pet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Renders synthetic PET/CT studies whose truth is known. */
public final class PetPhantom {

  private PetPhantom() {}

  /**
   * Writes the folders {@code baseline} and {@code followup} with their DICOM files into a folder.
   *
   * @return what is really in them
   */
  public static PetTruth write(PetPhantomSettings settings, Path folder) throws IOException {
    long first = Seeds.mix(settings.seed(), 11);
    long second = Seeds.mix(settings.seed(), 12);
    List<Lesion> before = LesionPlan.baseline(settings.view(), settings.looks());
    List<Lesion> after = LesionPlan.followup(settings.view(), settings.looks(), settings.outcome());
    RenderedScan baseline =
        RenderedScan.of(settings, settings.baseline(), Posture.STRAIGHT, before, first);
    new SeriesWriter(settings, baseline, first).write(folder.resolve("baseline"));
    RenderedScan followup =
        RenderedScan.of(settings, settings.followup(), settings.followupPosture(), after, second);
    new SeriesWriter(settings, followup, second).write(folder.resolve("followup"));
    return new PetTruth(settings, baseline.truth, followup.truth);
  }

  /** The truth as JSON; the fields are described in sample-images/README.md. */
  public static void writeTruth(PetTruth truth, Path json) throws IOException {
    PetTruthJson.write(truth, json);
  }
}
