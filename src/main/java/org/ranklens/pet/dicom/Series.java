package org.ranklens.pet.dicom;

import java.io.IOException;
import java.util.List;

/**
 * The slices of one series, one image each; that they make a volume shows only when its geometry is
 * asked for.
 *
 * @param modality {@code PT}, {@code CT} or another of (0008,0060)
 * @param seriesUid (0020,000E)
 * @param studyUid (0020,000D)
 * @param frameOfReferenceUid (0020,0052), or empty
 * @param description (0008,103E), or empty
 * @param number (0020,0011), or empty
 * @param slices in no order that matters
 * @param remarks what was passed over in it, such as duplicates
 */
public record Series(
    String modality,
    String seriesUid,
    String studyUid,
    String frameOfReferenceUid,
    String description,
    String number,
    List<Slice> slices,
    List<String> remarks) {

  public Series {
    slices = List.copyOf(slices);
    remarks = List.copyOf(remarks);
    if (slices.isEmpty()) {
      throw new IllegalArgumentException("a series needs a slice");
    }
  }

  /** Returns the attributes of its first slice, for what holds for the whole series. */
  public DataSet first() {
    return slices.get(0).attributes().top();
  }

  /** Returns how a message names the series: modality, description and number, no identifiers. */
  public String label() {
    return modality
        + " series"
        + (number.isEmpty() ? "" : " " + number)
        + (description.isEmpty() ? "" : " \"" + description + "\"");
  }

  /**
   * Returns the slices as a volume, sorted by position along the normal.
   *
   * @throws org.ranklens.RefusedException where they make none: the message names the slice
   */
  public SliceStack stack() throws IOException {
    return StackBuilder.build(this);
  }
}
