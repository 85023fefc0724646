package org.ranklens.pet.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.Execution;
import org.ranklens.Progress;
import org.ranklens.RefusedException;

/** Folders as they come from scanners, archives and memory sticks. */
class SeriesFinderTest {

  @TempDir Path folder;

  private PetCtStudy choose() throws IOException {
    return choose(SeriesChoice.byRule());
  }

  private PetCtStudy choose(SeriesChoice choice) throws IOException {
    return PetCtStudy.choose(
        SeriesFinder.find(folder, DicomReader.embedded(), new Execution(2, Progress.silent())),
        choice);
  }

  /** A CT that shares the PET's frame of reference; the fixture's other attributes do no harm. */
  private static PetFixture ct(String uid, String number, String kernel) {
    PetFixture ct =
        other(uid, number)
            .set(Tag.MODALITY, "CT")
            .set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2")
            .set(Tag.RESCALE_INTERCEPT, "-1024");
    return kernel.isEmpty() ? ct : ct.set(Tag.CONVOLUTION_KERNEL, kernel);
  }

  private static PetFixture other(String uid, String number) {
    PetFixture fixture =
        new PetFixture().set(Tag.SERIES_INSTANCE_UID, uid).set(Tag.SERIES_NUMBER, number);
    for (int k = 0; k < 3; k++) {
      fixture.slices().get(k).set(Tag.SOP_INSTANCE_UID, uid + "." + k);
    }
    return fixture;
  }

  /** A value of 0 stands for water only where the file says so. */
  @Test
  void aCtWithoutRescaleInterceptIsRefused() throws IOException {
    Execution execution = new Execution(2, Progress.silent());
    new PetFixture().write(folder.resolve("pet"));
    ct("9.9", "2", "B30f").write(folder.resolve("ct"));
    assertThat(VolumeReader.ct(choose().ct().orElseThrow(), execution).geometry().slices())
        .isEqualTo(3);
    ct("9.9", "2", "B30f").remove(Tag.RESCALE_INTERCEPT).write(folder.resolve("ct"));
    Series without = choose().ct().orElseThrow();
    assertThatThrownBy(() -> VolumeReader.ct(without, execution))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("[(0028,1052) RescaleIntercept]");
  }

  @Test
  void petAndCtAreFoundAmongOtherFiles() throws IOException {
    new PetFixture().write(folder.resolve("a/pet"));
    ct("9.9", "2", "B30f").write(folder.resolve("b"));
    Files.writeString(folder.resolve("DICOMDIR"), "no real one");
    Files.writeString(folder.resolve("report.pdf"), "%PDF-1.4");
    PetCtStudy study = choose();
    assertThat(study.pet().slices()).hasSize(3);
    assertThat(study.ct().orElseThrow().seriesUid()).isEqualTo("9.9");
    assertThat(study.remarks()).anyMatch(r -> r.contains("2 files are no DICOM image"));
  }

  @Test
  void thePetWithoutAttenuationCorrectionIsPassedOver() throws IOException {
    other("8.8", "1")
        .set(Tag.CORRECTED_IMAGE, "DECY")
        .set(Tag.SERIES_DESCRIPTION, "PET NAC")
        .write(folder.resolve("nac"));
    other("8.9", "2").set(Tag.SERIES_DESCRIPTION, "PET AC").write(folder.resolve("ac"));
    PetCtStudy study = choose();
    assertThat(study.pet().description()).isEqualTo("PET AC");
    assertThat(study.remarks()).anyMatch(r -> r.contains("of 2 PET series"));
    SeriesChoice wish =
        new SeriesChoice(java.util.Optional.of("PET NAC"), java.util.Optional.empty());
    assertThat(choose(wish).pet().seriesUid()).isEqualTo("8.8");
  }

