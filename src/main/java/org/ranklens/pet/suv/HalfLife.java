package org.ranklens.pet.suv;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Tag;

/**
 * The half-life of an item of (0054,0016): the header's number, checked against the nuclide that it
 * tells, or the nuclide's where there is none.
 */
final class HalfLife {

  private static final double TOLERANCE = 0.02;
  private static final double CONTRADICTION = 0.1;

  private HalfLife() {}

  /** In seconds, empty where neither a half-life nor a known nuclide is told. */
  static OptionalDouble seconds(DataSet item, Remarks remarks) throws RefusedException {
    double told = item.number(Tag.RADIONUCLIDE_HALF_LIFE).orElse(0);
    Optional<Nuclide> nuclide = Nuclide.of(item);
    if (told < 0) {
      throw item.refusal("is " + told + " s", Tag.RADIONUCLIDE_HALF_LIFE, "");
    }
    if (nuclide.isEmpty()) {
      return told == 0 ? OptionalDouble.empty() : OptionalDouble.of(told);
    }
    if (told == 0) {
      remarks.warn(
          "%s is missing: the %s s of %s taken"
              .formatted(
                  Tag.RADIONUCLIDE_HALF_LIFE.label(),
                  nuclide.get().halfLifeSeconds(),
                  nuclide.get().label()));
      return OptionalDouble.of(nuclide.get().halfLifeSeconds());
    }
    return OptionalDouble.of(checked(item, told, nuclide.get(), remarks));
  }

  private static double checked(DataSet item, double told, Nuclide nuclide, Remarks remarks)
      throws RefusedException {
    if (off(told * 60, nuclide) <= TOLERANCE) {
      remarks.warn(
          "%s %s taken as minutes: %s tells %s"
              .formatted(
                  Tag.RADIONUCLIDE_HALF_LIFE.label(),
                  told,
                  Tag.RADIONUCLIDE_CODE_SEQUENCE.label(),
                  nuclide.label()));
      return told * 60;
    }
    double off = off(told, nuclide);
    if (off > CONTRADICTION) {
      throw item.refusal(
          "is %s s, but the nuclide told is %s, of %s s"
              .formatted(told, nuclide.label(), nuclide.halfLifeSeconds()),
          Tag.RADIONUCLIDE_HALF_LIFE,
          "find out which of both is true and export it again with the header corrected");
    }
    if (off > TOLERANCE) {
      remarks.warn(
          String.format(
              Locale.ROOT,
              "%s %s s is %.1f %% off that of %s",
              Tag.RADIONUCLIDE_HALF_LIFE.label(),
              told,
              off * 100,
              nuclide.label()));
    }
    return told;
  }

  private static double off(double seconds, Nuclide nuclide) {
    return Math.abs(seconds / nuclide.halfLifeSeconds() - 1);
  }
}
