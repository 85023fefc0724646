package org.ranklens.pet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ranklens.Execution;
import org.ranklens.pet.dicom.DicomReaderChoice;
import org.ranklens.pet.lesion.LesionMeasurement;
import org.ranklens.pet.response.Calcification;
import org.ranklens.pet.response.Category;
import org.ranklens.pet.response.Verdict;
import org.ranklens.plugin.PluginFolders;

/** Rendered studies of the reference data, figures from their truth.json. */
class StudiesTest {

  private static PetResult run(String study, String... timepoints) throws IOException {
    Path folder = Path.of(System.getProperty("ranklens.reference", "../shared/data"), "pet", study);
    assumeTrue(Files.isDirectory(folder), () -> "no reference data: " + folder);
    List<PetInput> inputs =
        java.util.Arrays.stream(timepoints).map(t -> PetInput.of(t, folder.resolve(t))).toList();
    return PetAnalysis.run(
        inputs,
        Optional.empty(),
        List.of(),
        PetSettings.defaults(),
        DicomReaderChoice.EMBEDDED,
        PluginFolders.none(),
        Execution.single());
  }

  @Test
  void threeLesionsGoAndCalcify() throws IOException {
    PetResult result = run("studies/chest_cmr", "baseline", "followup");
    List<LesionMeasurement> before = result.timepoints().get(0).lesions();
    assertThat(before)
        .extracting(l -> l.uptake().orElseThrow().suvBwMax())
        .satisfiesExactly(
            max -> assertThat(max).isCloseTo(9.027665, within(0.045)),
            max -> assertThat(max).isCloseTo(6.616062, within(0.033)),
            max -> assertThat(max).isCloseTo(4.200858, within(0.021)));
    assertThat(result.timepoints().get(1).lesions())
        .hasSize(3)
        .allSatisfy(
            l -> {
              assertThat(l.uptake()).isEmpty();
              assertThat(l.siteSuvBwMax().orElseThrow()).isLessThan(0.7);
              assertThat(l.density().orElseThrow().huMedian()).isCloseTo(640, within(8.0));
            });
    assertThat(result.verdicts())
        .extracting(Verdict::category)
        .containsExactly(Optional.of(Category.CMR), Optional.of(Category.CMR));
    assertThat(result.verdicts().get(0).calcification()).contains(Calcification.INCREASED);
    // Nothing moved: a spine that is the same at every height must not be found shifted along
    // itself.
    assertThat(result.registrations())
        .hasSize(4)
        .allSatisfy(
            row ->
                assertThat(row.fromPosition().orElseThrow())
                    .isEqualTo(row.toPosition().orElseThrow()));
  }

  @Test
  void aMassOfTheThighIsNoKidney() throws IOException {
    // A sarcoma of a real patient, cropped: no lungs in view, a kidney's size, density and side.
    PetResult result = run("ibsi_sts_001_dicom", "PET/..");
    assertThat(result.timepoints().get(0).physiological()).isEmpty();
    assertThat(result.timepoints().get(0).lesions())
        .anySatisfy(
            l -> assertThat(l.uptake().orElseThrow().suvBwMax()).isCloseTo(7.9107, within(1e-3)));
  }

  @Test
  void aScanAloneGivesItsLesionsAndNoResponse() throws IOException {
    PetResult result = run("studies/chest_cmr", "baseline");
    assertThat(result.timepoints().get(0).lesions()).hasSize(3);
    assertThat(result.verdicts()).isEmpty();
    assertThat(result.registrations()).isEmpty();
  }
}
