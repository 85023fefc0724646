package org.ranklens.pet.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * EORTC: H. Young et al., Measurement of clinical and subclinical tumour response using
 * [18F]-fluorodeoxyglucose and positron emission tomography: review and 1999 EORTC recommendations,
 * Eur J Cancer 1999;35:1773-1782. Of several lesions the sum is compared.
 */
final class Eortc {

  private static final double PROGRESSION_PERCENT = 25;
  private static final double FIRST_CYCLE_PERCENT = 15;
  private static final double LATER_PERCENT = 25;
  private static final double EXTENT_PERCENT = 20;

  private Eortc() {}

  /**
   * Compares the uptake within the regions of the first scan.
   *
   * @param sum sums of the lesions' SUVmax
   */
  static Ruling judge(ScanFindings from, ScanFindings to, Change sum, List<String> newLesions) {
    String numbers =
        String.format(Locale.ROOT, "%.2f to %.2f (%+.1f %%)", sum.from(), sum.to(), sum.percent());
    if (!newLesions.isEmpty()) {
      return Ruling.of(Category.PMD, "new lesion: " + String.join(", ", newLesions));
    }
    if (sum.risesByMoreThan(PROGRESSION_PERCENT)) {
      return Ruling.of(Category.PMD, "SUVmax rises by more than 25 %: " + numbers);
    }
    Optional<String> extent = Growth.beyond(EXTENT_PERCENT, from, to);
    if (extent.isPresent()) {
      return Ruling.of(Category.PMD, extent.get() + ": " + numbers);
    }
    if (to.lesions().stream().noneMatch(LesionFinding::takesUp)) {
      return Ruling.of(Category.CMR, "no lesion can be told from what surrounds it: " + numbers);
    }
    return decline(sum, to.cycles(), numbers);
  }

  private static Ruling decline(Change sum, OptionalInt cycles, String numbers) {
    if (cycles.isPresent() && cycles.getAsInt() <= 1) {
      return sum.fallsByAtLeast(FIRST_CYCLE_PERCENT)
          ? Ruling.of(Category.PMR, "SUVmax falls by at least 15 % after one cycle: " + numbers)
          : Ruling.of(Category.SMD, "SUVmax falls by less than 15 %: " + numbers);
    }
    List<String> warnings = new ArrayList<>();
    if (cycles.isEmpty() && sum.fallsByAtLeast(FIRST_CYCLE_PERCENT)) {
      warnings.add("cycles of therapy aren't told: the rule for more than one is used");
    }
    return sum.fallsByMoreThan(LATER_PERCENT)
        ? new Ruling(Category.PMR, "SUVmax falls by more than 25 %: " + numbers, warnings)
        : new Ruling(Category.SMD, "SUVmax falls by no more than 25 %: " + numbers, warnings);
  }
}
