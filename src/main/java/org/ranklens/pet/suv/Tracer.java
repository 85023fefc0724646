package org.ranklens.pet.suv;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Tag;

/**
 * What was injected, out of (0054,0016), with the user's word before the header's.
 *
 * @param header the object that holds the sequence
 * @param item the sequence's item
 * @param doseBq administered activity in Bq; one told in MBq is recognised
 * @param halfLifeSeconds of the header, or of the nuclide where the header is silent
 */
record Tracer(DataSet header, DataSet item, OptionalDouble doseBq, OptionalDouble halfLifeSeconds) {

  /** Below this it is MBq: the manual finds peaks at 4e2 and 4e8 in real headers. */
  private static final double MEGABECQUEREL_BELOW = 1e4;

  private static final double SMALLEST_BQ = 1e6;
  private static final double LARGEST_BQ = 1e11;
  private static final double HALF_LIFE_TOLERANCE = 0.02;
  private static final double HALF_LIFE_CONTRADICTION = 0.1;

  static Tracer of(DataSet set, PatientOverrides overrides, Remarks remarks)
      throws RefusedException {
    List<DataSet> items = set.items(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE);
    if (items.isEmpty()) {
      throw set.missing(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE);
    }
    if (items.size() > 1) {
      throw set.refusal(
          "holds " + items.size() + " radiopharmaceuticals: no telling which one is seen",
          Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE,
          "");
    }
    DataSet item = items.get(0);
    OptionalDouble dose = overrides.injectedBq();
    if (dose.isPresent()) {
      remarks.warn(
          "injected activity given as %s MBq in place of %s %s"
              .formatted(
                  dose.getAsDouble() / 1e6,
                  Tag.RADIONUCLIDE_TOTAL_DOSE.label(),
                  item.string(Tag.RADIONUCLIDE_TOTAL_DOSE).orElse("(missing)")));
    } else {
      dose = dose(item, remarks);
    }
    return new Tracer(set, item, dose, halfLife(item, remarks));
  }

  double requireDoseBq() throws RefusedException {
    return doseBq.orElseThrow(
        () ->
            item.refusal(
                "the injected activity is missing or 0",
                Tag.RADIONUCLIDE_TOTAL_DOSE,
                "give it in the manifest's column injected_mbq"));
  }

  Decay requireDecay() throws RefusedException {
    return new Decay(
        halfLifeSeconds.orElseThrow(
            () ->
                item.refusal(
                    "the half-life is missing or 0, and no known nuclide is told",
                    Tag.RADIONUCLIDE_HALF_LIFE,
                    "")));
  }

  String name() {
    return item.string(Tag.RADIOPHARMACEUTICAL)
        .or(
            () ->
                item.item(Tag.RADIOPHARMACEUTICAL_CODE_SEQUENCE)
                    .flatMap(code -> code.string(Tag.CODE_MEANING)))
        .orElse("");
  }

  private static OptionalDouble dose(DataSet item, Remarks remarks) throws RefusedException {
    double told = item.number(Tag.RADIONUCLIDE_TOTAL_DOSE).orElse(0);
    if (told == 0) {
      return OptionalDouble.empty();
    }
    double bq = told > 0 && told < MEGABECQUEREL_BELOW ? told * 1e6 : told;
    if (bq < SMALLEST_BQ || bq > LARGEST_BQ) {
      throw item.refusal(
          "is %s Bq: no activity that is injected".formatted(told),
          Tag.RADIONUCLIDE_TOTAL_DOSE,
          "give it in the manifest's column injected_mbq");
    }
    if (bq != told) {
      remarks.warn("%s %s taken as MBq".formatted(Tag.RADIONUCLIDE_TOTAL_DOSE.label(), told));
    }
    return OptionalDouble.of(bq);
  }

  private static OptionalDouble halfLife(DataSet item, Remarks remarks) throws RefusedException {
    double told = item.number(Tag.RADIONUCLIDE_HALF_LIFE).orElse(0);
    Optional<Nuclide> nuclide = Nuclide.of(item);
    if (told == 0) {
      nuclide.ifPresent(
          n ->
              remarks.warn(
                  "%s is missing: the %s s of %s taken"
                      .formatted(
                          Tag.RADIONUCLIDE_HALF_LIFE.label(), n.halfLifeSeconds(), n.label())));
      return nuclide
          .map(n -> OptionalDouble.of(n.halfLifeSeconds()))
          .orElse(OptionalDouble.empty());
    }
    if (told < 0) {
      throw item.refusal("is " + told + " s", Tag.RADIONUCLIDE_HALF_LIFE, "");
    }
    if (nuclide.isPresent()) {
      checkHalfLife(item, told, nuclide.get(), remarks);
    }
    return OptionalDouble.of(told);
  }

  private static void checkHalfLife(DataSet item, double told, Nuclide nuclide, Remarks remarks)
      throws RefusedException {
    double off = Math.abs(told / nuclide.halfLifeSeconds() - 1);
    if (off > HALF_LIFE_CONTRADICTION) {
      throw item.refusal(
          "is %s s, but the nuclide told is %s, of %s s"
              .formatted(told, nuclide.label(), nuclide.halfLifeSeconds()),
          Tag.RADIONUCLIDE_HALF_LIFE,
          "");
    }
    if (off > HALF_LIFE_TOLERANCE) {
      remarks.warn(
          String.format(
              Locale.ROOT,
              "%s %s s is %.1f %% off that of %s",
              Tag.RADIONUCLIDE_HALF_LIFE.label(),
              told,
              off * 100,
              nuclide.label()));
    }
  }
}
