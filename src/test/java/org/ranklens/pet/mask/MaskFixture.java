package org.ranklens.pet.mask;

import org.ranklens.pet.dicom.DicomWriter;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.dicom.Tag;

/** Masks on a grid of 8 x 6 x 3 voxels of 2 x 2 x 5 mm. */
public final class MaskFixture {

  /** The grid. */
  public static final Geometry GRID =
      Geometry.axial(8, 6, 3, new Point3(-8, -6, 100), new Point3(2, 2, 5));

  private MaskFixture() {}

  /** Returns an RTSTRUCT of one region. */
  public static DicomWriter structures(String... contours) {
    DicomWriter set =
        new DicomWriter()
            .set(Tag.MODALITY, "RTSTRUCT")
            .item(
                Tag.STRUCTURE_SET_ROI_SEQUENCE,
                roi -> roi.set(Tag.ROI_NUMBER, "7").set(Tag.ROI_NAME, "tumour"));
    return set.item(
        Tag.ROI_CONTOUR_SEQUENCE,
        roi -> {
          roi.set(Tag.REFERENCED_ROI_NUMBER, "7");
          for (String contour : contours) {
            roi.item(
                Tag.CONTOUR_SEQUENCE,
                c ->
                    c.set(Tag.CONTOUR_GEOMETRIC_TYPE, "CLOSED_PLANAR")
                        .set(Tag.CONTOUR_DATA, contour));
          }
        });
  }

  /** Returns a contour in a plane. */
  public static String square(double low, double high, double z) {
    return "%1$s\\%1$s\\%3$s\\%2$s\\%1$s\\%3$s\\%2$s\\%2$s\\%3$s\\%1$s\\%2$s\\%3$s"
        .formatted(low, high, z);
  }

  /** Returns a SEG of two frames of 48 bits, at 110 and at 100 mm. */
  public static DicomWriter segmentation(short[] pixels) {
    DicomWriter seg =
        new DicomWriter()
            .set(Tag.MODALITY, "SEG")
            .set(Tag.SEGMENTATION_TYPE, "BINARY")
            .set(Tag.ROWS, "6")
            .set(Tag.COLUMNS, "8")
            .set(Tag.NUMBER_OF_FRAMES, "2")
            .set(Tag.BITS_ALLOCATED, "1")
            .set(Tag.BITS_STORED, "1")
            .set(Tag.HIGH_BIT, "0")
            .set(Tag.PIXEL_REPRESENTATION, "0")
            .item(
                Tag.SEGMENT_SEQUENCE,
                s -> s.set(Tag.SEGMENT_NUMBER, "1").set(Tag.SEGMENT_LABEL, "rib"))
            .item(
                Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
                g ->
                    g.item(
                            Tag.PLANE_ORIENTATION_SEQUENCE,
                            i -> i.set(Tag.IMAGE_ORIENTATION_PATIENT, "1\\0\\0\\0\\1\\0"))
                        .item(
                            Tag.PIXEL_MEASURES_SEQUENCE,
                            i -> i.set(Tag.PIXEL_SPACING, "2\\2").set(Tag.SLICE_THICKNESS, "5"))
                        .item(
                            Tag.SEGMENT_IDENTIFICATION_SEQUENCE,
                            i -> i.set(Tag.REFERENCED_SEGMENT_NUMBER, "1")));
    for (String z : new String[] {"110", "100"}) {
      seg.item(
          Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
          f ->
              f.item(
                  Tag.PLANE_POSITION_SEQUENCE,
                  i -> i.set(Tag.IMAGE_POSITION_PATIENT, "-8\\-6\\" + z)));
    }
    return seg.pixels(pixels);
  }
}