  @Test
  void theSoftTissueKernelIsTakenOverTheSharpOne() throws IOException {
    new PetFixture().write(folder.resolve("pet"));
    ct("9.1", "2", "LUNG").write(folder.resolve("lung"));
    ct("9.2", "3", "STANDARD").write(folder.resolve("soft"));
    ct("9.3", "4", "").set(Tag.FRAME_OF_REFERENCE_UID, "7").write(folder.resolve("elsewhere"));
    assertThat(choose().ct().orElseThrow().seriesUid()).isEqualTo("9.2");
  }

  @Test
  void aCtOfAnotherFrameOfReferenceIsNone() throws IOException {
    new PetFixture().write(folder.resolve("pet"));
    ct("9.3", "4", "").set(Tag.FRAME_OF_REFERENCE_UID, "7").write(folder.resolve("elsewhere"));
    PetCtStudy study = choose();
    assertThat(study.ct()).isEmpty();
    assertThat(study.remarks()).anyMatch(r -> r.contains("frame of reference"));
  }

  @Test
  void duplicatesCountOnce() throws IOException {
    new PetFixture().write(folder.resolve("one"));
    new PetFixture().write(folder.resolve("two"));
    PetCtStudy study = choose();
    assertThat(study.pet().stack().slices()).hasSize(3);
    assertThat(study.remarks()).anyMatch(r -> r.contains("3 files are duplicates"));
  }

  @Test
  void reprojectionsAndSecondaryCapturesArePassedOver() throws IOException {
    other("8.1", "1").set(Tag.SERIES_TYPE, "STATIC\\REPROJECTION").write(folder.resolve("mip"));
    other("8.2", "2")
        .set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7")
        .write(folder.resolve("sc"));
    other("8.3", "3").write(folder.resolve("pet"));
    assertThat(choose().pet().seriesUid()).isEqualTo("8.3");
  }

  @Test
  void twoPatientsAreRefused() throws IOException {
    new PetFixture().write(folder.resolve("one"));
    ct("9.9", "2", "").set(Tag.PATIENT_ID, "P2").write(folder.resolve("two"));
    assertThatThrownBy(this::choose)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("(0010,0020) PatientID")
        .hasMessageNotContaining("P2");
  }

  @Test
  void twoStudiesAreRefused() throws IOException {
    new PetFixture().write(folder.resolve("one"));
    other("8.8", "1").set(Tag.STUDY_INSTANCE_UID, "4.5").write(folder.resolve("two"));
    assertThatThrownBy(this::choose)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("StudyInstanceUID");
  }

  @Test
  void ctWithoutPetIsRefused() throws IOException {
    ct("9.9", "2", "").write(folder);
    assertThatThrownBy(this::choose)
        .hasMessageContaining("no PET series")
        .hasMessageContaining("CT");
  }

