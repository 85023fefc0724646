package org.ranklens.pet.suv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranklens.Execution;
import org.ranklens.Progress;
import org.ranklens.pet.dicom.DicomReader;
import org.ranklens.pet.dicom.FoundSeries;
import org.ranklens.pet.dicom.PetCtStudy;
import org.ranklens.pet.dicom.ReferenceData;
import org.ranklens.pet.dicom.Series;
import org.ranklens.pet.dicom.SeriesChoice;
import org.ranklens.pet.dicom.SeriesFinder;
import org.ranklens.pet.dicom.VolumeReader;
import org.ranklens.pet.mask.MaskReader;
import org.ranklens.pet.mask.MaskTarget;
import org.ranklens.pet.mask.NamedMask;

/** SUVs of the reference data, against the values that {@code data.md} and the manual give. */
class SuvReferenceTest {

  private static final Execution EXECUTION = new Execution(2, Progress.silent());

  private static Series pet(Path folder) throws IOException {
    FoundSeries found = SeriesFinder.find(folder, DicomReader.embedded(), EXECUTION);
    return PetCtStudy.choose(found, SeriesChoice.byRule()).pet();
  }

  private static SuvScale scale(Series pet) throws IOException {
    return SuvCalculator.scale(pet, SuvSettings.defaults(), PatientOverrides.none());
  }

  private static SuvVolume suv(Series pet) throws IOException {
    return scale(pet).apply(VolumeReader.activity(pet, EXECUTION));
  }

  /** Manual: minimum 0.20, median 1.00, maximum 4.00 SUV inside the mask, at two decimals. */
  @ParameterizedTest
  @ValueSource(
      strings = {"0_0", "1_0", "2_0", "2_2", "2_4", "3_1", "3_2", "3_4", "4_1", "4_2", "5_0"})
  void referenceObjectsHaveTheirValues(String name) throws IOException {
    Path folder = ReferenceData.path("pet/ibsi_suv_dro/DRO_" + name);
    SuvVolume suv = suv(pet(folder));
    Path file = folder.resolve("mask/DRO_mask.nii.gz");
    boolean[] mask =
        MaskReader.read(file, MaskTarget.of(suv.geometry(), ""), DicomReader.embedded())
            .get(0)
            .inside();
    SuvStatistics values = SuvStatistics.of(suv, mask);
    assertThat(values.min()).isCloseTo(0.20, within(0.005));
    assertThat(values.median()).isCloseTo(1.00, within(0.005));
    assertThat(values.max()).isCloseTo(4.00, within(0.005));
  }

  @Test
  void sts001HasItsFactorAndMaximum() throws IOException {
    Series pet = pet(ReferenceData.path("pet/sts_001_raw_fdg_pet"));
    SuvScale scale = scale(pet);
    assertThat(scale.factor(0)).isCloseTo(2.429029766e-4, within(2.4e-10));
    assertThat(scale.report().factorMax()).isEqualTo(scale.report().factorMin());
    SuvStatistics values = SuvStatistics.of(suv(pet));
    assertThat(values.max()).isCloseTo(66.5215, within(1e-4));
  }

  /** Blind back-computation is 11 % low there: the row has to say that rules disagree. */
  @Test
  void sts001TellsThatRulesDisagree() throws IOException {
    SuvReport report = scale(pet(ReferenceData.path("pet/sts_001_raw_fdg_pet"))).report();
    assertThat(report.referenceTimeRule()).isEqualTo("acquisition time = series time");
    assertThat(report.candidateSpreadPercent().orElseThrow()).isBetween(11.0, 15.0);
    assertThat(report.status()).isEqualTo("warning");
    assertThat(report.uptakeMinutes().orElseThrow()).isCloseTo(45.183, within(0.001));
  }

  @Test
  void theIbsiVolumeAgreesWithTheRawSeriesOfTheSamePatient() throws IOException {
    SuvVolume raw = suv(pet(ReferenceData.path("pet/sts_001_raw_fdg_pet")));
    SuvVolume ibsi = suv(pet(ReferenceData.path("pet/ibsi_sts_001_dicom")));
    var grid = ibsi.geometry();
    double largest = 0;
    for (int k = 0; k < grid.slices(); k++) {
      for (int j = 0; j < grid.rows(); j++) {
        for (int i = 0; i < grid.columns(); i++) {
          var at = raw.geometry().toVoxel(grid.toPatient(i, j, k));
          int other =
              raw.geometry()
                  .index(
                      (int) Math.round(at.column()),
                      (int) Math.round(at.row()),
                      (int) Math.round(at.slice()));
          largest =
              Math.max(largest, Math.abs(ibsi.suvBw()[grid.index(i, j, k)] - raw.suvBw()[other]));
        }
      }
    }
    assertThat(largest).isLessThan(7.8e-4);
  }

  /** {@code data.md}: lesion GTV_Mass of SUVmax 7.9107, SUVmean 2.5552, MTV 366.08 ml. */
  @Test
  void theContourOfSts001HoldsItsLesion() throws IOException {
    Path folder = ReferenceData.path("pet/sts_001_raw_fdg_pet");
    SuvVolume suv = suv(pet(folder));
    NamedMask mass =
        MaskReader.read(
                folder.resolve("mask/1-1.dcm"),
                MaskTarget.of(suv.geometry(), ""),
                DicomReader.embedded())
            .get(0);
    assertThat(mass.name()).isEqualTo("GTV_Mass");
    assertThat(mass.voxels() * suv.geometry().voxelMl()).isCloseTo(366.08, within(0.01));
    assertThat(SuvStatistics.of(suv, mass.inside()).max()).isCloseTo(7.9107, within(1e-4));
    double sum = 0;
    for (int i = 0; i < mass.inside().length; i++) {
      sum += mass.inside()[i] ? suv.suvBw()[i] : 0;
    }
    assertThat(sum / mass.voxels()).isCloseTo(2.5552, within(1e-4));
  }
}
