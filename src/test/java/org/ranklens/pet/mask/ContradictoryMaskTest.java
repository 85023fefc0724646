package org.ranklens.pet.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ranklens.pet.mask.MaskFixture.square;
import static org.ranklens.pet.mask.MaskFixture.structures;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DicomReader;
import org.ranklens.pet.dicom.DicomWriter;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.dicom.Tag;
import org.ranklens.pet.suv.BodyFactors;
import org.ranklens.pet.suv.SuvVolume;
import org.ranklens.report.NiftiFile;

/** Masks that contradict themselves or the scan; a grid of 8 x 6 x 3 voxels of 2 x 2 x 5 mm. */
class ContradictoryMaskTest {

  private static final Geometry GRID = MaskFixture.GRID;

  /** The slices at 100, 105 and 110 mm. */
  private static final MaskTarget SCAN =
      new MaskTarget(GRID, "1.2.3.5", "P1", Map.of("9.1", 0, "9.2", 1, "9.3", 2));

  @TempDir Path folder;

  private NamedMask read(DicomWriter writer) throws IOException {
    return all(writer).get(0);
  }

  private List<NamedMask> all(DicomWriter writer) throws IOException {
    Path file = folder.resolve("mask.dcm");
    writer.write(file);
    return MaskReader.readAll(file, SCAN, DicomReader.embedded());
  }

  private void assertRefused(DicomWriter writer, String... words) {
    assertThatThrownBy(() -> read(writer))
        .isInstanceOf(RefusedException.class)
        .satisfies(e -> assertThat(e).message().contains(words));
  }

  @Test
  void aContourThatIsMissingWithinARegionIsTold() throws IOException {
    Geometry tall = Geometry.axial(8, 6, 5, new Point3(-8, -6, 100), new Point3(2, 2, 5));
    Path file = folder.resolve("mask.dcm");
    structures(square(-3, 1, 100), square(-3, 1, 105), square(-3, 1, 115), square(-3, 1, 120))
        .write(file);
    NamedMask mask = MaskReader.read(file, MaskTarget.of(tall, ""), DicomReader.embedded()).get(0);
    assertThat(mask.voxels()).isEqualTo(4 * 4);
    assertThat(mask.warnings())
        .singleElement()
        .asString()
        .startsWith("it has no voxel in slice 3 of the PET's 5")
        .contains("may be missing");
  }

  @Test
  void aContourThatStandsThereTwiceDoesNotCancelItself() throws IOException {
    NamedMask mask = read(structures(square(-3, 1, 105), square(-3, 1, 105)));
    assertThat(mask.voxels()).isEqualTo(4);
    assertThat(mask.warnings()).containsExactly("1 of its contours stand there twice: taken once");
  }

  @Test
  void contoursThatCrossOneAnotherAreTold() throws IOException {
    NamedMask mask = read(structures(square(-5, 1, 105), square(-1, 5, 105)));
    // Nine voxels each, one of them shared.
    assertThat(mask.voxels()).isEqualTo(16);
    assertThat(mask.warnings())
        .singleElement()
        .asString()
        .startsWith("contours of it cross one another in 1 plane");
  }

  @Test
  void aContourThatReachesBesideThePetIsTold() throws IOException {
    NamedMask mask = read(structures(square(-3, 100, 105)));
    assertThat(mask.warnings())
        .containsExactly(
            "1 of its 1 contours reach beyond the PET's rows or columns: what lies there isn't"
                + " measured");
  }

  @Test
  void aContourInAnotherSliceThanItsImageIsTold() throws IOException {
    DicomWriter set = structures(square(-3, 1, 110));
    set.inItem(
        Tag.ROI_CONTOUR_SEQUENCE,
        roi ->
            roi.inItem(
                Tag.CONTOUR_SEQUENCE,
                c ->
                    c.item(
                        Tag.CONTOUR_IMAGE_SEQUENCE,
                        i -> i.set(Tag.REFERENCED_SOP_INSTANCE_UID, "9.1"))));
    assertThat(read(set).warnings())
        .singleElement()
        .asString()
        .startsWith("1 of its 1 contours lie in another slice of the PET")
        .contains("(3006,0016) ContourImageSequence");
  }

  @Test
  void aContourOfFewerPointsThanItTellsIsRefused() {
    DicomWriter set = structures(square(-3, 1, 105));
    set.inItem(
        Tag.ROI_CONTOUR_SEQUENCE,
        roi -> roi.inItem(Tag.CONTOUR_SEQUENCE, c -> c.set(Tag.NUMBER_OF_CONTOUR_POINTS, "8")));
    assertRefused(set, "holds 4 points where (3006,0046) NumberOfContourPoints tells 8");
  }