  @Test
  void aFolderWithoutDicomIsRefused() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "text");
    assertThatThrownBy(this::choose).hasMessageContaining("no DICOM series");
  }

  @Test
  void aTruncatedFileIsRefusedByName() throws IOException {
    new PetFixture().write(folder);
    Path file = folder.resolve("slice2");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 3));
    assertThatThrownBy(this::choose)
        .hasMessageContaining("slice2")
        .hasMessageContaining("truncated");
  }

  @Test
  void aMissingSliceIsRefusedByItsNeighbour() throws IOException {
    PetFixture fixture = new PetFixture();
    fixture.slices().get(2).set(Tag.IMAGE_POSITION_PATIENT, "0\\0\\12");
    fixture.write(folder);
    // Of three slices, two steps are left: the shorter is the usual one.
    assertThatThrownBy(() -> choose().pet().stack())
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("1 slice is missing between slice2 and this one")
        .hasMessageContaining("slice3");
  }

  @Test
  void slicesAtOnePlaceAreRefused() throws IOException {
    PetFixture fixture = new PetFixture();
    fixture.slices().get(2).set(Tag.IMAGE_POSITION_PATIENT, "0\\0\\4");
    fixture.write(folder);
    assertThatThrownBy(() -> choose().pet().stack()).hasMessageContaining("same place");
  }

  @Test
  void aDynamicSeriesIsRefusedByItsType() throws IOException {
    for (int frame = 0; frame < 2; frame++) {
      PetFixture fixture = new PetFixture().set(Tag.SERIES_TYPE, "DYNAMIC\\IMAGE");
      for (int k = 0; k < 3; k++) {
        fixture.slices().get(k).set(Tag.SOP_INSTANCE_UID, "7." + frame + "." + k);
      }
      fixture.write(folder.resolve("frame" + frame));
    }
    assertThatThrownBy(() -> choose().pet().stack())
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("dynamic, with up to 2 pictures of one place")
        .hasMessageContaining("(0054,1000) SeriesType");
  }

  @Test
  void slicesThatAreSeriesEachAreRefused() throws IOException {
    PetFixture fixture = new PetFixture();
    for (int k = 0; k < 3; k++) {
      fixture.slices().get(k).set(Tag.SERIES_INSTANCE_UID, "7." + k);
    }
    fixture.write(folder);
    assertThatThrownBy(this::choose)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("each of 3 PET series has one slice alone")
        .hasMessageContaining("(0020,000E)");
  }

  @Test
  void aTurningMipWithoutAnyMarkIsPassedOver() throws IOException {
    PetFixture mip = other("8.1", "1");
    mip.slices().get(1).set(Tag.IMAGE_ORIENTATION_PATIENT, "0.9848\\0.1736\\0\\0\\0\\-1");
    mip.write(folder.resolve("mip"));
    other("8.3", "3").write(folder.resolve("pet"));
    PetCtStudy study = choose();
    assertThat(study.pet().seriesUid()).isEqualTo("8.3");
    assertThat(study.remarks()).anyMatch(r -> r.endsWith("not PT series 1 (3 slices)"));
  }

  @Test
  void aBrokenDicomdirAndEmptyFilesDoNoHarm() throws IOException {
    new PetFixture().write(folder);
    byte[] broken = new byte[140];
    System.arraycopy(
        "DICM".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, broken, 128, 4);
    Files.write(folder.resolve("DICOMDIR"), broken);
    Files.createFile(folder.resolve("slice9"));
    PetCtStudy study = choose();
    assertThat(study.pet().slices()).hasSize(3);
    assertThat(study.remarks()).anyMatch(r -> r.contains("1 file is empty"));
  }

  @Test
  void slicesOfOtherSizeOrDirectionAreRefused() throws IOException {
    PetFixture wide = new PetFixture();
    wide.slices().get(1).set(Tag.COLUMNS, "3");
    wide.write(folder);
    assertThatThrownBy(() -> choose().pet().stack()).hasMessageContaining("slice2");
    PetFixture turned = new PetFixture();
    turned.slices().get(2).set(Tag.IMAGE_ORIENTATION_PATIENT, "1\\0\\0\\0\\0.995\\0.0998749");
    turned.write(folder);
    assertThatThrownBy(() -> choose().pet().stack()).hasMessageContaining("turned");
  }

  @Test
  void tenthsOfMillimetresInPositionsAreTolerated() throws IOException {
    PetFixture fixture = new PetFixture();
    fixture.slices().get(1).set(Tag.IMAGE_POSITION_PATIENT, "0\\0\\4.1");
    fixture.write(folder);
    assertThat(choose().pet().stack().geometry().sliceSpacingMm()).isEqualTo(4);
  }

  @Test
  void obliqueFeetFirstSlicesAreSortedAlongTheirNormal() throws IOException {
    // Turned by 30 degrees about x, columns to the right: the normal points to the feet.
    double s = 0.5;
    double c = Math.sqrt(0.75);
    PetFixture fixture = new PetFixture();
    for (int k = 0; k < 3; k++) {
      double along = 4.0 * (2 - k);
      // Normal = (-1, 0, 0) x (0, c, s) = (0, s, -c).
      fixture
          .slices()
          .get(k)
          .set(Tag.IMAGE_ORIENTATION_PATIENT, "-1\\0\\0\\0\\%.10f\\%.10f".formatted(c, s))
          .set(Tag.IMAGE_POSITION_PATIENT, "5\\%.9f\\%.9f".formatted(s * along, -c * along));
    }
    fixture.write(folder);
    SliceStack stack = choose().pet().stack();
    assertThat(stack.slices().get(0).file().path().getFileName()).hasToString("slice3");
    Geometry grid = stack.geometry();
    Point3 point = new Point3(1.25, -3.5, 2.75);
    VoxelPoint voxel = grid.toVoxel(point);
    assertThat(grid.toPatient(voxel.column(), voxel.row(), voxel.slice()).distanceTo(point))
        .isLessThan(1e-9);
    assertThat(grid.toPatient(0, 0, 1).zMm()).isLessThan(grid.toPatient(0, 0, 0).zMm());
    assertThat(grid.voxelMl()).isCloseTo(0.064, org.assertj.core.api.Assertions.within(1e-6));
  }

  @Test
  void filesWithoutPreambleAreRead() throws IOException {
    PetFixture fixture = new PetFixture();
    fixture.each(slice -> slice.syntax(TransferSyntax.IMPLICIT_LITTLE_ENDIAN));
    for (int k = 0; k < 3; k++) {
      byte[] bytes = fixture.slices().get(k).bytes();
      int meta = 132 + 8 + 18;
      Files.write(
          folder.resolve("raw" + k), java.util.Arrays.copyOfRange(bytes, meta, bytes.length));
    }
    assertThat(choose().pet().stack().slices()).hasSize(3);
  }

  @Test
  void aCtWithAGapIsPassedOverForACompleteOne() throws IOException {
    new PetFixture().write(folder.resolve("pet"));
    PetFixture gap = ct("9.1", "2", "STANDARD");
    gap.slices().get(2).set(Tag.IMAGE_POSITION_PATIENT, "0\\0\\20");
    gap.write(folder.resolve("gap"));
    ct("9.2", "3", "LUNG").write(folder.resolve("whole"));
    PetCtStudy study = choose();
    assertThat(study.ct().orElseThrow().seriesUid()).isEqualTo("9.2");
    assertThat(study.remarks()).anyMatch(r -> r.contains("makes no volume"));
  }

  @Test
  void aCompressedIconIsPassedOver() throws IOException {
    PetFixture fixture = new PetFixture();
    for (int k = 0; k < 3; k++) {
      byte[] whole = fixture.slices().get(k).bytes();
      Files.write(folder.resolve("s" + k), withIcon(whole));
    }
    assertThat(choose().pet().stack().slices()).hasSize(3);
  }

  /** (0088,0200) of undefined length, its pixels in fragments, before (7FE0,0010). */
  private static byte[] withIcon(byte[] file) {
    java.nio.ByteBuffer icon =
        java.nio.ByteBuffer.allocate(80).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    icon.putShort((short) 0x0088).putShort((short) 0x0200).put(new byte[] {'S', 'Q', 0, 0});
    icon.putInt(-1).putShort((short) 0xFFFE).putShort((short) 0xE000).putInt(-1);
    icon.putShort((short) 0x7FE0).putShort((short) 0x0010).put(new byte[] {'O', 'B', 0, 0});
    icon.putInt(-1);
    icon.putShort((short) 0xFFFE).putShort((short) 0xE000).putInt(0);
    icon.putShort((short) 0xFFFE).putShort((short) 0xE000).putInt(4).putInt(0x01020304);
    icon.putShort((short) 0xFFFE).putShort((short) 0xE0DD).putInt(0);
    icon.putShort((short) 0xFFFE).putShort((short) 0xE00D).putInt(0);
    icon.putShort((short) 0xFFFE).putShort((short) 0xE0DD).putInt(0);
    int pixels = file.length - 32 - 12;
    java.nio.ByteBuffer out = java.nio.ByteBuffer.allocate(file.length + icon.position());
    out.put(file, 0, pixels).put(icon.array(), 0, icon.position());
    return out.put(file, pixels, file.length - pixels).array();
  }
}
