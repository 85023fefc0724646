package org.ranklens.pet.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ranklens.pet.mask.MaskFixture.square;
import static org.ranklens.pet.mask.MaskFixture.structures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DicomReader;
import org.ranklens.pet.dicom.DicomWriter;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.dicom.Tag;
import org.ranklens.pet.suv.BodyFactors;
import org.ranklens.pet.suv.SuvVolume;
import org.ranklens.report.NiftiFile;

/** Masks of every kind on a grid of 8 x 6 x 3 voxels of 2 x 2 x 5 mm. */
class MaskReaderTest {

  private static final Geometry GRID = MaskFixture.GRID;

  @TempDir Path folder;

  private List<NamedMask> read(DicomWriter writer) throws IOException {
    Path file = folder.resolve("mask.dcm");
    writer.write(file);
    return MaskReader.read(file, MaskTarget.of(GRID, "1.2.3.5"), DicomReader.embedded());
  }

  @Test
  void aContourHoldsTheVoxelsWhoseCentresItEncloses() throws IOException {
    NamedMask mask = read(structures(square(-3, 1, 105))).get(0);
    assertThat(mask.name()).isEqualTo("tumour");
    // Centres at -2 and 0 in x and in y.
    assertThat(mask.voxels()).isEqualTo(4);
    assertThat(mask.inside()[GRID.index(3, 2, 1)]).isTrue();
  }

  @Test
  void regionsThatTouchAtVoxelCentresShareNone() throws IOException {
    NamedMask low = read(structures(square(-4, 0, 105))).get(0);
    NamedMask high = read(structures(square(0, 4, 105))).get(0);
    assertThat(low.voxels()).isEqualTo(4);
    for (int i = 0; i < low.inside().length; i++) {
      assertThat(low.inside()[i] && high.inside()[i]).isFalse();
    }
  }

  @Test
  void aContourWithinAContourIsAHole() throws IOException {
    NamedMask mask = read(structures(square(-5, 5, 100), square(-1, 1, 100))).get(0);
    assertThat(mask.voxels()).isEqualTo(25 - 1);
    assertThat(mask.inside()[GRID.index(4, 3, 0)]).isFalse();
  }

  @Test
  void aContourBetweenSlicesBelongsToTheNearer() throws IOException {
    NamedMask mask = read(structures(square(-3, 1, 107))).get(0);
    assertThat(mask.inside()[GRID.index(3, 2, 1)]).isTrue();
  }

  @Test
  void contoursOfThinnerSlicesDontCancelOneAnother() throws IOException {
    // Drawn on a CT of 2 mm: two or three of them fall into each slice of 5 mm.
    NamedMask mask =
        read(structures(
                square(-3, 1, 99),
                square(-3, 1, 101),
                square(-3, 1, 103),
                square(-3, 1, 105),
                square(-3, 1, 107),
                square(-3, 1, 109),
                square(-3, 1, 111)))
            .get(0);
    assertThat(mask.voxels()).isEqualTo(3 * 4);
  }

  @Test
  void contoursOfThickerSlicesLeaveNoGap() throws IOException {
    NamedMask mask = read(structures(square(-3, 1, 100), square(-5, 5, 110))).get(0);
    // The middle slice lies in the middle of both and takes the lower.
    assertThat(mask.voxels()).isEqualTo(4 + 4 + 25);
  }

  @Test
  void partsOfARegionFarFromOneAnotherStayApart() throws IOException {
    Geometry tall = Geometry.axial(8, 6, 12, new Point3(-8, -6, 100), new Point3(2, 2, 5));
    Path file = folder.resolve("mask.dcm");
    structures(square(-3, 1, 100), square(-3, 1, 105), square(-3, 1, 140), square(-3, 1, 145.0004))
        .write(file);
    NamedMask mask = MaskReader.read(file, MaskTarget.of(tall, ""), DicomReader.embedded()).get(0);
    assertThat(mask.voxels()).isEqualTo(4 * 4);
  }

