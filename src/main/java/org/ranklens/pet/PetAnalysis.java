package org.ranklens.pet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ranklens.Execution;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DicomReaderChoice;
import org.ranklens.pet.lesion.LesionCorrection;
import org.ranklens.plugin.PluginFolders;

/** Measures how lesions changed between the PET/CT scans of one patient. */
public final class PetAnalysis {

  private PetAnalysis() {}

  /**
   * Measures scans in the order given; of one scan alone, its lesions.
   *
   * @param lesionMask lesions of the first scan as RTSTRUCT, SEG or NIfTI, used as they are
   * @param corrections names and corrections of what the rules find
   * @throws RefusedException where a scan can't give right SUVs
   */
  public static PetResult run(
      List<PetInput> inputs,
      Optional<Path> lesionMask,
      List<LesionCorrection> corrections,
      PetSettings settings,
      DicomReaderChoice reader,
      PluginFolders plugins,
      Execution execution)
      throws IOException {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("no time point to analyse");
    }
    throw new RefusedException("PET/CT can't be analysed yet", "", "", "");
  }
}
