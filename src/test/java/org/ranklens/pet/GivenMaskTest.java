package org.ranklens.pet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.Execution;
import org.ranklens.pet.dicom.DicomReaderChoice;
import org.ranklens.pet.dicom.DicomWriter;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.PetFixture;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.dicom.Tag;
import org.ranklens.pet.lesion.LesionMeasurement;
import org.ranklens.pet.response.Verdict;
import org.ranklens.pet.suv.BodyFactors;
import org.ranklens.pet.suv.SuvVolume;
import org.ranklens.plugin.PluginFolders;
import org.ranklens.report.NiftiFile;

/**
 * Lesions given as a mask of any kind on any grid, all the way; PET of 4 x 4 x 3 voxels of 4 mm at
 * SUVbw 1.00 without a CT, before and after.
 */
class GivenMaskTest {

  @TempDir Path folder;
  private Path baseline;

  @BeforeEach
  void writeBaseline() throws IOException {
    baseline = new PetFixture().write(folder.resolve("before"));
  }

  private PetResult run(Path mask, Path... followups) throws IOException {
    List<PetInput> inputs = new java.util.ArrayList<>();
    inputs.add(PetInput.of("baseline", baseline));
    for (Path followup : followups) {
      inputs.add(PetInput.of("followup", followup));
    }
    return PetAnalysis.run(
        inputs,
        Optional.of(mask),
        List.of(),
        PetSettings.defaults(),
        DicomReaderChoice.EMBEDDED,
        PluginFolders.none(),
        Execution.single());
  }

  private static void assertVoxels(PetResult result, String name, int voxels) {
    assertThat(result.timepoints().get(0).lesions())
        .filteredOn(l -> l.lesion().equals(name))
        .singleElement()
        .satisfies(
            l -> {
              assertThat(l.uptake().orElseThrow().voxels()).isEqualTo(voxels);
              // 368.08 MBq, 70 kg, an hour: 3600 Bq/ml are 1.00 (SUV manual, default object).
              assertThat(l.uptake().orElseThrow().suvBwMean()).isCloseTo(1.00, within(0.005));
              assertThat(l.uptake().orElseThrow().mtvMl()).isCloseTo(0.064 * voxels, within(1e-9));
            });
  }

  /** Frames of 8 x 8 pixels of 2 mm: two for each voxel of the PET, in x and in y. */
  private DicomWriter segmentation(String type, String bits) {
    DicomWriter seg =
        new DicomWriter()
            .set(Tag.MODALITY, "SEG")
            .set(Tag.SEGMENTATION_TYPE, type)
            .set(Tag.FRAME_OF_REFERENCE_UID, "1.2.3.5")
            .set(Tag.ROWS, "8")
            .set(Tag.COLUMNS, "8")
            .set(Tag.NUMBER_OF_FRAMES, "2")
            .set(Tag.BITS_ALLOCATED, bits)
            .set(Tag.BITS_STORED, bits)
            .set(Tag.HIGH_BIT, bits.equals("1") ? "0" : "7")
            .set(Tag.PIXEL_REPRESENTATION, "0")
            .item(
                Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
                g ->
                    g.item(
                            Tag.PLANE_ORIENTATION_SEQUENCE,
                            i -> i.set(Tag.IMAGE_ORIENTATION_PATIENT, "1\\0\\0\\0\\1\\0"))
                        .item(
                            Tag.PIXEL_MEASURES_SEQUENCE,
                            i -> i.set(Tag.PIXEL_SPACING, "2\\2").set(Tag.SLICE_THICKNESS, "4")));
    for (int segment = 1; segment <= 2; segment++) {
      String number = Integer.toString(segment);
      String z = segment == 1 ? "0" : "8";
      seg.item(
              Tag.SEGMENT_SEQUENCE,
              s -> s.set(Tag.SEGMENT_NUMBER, number).set(Tag.SEGMENT_LABEL, "part " + number))
          .item(
              Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
              f ->
                  f.item(
                          Tag.PLANE_POSITION_SEQUENCE,
                          i -> i.set(Tag.IMAGE_POSITION_PATIENT, "-1\\-1\\" + z))
                      .item(
                          Tag.SEGMENT_IDENTIFICATION_SEQUENCE,
                          i -> i.set(Tag.REFERENCED_SEGMENT_NUMBER, number)));
    }
    return seg;
  }

