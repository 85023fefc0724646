package org.ranklens.pet.lesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.Execution;
import org.ranklens.pet.dicom.CtProtocol;
import org.ranklens.pet.dicom.CtVolume;
import org.ranklens.pet.dicom.DicomReader;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.PetCtStudy;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.dicom.SeriesChoice;
import org.ranklens.pet.dicom.SeriesFinder;
import org.ranklens.pet.dicom.VolumeReader;
import org.ranklens.pet.mask.MaskReader;
import org.ranklens.pet.mask.MaskTarget;
import org.ranklens.pet.suv.BodyFactors;
import org.ranklens.pet.suv.PatientOverrides;
import org.ranklens.pet.suv.SuvCalculator;
import org.ranklens.pet.suv.SuvSettings;
import org.ranklens.pet.suv.SuvVolume;

/** What is measured in a VOI, against published figures. */
class MeasurementTest {

  private static final Path REFERENCE =
      Path.of(System.getProperty("ranklens.reference", "../shared/data"));

  private static Path reference(String path) {
    Path found = REFERENCE.resolve(path);
    assumeTrue(Files.exists(found), () -> "no reference data: " + found);
    return found;
  }

  @Test
  void peaksOfTheIbsiDigitalPhantom() throws IOException {
    Path folder = reference("pet/ibsi_1_digital_phantom/nifti");
    NiftiVolume image = NiftiVolume.read(folder.resolve("image/phantom.nii.gz"));
    SuvVolume suv = new SuvVolume(image.geometry(), image.values(), BodyFactors.unknown());
    Voi voi =
        LesionMask.voi(
            MaskReader.read(
                    folder.resolve("mask/mask.nii.gz"),
                    MaskTarget.of(image.geometry(), ""),
                    DicomReader.embedded())
                .get(0)
                .inside(),
            image.geometry());
    UptakeMeasures measures = UptakeMeter.measure(suv, voi);
    // Image Biomarker Standardisation Initiative, reference manual: local 2.6, global 3.1.
    assertThat(measures.suvBwPeakLocal()).isCloseTo(2.6, within(0.05));
    assertThat(measures.suvBwPeakGlobal()).isCloseTo(3.1, within(0.05));
    assertThat(voi.size()).isEqualTo(74);
  }

  @Test
  void lesionOfARealPatientByRtstruct() throws IOException {
    Path folder = reference("pet/sts_001_raw_fdg_pet");
    DicomReader reader = DicomReader.embedded();
    var pet =
        PetCtStudy.choose(
                SeriesFinder.find(folder.resolve("image"), reader, Execution.single()),
                SeriesChoice.byRule())
            .pet();
    SuvVolume suv =
        SuvCalculator.scale(pet, SuvSettings.defaults(), PatientOverrides.none())
            .apply(VolumeReader.activity(pet, Execution.single()));
    List<FoundLesion> lesions =
        LesionMask.of(
                MaskReader.read(
                    folder.resolve("mask/1-1.dcm"),
                    MaskTarget.of(suv.geometry(), pet.frameOfReferenceUid()),
                    reader),
                suv.geometry())
            .lesions();
    assertThat(lesions).extracting(FoundLesion::name).contains("GTV_Mass", "GTV_Edema");
    UptakeMeasures mass = UptakeMeter.measure(suv, lesions.get(0).voi());
    // Figures of an independent computation, as the reference data's notes give them.
    assertThat(mass.suvBwMax()).isCloseTo(7.9107, within(1e-4));
    assertThat(mass.suvBwMean()).isCloseTo(2.5552, within(1e-4));
    assertThat(mass.mtvMl()).isCloseTo(366.08, within(5e-3));
    assertThat(mass.suvBwPeakLocal()).isCloseTo(5.313, within(5e-4));
    assertThat(mass.suvBwPeakGlobal()).isCloseTo(6.078, within(5e-4));
  }

  @Test
  void niftiComesBackAsItWasWritten(@TempDir Path folder) throws IOException {
    Geometry grid =
        new Geometry(
            3,
            4,
            2,
            new Point3(-10, 20, -30),
            new Point3(2, 0.5, 0),
            new Point3(-0.5, 2, 0),
            new Point3(0, 0, 3));
    float[] values = new float[24];
    for (int i = 0; i < 24; i++) {
      values[i] = i * 1.5f;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new NiftiVolume(grid, values).writeGzip(bytes);
    Path file = folder.resolve("suv.nii.gz");
    Files.write(file, bytes.toByteArray());
    NiftiVolume again = NiftiVolume.read(file);
    assertThat(again.values()).isEqualTo(values);
    assertThat(again.geometry()).isEqualTo(grid);
  }

  @Test
  void densityIsThatOfTheCtVoxelsInsideWithoutMetal() {
    Geometry pet = Geometry.axial(4, 4, 4, new Point3(0, 0, 0), new Point3(4, 4, 4));
    Geometry ctGrid = Geometry.axial(8, 8, 8, new Point3(-1, -1, -1), new Point3(2, 2, 2));
    short[] hu = new short[512];
    Voi voi = new Voi(pet, new int[] {pet.index(1, 1, 1)});
    int n = 0;
    for (int k = 2; k <= 3; k++) {
      for (int j = 2; j <= 3; j++) {
        for (int i = 2; i <= 3; i++) {
          hu[ctGrid.index(i, j, k)] = (short) (n == 7 ? 3071 : 100 * n);
          n++;
        }
      }
    }
    DensityMeasures density =
        DensityMeter.measure(
                new CtVolume(ctGrid, hu, CtProtocol.unknown()), voi, LesionSettings.defaults())
            .orElseThrow();
    // 0, 100 ... 600 are left; each CT voxel is 0.008 ml.
    assertThat(density.voxels()).isEqualTo(7);
    assertThat(density.huMean()).isEqualTo(300);
    assertThat(density.huMedian()).isEqualTo(300);
    assertThat(density.huMax()).isEqualTo(600);
    assertThat(density.over200().ml()).isCloseTo(4 * 0.008, within(1e-12));
    assertThat(density.over200().fraction()).isCloseTo(4 / 7.0, within(1e-12));
    assertThat(density.metalMl()).isCloseTo(0.008, within(1e-12));
    assertThat(density.outsidePercent()).isZero();
  }

  @Test
  void touchingLesionsPartWhereTheUptakeFallsBelowTheSaddle() {
    Geometry grid = Geometry.axial(9, 1, 1, new Point3(0, 0, 0), new Point3(4, 4, 4));
    int[] all = {0, 1, 2, 3, 4, 5, 6, 7, 8};
    float[] deep = {5, 8, 10, 6, 3.5f, 5, 6, 6, 5};
    assertThat(Watershed.split(deep, grid, all, 0.6, 1)).hasSize(2);
    float[] shallow = {5, 8, 10, 6, 3.7f, 5, 6, 6, 5};
    assertThat(Watershed.split(shallow, grid, all, 0.6, 1)).hasSize(1);
    assertThat(Watershed.split(deep, grid, all, 0.6, 5)).hasSize(1);
  }
}
