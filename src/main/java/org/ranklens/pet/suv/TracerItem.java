package org.ranklens.pet.suv;

import java.util.List;
import java.util.Optional;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Tag;

/** The one item of (0054,0016): several that say the same are one. */
final class TracerItem {

  private static final List<Tag> TELLING =
      List.of(
          Tag.RADIOPHARMACEUTICAL,
          Tag.RADIONUCLIDE_TOTAL_DOSE,
          Tag.RADIONUCLIDE_HALF_LIFE,
          Tag.RADIOPHARMACEUTICAL_START_TIME,
          Tag.RADIOPHARMACEUTICAL_START_DATE_TIME);

  private TracerItem() {}

  static DataSet of(DataSet set) throws RefusedException {
    List<DataSet> items = set.items(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE);
    if (items.isEmpty()) {
      throw set.missing(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE);
    }
    DataSet first = items.get(0);
    for (DataSet other : items) {
      Optional<String> difference = difference(first, other);
      if (difference.isPresent()) {
        throw set.refusal(
            "holds %s radiopharmaceuticals that differ in %s: no telling which one is seen"
                .formatted(items.size(), difference.get()),
            Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE,
            "export it again with the one that is seen alone");
      }
    }
    return first;
  }

  /** What two items tell differently; what one of them leaves out counts too. */
  private static Optional<String> difference(DataSet one, DataSet other) throws RefusedException {
    for (Tag tag : TELLING) {
      if (!SameInAll.same(one, other, tag)) {
        return Optional.of(
            "%s (\"%s\" and \"%s\")"
                .formatted(tag.label(), one.stringOrEmpty(tag), other.stringOrEmpty(tag)));
      }
    }
    Tag nuclide = Tag.RADIONUCLIDE_CODE_SEQUENCE;
    return Nuclide.of(one).equals(Nuclide.of(other))
        ? Optional.empty()
        : Optional.of(nuclide.label());
  }
}
