package org.ranklens.pet;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ranklens.Execution;
import org.ranklens.pet.dicom.CtVolume;
import org.ranklens.pet.dicom.DicomReader;
import org.ranklens.pet.dicom.FoundSeries;
import org.ranklens.pet.dicom.PetCtStudy;
import org.ranklens.pet.dicom.SeriesFinder;
import org.ranklens.pet.dicom.VolumeReader;
import org.ranklens.pet.lesion.Scan;
import org.ranklens.pet.mask.MaskTarget;
import org.ranklens.pet.suv.SuvCalculator;
import org.ranklens.pet.suv.SuvReport;
import org.ranklens.pet.suv.SuvScale;
import org.ranklens.pet.suv.SuvSettings;
import org.ranklens.pet.suv.SuvStatistics;
import org.ranklens.pet.suv.SuvVolume;

/** Reads one time point's folder into SUVs and HU. */
final class ScanLoader {

  private ScanLoader() {}

  /** A scan, on what grounds its SUVs stand, and what a mask is laid on. */
  record Loaded(PetInput input, String reader, Scan scan, SuvReport report, MaskTarget target) {

    String frameOfReference() {
      return target.frameOfReference();
    }
  }

  static Loaded load(PetInput input, SuvSettings settings, DicomReader reader, Execution execution)
      throws IOException {
    FoundSeries found = SeriesFinder.find(input.folder(), reader, execution);
    PetCtStudy study = PetCtStudy.choose(found, input.series());
    SuvScale scale = SuvCalculator.scale(study.pet(), settings, input.overrides());
    SuvVolume suv = scale.apply(VolumeReader.activity(study.pet(), execution));
    Optional<CtVolume> ct = Optional.empty();
    if (study.ct().isPresent()) {
      ct = Optional.of(VolumeReader.ct(study.ct().get(), execution));
    }
    return new Loaded(
        input,
        found.reader(),
        new Scan(suv, ct),
        scale
            .report(suv, SuvStatistics.of(suv))
            .withNotes(study.remarks())
            .withWarnings(ct.map(CtChecks::warnings).orElse(List.of())),
        MaskTarget.of(study.pet()));
  }
}