  @Test
  void aRegionThatIsNamedButNotDrawnIsNotLost() throws IOException {
    DicomWriter set =
        structures(square(-3, 1, 105))
            .item(
                Tag.STRUCTURE_SET_ROI_SEQUENCE,
                roi -> roi.set(Tag.ROI_NUMBER, "8").set(Tag.ROI_NAME, "second"));
    assertThat(all(set)).extracting(NamedMask::name).containsExactly("tumour", "second");
    assertThat(all(set)).extracting(NamedMask::voxels).containsExactly(4, 0);
  }

  @Test
  void aMaskOfAnotherPatientIsToldWithoutAnIdentifier() throws IOException {
    assertThat(read(structures(square(-3, 1, 105)).set(Tag.PATIENT_ID, "JOHN")).warnings())
        .singleElement()
        .asString()
        .contains("another patient's scan", "(0010,0020) PatientID")
        .doesNotContain("JOHN", "P1");
  }

  /** Bit 0 of the first frame, at 110 mm, and bit 47 of the second, at 100 mm. */
  private static DicomWriter segmentation() {
    return MaskFixture.segmentation(new short[] {1, 0, 0, 0, 0, (short) 0x8000});
  }

  @Test
  void aSegmentWithoutAFrameIsNotLost() throws IOException {
    DicomWriter seg =
        segmentation()
            .item(
                Tag.SEGMENT_SEQUENCE,
                s -> s.set(Tag.SEGMENT_NUMBER, "2").set(Tag.SEGMENT_LABEL, "hip"));
    assertThat(all(seg)).extracting(NamedMask::name).containsExactly("rib", "hip");
    assertThat(all(seg)).extracting(NamedMask::voxels).containsExactly(2, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "1, is 1, but a pixel holds 255",
    "0, is 0 [(0062",
    "255, ''",
  })
  void aFractionalSegmentationIsHeldToItsGreatestValue(String most, String words)
      throws IOException {
    short[] pixels = new short[48];
    pixels[0] = 0xFF;
    DicomWriter seg =
        MaskFixture.segmentation(pixels)
            .set(Tag.SEGMENTATION_TYPE, "FRACTIONAL")
            .set(Tag.MAXIMUM_FRACTIONAL_VALUE, most)
            .set(Tag.BITS_ALLOCATED, "8")
            .set(Tag.BITS_STORED, "8")
            .set(Tag.HIGH_BIT, "7");
    if (words.isEmpty()) {
      assertThat(read(seg).voxels()).isEqualTo(1);
    } else {
      assertRefused(seg, words);
    }
  }

  @Test
  void aBinarySegmentationOfGreyValuesIsRefused() {
    short[] pixels = new short[48];
    pixels[0] = 0x40;
    DicomWriter seg =
        MaskFixture.segmentation(pixels)
            .set(Tag.BITS_ALLOCATED, "8")
            .set(Tag.BITS_STORED, "8")
            .set(Tag.HIGH_BIT, "7");
    assertRefused(seg, "SegmentationType is BINARY, but a pixel holds 64");
  }

  @Test
  void ofALabelMapEachValueIsASegment() throws IOException {
    short[] pixels = new short[48];
    pixels[0] = 0x0201;
    DicomWriter seg =
        MaskFixture.segmentation(pixels)
            .set(Tag.SEGMENTATION_TYPE, "LABELMAP")
            .set(Tag.BITS_ALLOCATED, "8")
            .set(Tag.BITS_STORED, "8")
            .set(Tag.HIGH_BIT, "7");
    assertThat(all(seg)).extracting(NamedMask::name).containsExactly("rib", "");
    assertThat(all(seg)).extracting(NamedMask::voxels).containsExactly(1, 1);
    assertThat(all(seg).get(1).inside()[GRID.index(1, 0, 2)]).isTrue();
  }

  @Test
  void framesAreAsThickAsTheyStandApart() throws IOException {
    // The fixture's frames stand 10 mm apart and tell 5 mm; 40 mm would reach over all slices.
    for (String thickness : new String[] {"1", "40"}) {
      DicomWriter seg = segmentation();
      seg.inItem(
          Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
          g ->
              g.inItem(
                  Tag.PIXEL_MEASURES_SEQUENCE,
                  i -> i.set(Tag.SLICE_THICKNESS, thickness).set(Tag.SPACING_BETWEEN_SLICES, "5")));
      NamedMask mask = read(seg);
      assertThat(mask.voxels()).isEqualTo(2);
      assertThat(mask.inside()[GRID.index(0, 0, 2)]).isTrue();
      assertThat(mask.inside()[GRID.index(7, 5, 0)]).isTrue();
    }
  }