  @Test
  void aBinarySegmentationOfAnotherGridGivesALesionForEachSegment() throws IOException {
    // A word holds two rows of eight. Rows 0 to 3 of the first frame are all set, columns 0 and 1
    // of every row of the second; a pixel of the PET lies in the middle of four.
    short[] bits = {-1, -1, 0, 0, 0x0303, 0x0303, 0x0303, 0x0303};
    Path file = folder.resolve("seg.dcm");
    segmentation("BINARY", "1").pixels(bits).write(file);
    PetResult result = run(file);
    assertThat(result.timepoints().get(0).lesions()).hasSize(2);
    assertVoxels(result, "part 1", 8);
    assertVoxels(result, "part 2", 4);
  }

  @Test
  void aFractionalSegmentationHoldsWhatIsAtLeastHalf() throws IOException {
    short[] bytes = new short[64];
    for (int i = 0; i < 32; i++) {
      // Of the first frame: rows 0 and 1 at 128 of 255, the rest at 127.
      bytes[i] = (short) (i < 8 ? 0x8080 : 0x7F7F);
      bytes[32 + i] = (short) (i % 4 == 0 ? 0xFFFF : 0);
    }
    Path file = folder.resolve("seg.dcm");
    segmentation("FRACTIONAL", "8")
        .set(Tag.MAXIMUM_FRACTIONAL_VALUE, "255")
        .pixels(bytes)
        .write(file);
    PetResult result = run(file);
    assertVoxels(result, "part 1", 4);
    assertVoxels(result, "part 2", 4);
  }

  @Test
  void aSegmentationOfAnotherFrameOfReferenceIsTold() throws IOException {
    short[] bits = {-1, -1, 0, 0, 0x0303, 0x0303, 0x0303, 0x0303};
    Path file = folder.resolve("seg.dcm");
    segmentation("BINARY", "1").set(Tag.FRAME_OF_REFERENCE_UID, "9.9").pixels(bits).write(file);
    assertThat(run(file).timepoints().get(0).lesions())
        .allSatisfy(l -> assertThat(l.reason()).contains("another frame of reference"));
  }

  @Test
  void labelsOfAnotherGridGiveALesionEach() throws IOException {
    Geometry fine = Geometry.axial(8, 8, 6, new Point3(-1, -1, -1), new Point3(2, 2, 2));
    float[] labels = new float[(int) fine.voxels()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 8 < 2 ? 3 : i % 8 >= 6 ? 9 : 0;
    }
    Path file = folder.resolve("labels.nii.gz");
    NiftiFile.write(file, new SuvVolume(fine, labels, BodyFactors.unknown()));
    PetResult result = run(file);
    assertVoxels(result, "label 3", 12);
    assertVoxels(result, "label 9", 12);
  }

  @Test
  void whatTwoRegionsShareAndWhatReachesTheEdgeIsTold() throws IOException {
    // Segment 1 lies in the first slice, all of it; both frames lie at the same place.
    short[] bits = {-1, -1, -1, -1, 0x0303, 0x0303, 0x0303, 0x0303};
    DicomWriter seg = segmentation("BINARY", "1").pixels(bits);
    seg.inItem(
        Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
        f ->
            f.inItem(
                Tag.PLANE_POSITION_SEQUENCE, i -> i.set(Tag.IMAGE_POSITION_PATIENT, "-1\\-1\\8")));
    Path file = folder.resolve("seg.dcm");
    seg.write(file);
    assertThat(run(file).timepoints().get(0).lesions())
        .extracting(LesionMeasurement::reason)
        .allMatch(reason -> reason.contains("first or last slice"))
        .anyMatch(reason -> reason.contains("25 % of it lie in part 2, too"))
        .anyMatch(reason -> reason.contains("100 % of it lie in part 1, too"));
  }

