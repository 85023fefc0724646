package org.ranklens.pet.suv;

import java.util.Arrays;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Series;
import org.ranklens.pet.dicom.Slice;
import org.ranklens.pet.dicom.Tag;

/** What must hold for a whole series is the same in every file of it. */
final class SameInAll {

  private static final Tag[] SERIES = {
    Tag.UNITS,
    Tag.SUV_TYPE,
    Tag.DECAY_CORRECTION,
    Tag.CORRECTED_IMAGE,
    Tag.PATIENT_WEIGHT,
    Tag.PATIENT_SIZE,
    Tag.PATIENT_SEX,
    Tag.PATIENT_ID
  };

  private static final Tag[] INJECTION = {
    Tag.RADIONUCLIDE_TOTAL_DOSE,
    Tag.RADIONUCLIDE_HALF_LIFE,
    Tag.RADIOPHARMACEUTICAL_START_TIME,
    Tag.RADIOPHARMACEUTICAL_START_DATE_TIME
  };

  private SameInAll() {}

  static void require(Series series) throws RefusedException {
    DataSet first = series.first();
    for (Slice slice : series.slices()) {
      DataSet set = slice.attributes().top();
      if (set == first) {
        continue;
      }
      require(SERIES, first, set);
      var one = first.item(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE);
      var other = set.item(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE);
      if (one.isPresent() && other.isPresent()) {
        require(INJECTION, one.get(), other.get());
      }
    }
  }

  private static void require(Tag[] tags, DataSet one, DataSet other) throws RefusedException {
    for (Tag tag : tags) {
      if (!same(one, other, tag)) {
        String expected = one.stringOrEmpty(tag);
        String met = other.stringOrEmpty(tag);
        boolean identifier = tag == Tag.PATIENT_ID;
        throw other.refusal(
            identifier
                ? "the patient differs from the other slices'"
                : "is \"%s\" where other slices of the series have \"%s\"".formatted(met, expected),
            tag,
            "export the series again, complete and alone");
      }
    }
  }

  /** Whether both tell the same; 71 and 71.0 are the same. */
  static boolean same(DataSet one, DataSet other, Tag tag) {
    return one.agrees(other, tag)
        || sameNumbers(one, other, tag)
        || one.stringOrEmpty(tag).equals(other.stringOrEmpty(tag));
  }

  private static boolean sameNumbers(DataSet one, DataSet other, Tag tag) {
    try {
      double[] numbers = one.numbers(tag);
      return numbers.length > 0 && Arrays.equals(numbers, other.numbers(tag));
    } catch (RefusedException e) {
      return false;
    }
  }
}
