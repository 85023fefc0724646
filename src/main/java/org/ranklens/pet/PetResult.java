package org.ranklens.pet;

import java.util.List;
import org.ranklens.pet.lesion.RegistrationRow;
import org.ranklens.pet.response.Verdict;

/**
 * The PET/CT scans of one case, measured.
 *
 * @param timepoints in the order given
 * @param verdicts a row per pair of time points and criterion; none for one scan alone
 * @param registrations where the first scan's lesions lie in the later scans
 * @param warnings what concerns the whole case, in words
 */
public record PetResult(
    List<TimePoint> timepoints,
    List<Verdict> verdicts,
    List<RegistrationRow> registrations,
    List<String> warnings) {

  public PetResult {
    timepoints = List.copyOf(timepoints);
    verdicts = List.copyOf(verdicts);
    registrations = List.copyOf(registrations);
    warnings = List.copyOf(warnings);
  }
}