  private Path structures() throws IOException {
    DicomWriter set =
        new DicomWriter()
            .set(Tag.MODALITY, "RTSTRUCT")
            .item(
                Tag.STRUCTURE_SET_ROI_SEQUENCE,
                roi -> roi.set(Tag.ROI_NUMBER, "1").set(Tag.ROI_NAME, "GTV, \"left\"; <1>"))
            .item(
                Tag.STRUCTURE_SET_ROI_SEQUENCE,
                roi -> roi.set(Tag.ROI_NUMBER, "2").set(Tag.ROI_NAME, "empty"))
            .item(
                Tag.ROI_CONTOUR_SEQUENCE,
                roi ->
                    roi.set(Tag.REFERENCED_ROI_NUMBER, "1")
                        .item(
                            Tag.CONTOUR_SEQUENCE,
                            c ->
                                c.set(Tag.CONTOUR_GEOMETRIC_TYPE, "CLOSED_PLANAR")
                                    .set(
                                        Tag.CONTOUR_DATA,
                                        "-1\\-1\\4\\6\\-1\\4\\6\\6\\4\\-1\\6\\4")))
            .item(Tag.ROI_CONTOUR_SEQUENCE, roi -> roi.set(Tag.REFERENCED_ROI_NUMBER, "2"));
    Path file = folder.resolve("rtstruct.dcm");
    set.write(file);
    return file;
  }

  @Test
  void aRegionWithoutContoursIsLeftOutAndTold() throws IOException {
    PetResult result = run(structures());
    assertThat(result.timepoints().get(0).lesions()).hasSize(1);
    assertVoxels(result, "GTV, \"left\"; <1>", 4);
    assertThat(result.timepoints().get(0).warnings())
        .anySatisfy(w -> assertThat(w).contains("region empty", "left out"));
  }

  @Test
  void regionsOfOneNameAndWithoutANameCanBeToldApart() throws IOException {
    DicomWriter set = new DicomWriter().set(Tag.MODALITY, "RTSTRUCT");
    String[] names = {"GTV", "GTV", ""};
    for (int i = 0; i < 3; i++) {
      String number = Integer.toString(i + 1);
      String name = names[i];
      String square = "-1\\-1\\z\\6\\-1\\z\\6\\6\\z\\-1\\6\\z".replace("z", "" + 4 * i);
      set.item(
              Tag.STRUCTURE_SET_ROI_SEQUENCE,
              roi -> roi.set(Tag.ROI_NUMBER, number).set(Tag.ROI_NAME, name))
          .item(
              Tag.ROI_CONTOUR_SEQUENCE,
              roi ->
                  roi.set(Tag.REFERENCED_ROI_NUMBER, number)
                      .item(
                          Tag.CONTOUR_SEQUENCE,
                          c ->
                              c.set(Tag.CONTOUR_GEOMETRIC_TYPE, "CLOSED_PLANAR")
                                  .set(Tag.CONTOUR_DATA, square)));
    }
    Path file = folder.resolve("rtstruct.dcm");
    set.write(file);
    PetResult result = run(file);
    assertVoxels(result, "GTV", 4);
    assertVoxels(result, "GTV 2", 4);
    assertVoxels(result, "region 3", 4);
  }

  @Test
  void petAloneInOneFrameOfReferenceIsFollowedAsItLies() throws IOException {
    // The same counts in half the weight are an SUV of 0.5.
    Path later =
        new PetFixture()
            .set(Tag.SERIES_INSTANCE_UID, "1.2.3.9")
            .set(Tag.PATIENT_WEIGHT, "35")
            .write(folder.resolve("after"));
    PetResult result = run(structures(), later);
    LesionMeasurement followed = result.timepoints().get(1).lesions().get(0);
    assertThat(followed.siteSuvBwMax().orElseThrow()).isCloseTo(0.50, within(0.005));
    assertThat(result.registrations())
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.reason()).contains("share a frame of reference"));
    Verdict percist = result.verdicts().get(0);
    assertThat(percist.category()).isPresent();
    assertThat(percist.reason()).contains("without a CT, new ones can't be told");
  }

  @Test
  void petAloneInAnotherFrameOfReferenceIsNotFollowedAndThatIsTold() throws IOException {
    Path later =
        new PetFixture()
            .set(Tag.SERIES_INSTANCE_UID, "1.2.3.9")
            .set(Tag.FRAME_OF_REFERENCE_UID, "1.2.3.8")
            .write(folder.resolve("after"));
    PetResult result = run(structures(), later);
    LesionMeasurement followed = result.timepoints().get(1).lesions().get(0);
    assertThat(followed.siteSuvBwMax()).isEmpty();
    assertThat(followed.reason()).contains("not registered");
    assertThat(result.registrations()).allSatisfy(r -> assertThat(r.reason()).contains("no CT"));
    assertThat(result.verdicts())
        .allSatisfy(
            v -> {
              assertThat(v.category()).isEmpty();
              assertThat(v.reason()).isNotEmpty();
            });
  }
}
