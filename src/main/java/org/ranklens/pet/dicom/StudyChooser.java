package org.ranklens.pet.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ranklens.RefusedException;

/** The PET to measure and its CT, by rule or as the user says. */
final class StudyChooser {

  private StudyChooser() {}

  static PetCtStudy choose(FoundSeries found, SeriesChoice choice) throws RefusedException {
    String folder = found.folder().toString();
    if (!found.broken().isEmpty()) {
      throw new RefusedException(
          "a file is broken ("
              + found.broken().get(0).replaceFirst("\\.$", "")
              + (found.broken().size() > 1 ? "; " + (found.broken().size() - 1) + " more" : "")
              + ")",
          folder,
          "",
          "copy it again, or take it out of the folder if it belongs to no series wanted");
    }
    requireOnePatient(found);
    List<String> remarks = new ArrayList<>(found.remarks());
    Series pet = pet(found, choice.pet(), remarks);
    Optional<Series> ct = CtRule.choose(found, pet, choice.ct(), remarks);
    remarks.addAll(pet.remarks());
    ct.ifPresent(series -> remarks.addAll(series.remarks()));
    return new PetCtStudy(pet, ct, remarks);
  }

  private static Series pet(FoundSeries found, Optional<String> wanted, List<String> remarks)
      throws RefusedException {
    if (wanted.isPresent()) {
      return named(found, "PT", wanted.get());
    }
    List<Series> all = found.series().stream().filter(s -> s.modality().equals("PT")).toList();
    if (all.isEmpty()) {
      throw new RefusedException(
          "no PET series is there, only " + modalities(found),
          found.folder().toString(),
          Tag.MODALITY.label(),
          "give the folder that holds the attenuation-corrected PET");
    }
    return PetRule.choose(found, all, remarks);
  }

  /** The series of a UID, number or description. */
  static Series named(FoundSeries found, String modality, String wanted) throws RefusedException {
    List<Series> fits =
        found.series().stream()
            .filter(s -> s.modality().equals(modality))
            .filter(
                s ->
                    s.seriesUid().equals(wanted)
                        || s.number().equals(wanted)
                        || s.description().equals(wanted))
            .toList();
    if (fits.size() != 1) {
      throw new RefusedException(
          (fits.isEmpty() ? "no " + modality + " series is" : fits.size() + " series are")
              + " named \""
              + wanted
              + "\"",
          found.folder().toString(),
          "",
          "name one by its number, description or UID: " + labels(found, modality));
    }
    return fits.get(0);
  }

  private static void requireOnePatient(FoundSeries found) throws RefusedException {
    List<String> patients =
        found.series().stream()
            .filter(s -> s.modality().equals("PT") || s.modality().equals("CT"))
            .map(s -> s.first().stringOrEmpty(Tag.PATIENT_ID))
            .filter(id -> !id.isEmpty())
            .distinct()
            .toList();
    if (patients.size() > 1) {
      throw new RefusedException(
          "the folder holds PET and CT of " + patients.size() + " patients",
          found.folder().toString(),
          Tag.PATIENT_ID.label(),
          "give a folder that holds one patient at one time point");
    }
  }

  private static String labels(FoundSeries found, String modality) {
    return String.join(
        ", ",
        found.series().stream()
            .filter(s -> s.modality().equals(modality))
            .map(Series::label)
            .toList());
  }

  private static String modalities(FoundSeries found) {
    return String.join(
        ", ", found.series().stream().map(Series::modality).distinct().sorted().toList());
  }
}
