package org.ranklens.pet.response;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * PERCIST 1.0: R. L. Wahl, H. Jacene, Y. Kasamon, M. A. Lodge, From RECIST to PERCIST: evolving
 * considerations for PET response criteria in solid tumors, J Nucl Med 2009;50 Suppl 1:122S-150S.
 */
final class Percist {

  static final double PERCENT = 30;
  static final double UNITS = 0.8;
  static final double TLG_PERCENT = 75;
  private static final int TARGETS = 5;
  private static final double SDS = 2;
  private static final double ROUNDING = 1e-9;
  private static final double LIVERS = 1.5;
  private static final double BLOODS = 2;

  /**
   * What is gone has no more than a tenth above the hottest tenth of the voxels around it. Noise
   * raises single voxels more than a mean over 1 cm3, so what is gone mostly has less than these
   * (in rendered hot marrow and livers 0.6 to 1.05 of it); a tenth leaves room for a rim.
   */
  private static final double AS_AROUND = 1.1;

  private final ScanFindings from;
  private final ScanFindings to;
  private final Change peak;

  private Percist(ScanFindings from, ScanFindings to, Change peak) {
    this.from = from;
    this.to = to;
    this.peak = peak;
  }

  /**
   * Compares the hottest lesion of each scan.
   *
   * @param peak their peaks
   */
  static Ruling judge(ScanFindings from, ScanFindings to, Change peak, List<String> newLesions) {
    Percist percist = new Percist(from, to, peak);
    Ruling ruling = percist.category(newLesions);
    List<String> warnings = new ArrayList<>(ruling.warnings());
    percist.measurable().ifPresent(warnings::add);
    return new Ruling(ruling.category(), ruling.rule(), warnings);
  }

  private Ruling category(List<String> newLesions) {
    if (!newLesions.isEmpty()) {
      return Ruling.of(Category.PMD, "new lesion: " + String.join(", ", newLesions));
    }
    if (peak.risesByMoreThan(PERCENT) && peak.risesByMoreThanUnits(UNITS)) {
      return Ruling.of(
          Category.PMD, "peak of the hottest lesion rises by more than 30 % and 0.8: " + numbers());
    }
    Change tlg = new Change(tlg(from), tlg(to));
    if (tlg.from() > 0 && tlg.risesByMoreThan(TLG_PERCENT) && peak.absolute() >= 0) {
      return Ruling.of(
          Category.PMD,
          text(
                  "TLG of the five hottest lesions rises by more than 75 %% without a decline of the"
                      + " peak: %.1f to %.1f g (%+.1f %%), ",
                  tlg.from(), tlg.to(), tlg.percent())
              + numbers());
    }
    if (allGone()) {
      return Ruling.of(Category.CMR, "no lesion above " + normal() + asAround() + ": " + numbers());
    }
    return decline();
  }

  private Ruling decline() {
    if (!peak.fallsByAtLeast(PERCENT) || !peak.fallsByAtLeastUnits(UNITS)) {
      return Ruling.of(
          Category.SMD,
          "peak of the hottest lesion changes by less than 30 % or 0.8: " + numbers());
    }
    Optional<String> growing = growing();
    if (growing.isPresent()) {
      return Ruling.of(
          Category.SMD,
          "peak of the hottest lesion falls by at least 30 % and 0.8, but "
              + growing.get()
              + ": "
              + numbers());
    }
    return Ruling.of(
        Category.PMR, "peak of the hottest lesion falls by at least 30 % and 0.8: " + numbers());
  }

  private String numbers() {
    return text("%.2f to %.2f (%+.1f %%)", peak.from(), peak.to(), peak.percent());
  }

  private static double tlg(ScanFindings scan) {
    return scan.lesions().stream()
        .sorted(Comparator.comparingDouble(LesionFinding::peak).reversed())
        .limit(TARGETS)
        .mapToDouble(LesionFinding::tlgG)
        .sum();
  }

  /**
   * Below the liver's mean and not to be told from the blood, or else from what surrounds it:
   * within the liver, or in marrow as hot as that, what is gone has the uptake around it.
   */
  private boolean allGone() {
    return to.lesions().stream().noneMatch(this::present);
  }

  private boolean present(LesionFinding lesion) {
    if (reachesLiver(lesion)) {
      return lesion.takesUp() || lesion.peak() > AS_AROUND * lesion.around();
    }
    if (to.blood().isPresent()) {
      ScanFindings.Normal blood = to.blood().get();
      return lesion.takesUp() && lesion.peak() > blood.mean() + SDS * blood.sd();
    }
    return lesion.takesUp();
  }

  private boolean reachesLiver(LesionFinding lesion) {
    return to.liver().isPresent() && lesion.peak() >= to.liver().get().mean();
  }

  private String asAround() {
    List<String> names =
        to.lesions().stream().filter(this::reachesLiver).map(LesionFinding::lesion).toList();
    return names.isEmpty()
        ? ""
        : ", but for what takes up no more than its surroundings (%s)"
            .formatted(String.join(", ", names));
  }

  private String normal() {
    List<String> parts = new ArrayList<>();
    to.liver().ifPresent(l -> parts.add(text("the liver's mean %.2f", l.mean())));
    to.blood().ifPresent(b -> parts.add(text("the blood's %.2f", b.mean() + SDS * b.sd())));
    return parts.isEmpty() ? "what surrounds it" : String.join(" and ", parts);
  }

  private Optional<String> growing() {
    for (LesionFinding now : to.lesions()) {
      Optional<LesionFinding> then = from.lesion(now.lesion());
      if (then.isPresent() && now.takesUp() && then.get().peak() > 0) {
        Change change = new Change(then.get().peak(), now.peak());
        if (change.risesByMoreThan(PERCENT)) {
          return Optional.of(
              text("%s grows by more than 30 %% (%+.1f %%)", now.lesion(), change.percent()));
        }
      }
    }
    return Growth.beyond(PERCENT, from, to);
  }

  /** By the liver; where there is none, by the blood. */
  private Optional<String> measurable() {
    Optional<Double> limit =
        from.liver()
            .map(liver -> LIVERS * liver.mean() + SDS * liver.sd())
            .or(() -> from.blood().map(blood -> BLOODS * blood.mean() + SDS * blood.sd()));
    if (limit.isEmpty()) {
      return Optional.of(
          "without liver and blood, PERCIST can't say whether the lesion is measurable");
    }
    double least = limit.get();
    return peak.from() >= least - ROUNDING
        ? Optional.empty()
        : Optional.of(
            text(
                "the hottest lesion's peak %.2f is below PERCIST's measurable %.2f",
                peak.from(), least));
  }

  private static String text(String format, Object... numbers) {
    return String.format(Locale.ROOT, format, numbers);
  }
}