  @Test
  void pointsAndOpenContoursEncloseNothingAndAreTold() throws IOException {
    DicomWriter set = structures(square(-3, 1, 105));
    set.inItem(
        Tag.ROI_CONTOUR_SEQUENCE,
        roi ->
            roi.item(
                Tag.CONTOUR_SEQUENCE,
                c ->
                    c.set(Tag.CONTOUR_GEOMETRIC_TYPE, "POINT").set(Tag.CONTOUR_DATA, "0\\0\\105")));
    NamedMask mask = read(set).get(0);
    assertThat(mask.voxels()).isEqualTo(4);
    assertThat(mask.warnings()).singleElement().asString().contains("1 points or open contours");
  }

  @Test
  void aRegionOfAnotherFrameOfReferenceIsTold() throws IOException {
    DicomWriter set = structures(square(-3, 1, 105));
    set.inItem(
        Tag.STRUCTURE_SET_ROI_SEQUENCE,
        roi -> roi.set(Tag.REFERENCED_FRAME_OF_REFERENCE_UID, "9.9"));
    assertThat(read(set).get(0).warnings())
        .singleElement()
        .asString()
        .contains("another frame of reference")
        .contains("(3006,0024)");
  }

  @Test
  void eachLabelOfANiftiMaskIsARegion() throws IOException {
    float[] values = new float[(int) GRID.voxels()];
    values[GRID.index(5, 1, 2)] = 2;
    values[GRID.index(6, 1, 2)] = 7;
    values[GRID.index(1, 1, 0)] = 7;
    Path file = folder.resolve("labels.nii.gz");
    NiftiFile.write(file, new SuvVolume(GRID, values, BodyFactors.unknown()));
    List<NamedMask> masks = MaskReader.read(file, MaskTarget.of(GRID, ""), DicomReader.embedded());
    assertThat(masks).extracting(NamedMask::name).containsExactly("label 2", "label 7");
    assertThat(masks).extracting(NamedMask::voxels).containsExactly(1, 2);
  }

  @Test
  void aSegmentationMarksItsVoxels() throws IOException {
    // 48 bits a frame: bit 0 of the first frame, bit 47 of the second.
    NamedMask mask =
        read(MaskFixture.segmentation(new short[] {1, 0, 0, 0, 0, (short) 0x8000})).get(0);
    assertThat(mask.name()).isEqualTo("rib");
    assertThat(mask.voxels()).isEqualTo(2);
    assertThat(mask.inside()[GRID.index(0, 0, 2)]).isTrue();
    assertThat(mask.inside()[GRID.index(7, 5, 0)]).isTrue();
  }

  @Test
  void aNiftiFileThatRanklensWroteComesBackAsItWas() throws IOException {
    float[] values = new float[(int) GRID.voxels()];
    values[GRID.index(5, 1, 2)] = 3;
    Path file = folder.resolve("suv.nii.gz");
    NiftiFile.write(file, new SuvVolume(GRID, values, BodyFactors.unknown()));
    NamedMask mask =
        MaskReader.read(file, MaskTarget.of(GRID, "1.2.3.5"), DicomReader.embedded()).get(0);
    assertThat(mask.voxels()).isEqualTo(1);
    assertThat(mask.inside()[GRID.index(5, 1, 2)]).isTrue();
  }

  @Test
  void aMaskElsewhereIsRefused() {
    assertThatThrownBy(() -> read(structures(square(500, 510, 105))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no region");
  }

  @Test
  void whatIsNoMaskIsRefused() throws IOException {
    Path file = folder.resolve("mask.txt");
    Files.writeString(file, "no mask");
    assertThatThrownBy(
            () -> MaskReader.read(file, MaskTarget.of(GRID, "1.2.3.5"), DicomReader.embedded()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("neither RTSTRUCT nor SEG nor NIfTI");
  }

  @Test
  void aContourFarOutsideOfThePetIsToldAndMakesTheOthersNoThicker() throws IOException {
    NamedMask mask = read(structures(square(-3, 1, 105), square(-3, 1, 900))).get(0);
    assertThat(mask.voxels()).isEqualTo(4);
    assertThat(mask.warnings())
        .containsExactly("1 of its 2 contours lie far above or below the PET");
  }

  @Test
  void aContourAtAnAbsurdPlaceIsRefused() {
    assertThatThrownBy(() -> read(structures(square(-3, 1e30, 105))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("(3006,0050) ContourData")
        .hasMessageContaining("holds the place 1.0E30 mm");
  }
}