  @Test
  void framesThatTheirGroupsDoNotFitAreRefused() {
    assertRefused(
        segmentation().set(Tag.NUMBER_OF_FRAMES, "3"),
        "holds 2 items where (0028,0008) NumberOfFrames tells 3");
  }

  @Test
  void whatLiesOutsideOfThePetIsCounted() throws IOException {
    DicomWriter seg = segmentation();
    seg.inItem(
        Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
        f ->
            f.inItem(
                Tag.PLANE_POSITION_SEQUENCE,
                i -> i.set(Tag.IMAGE_POSITION_PATIENT, "-8\\-6\\150")));
    assertThat(read(seg).warnings())
        .containsExactly("50 % of it lie outside of the PET and aren't measured");
  }

  private Path nifti(float... values) throws IOException {
    float[] all = new float[(int) GRID.voxels()];
    System.arraycopy(values, 0, all, 0, values.length);
    Path file = folder.resolve("mask.nii.gz");
    NiftiFile.write(file, new SuvVolume(GRID, all, BodyFactors.unknown()));
    return file;
  }

  private NamedMask mask(Path file) throws IOException {
    return MaskReader.read(file, SCAN, DicomReader.embedded()).get(0);
  }

  private void assertRefused(Path file, String words) {
    assertThatThrownBy(() -> mask(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(words);
  }

  @Test
  void ofAMaskOfProbabilitiesAHalfAndMoreIsInside() throws IOException {
    assertThat(mask(nifti(0.1f, 0.49f, 0.5f, 0.9f, 1)).voxels()).isEqualTo(3);
  }

  @Test
  void aNiftiFileOfMeasurementsIsNoMask() throws IOException {
    assertRefused(nifti(1.37f), "it holds 1.37");
    assertRefused(nifti(-1), "it holds -1.0");
    assertRefused(nifti(Float.POSITIVE_INFINITY), "it holds Infinity");
  }

  @Test
  void theSlopeOfANiftiMaskIsApplied() throws IOException {
    // Stored 200 and 100 of 255: probabilities of 0.78 and 0.39.
    Path file = changed(nifti(200, 100), header -> header.putFloat(112, 1 / 255f));
    assertThat(mask(file).voxels()).isEqualTo(1);
  }

  @Test
  void aNiftiFileOfMoreVoxelsThanItTellsIsRefused() throws IOException {
    Path file = changed(nifti(1), header -> header.putShort(46, (short) 2));
    assertRefused(file, "more voxels than the dimensions");
  }

  @Test
  void aNiftiFileInMicrometresIsRefused() throws IOException {
    assertRefused(changed(nifti(1), header -> header.put(123, (byte) 3)), "micrometres");
  }

  @Test
  void aByteThatChangedWithinAGzippedMaskIsSeen() throws IOException {
    byte[] bytes = Files.readAllBytes(nifti(1, 1, 1));
    // gzip's checksum stands in the eight last bytes.
    bytes[bytes.length - 8] ^= 1;
    Path file = Files.write(folder.resolve("changed.nii.gz"), bytes);
    assertRefused(file, "truncated or damaged");
  }

  @Test
  void ofALabelOnALargerGridWhatThePetDoesNotHoldIsCounted() throws IOException {
    Geometry tall = Geometry.axial(8, 6, 6, new Point3(-8, -6, 100), new Point3(2, 2, 5));
    float[] all = new float[(int) tall.voxels()];
    for (int k = 0; k < 6; k++) {
      all[tall.index(2, 2, k)] = 1;
    }
    Path file = folder.resolve("mask.nii.gz");
    NiftiFile.write(file, new SuvVolume(tall, all, BodyFactors.unknown()));
    assertThat(mask(file).voxels()).isEqualTo(3);
    assertThat(mask(file).warnings())
        .containsExactly("50 % of it lie outside of the PET and aren't measured");
  }

  private static Path changed(Path file, java.util.function.Consumer<ByteBuffer> change)
      throws IOException {
    byte[] bytes;
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      bytes = in.readAllBytes();
    }
    change.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return Files.write(file, out.toByteArray());
  }
}
