package org.ranklens.pet.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Judges the response from one scan to another. */
public final class Response {

  private Response() {}

  /** Returns a verdict by each criterion. */
  public static List<Verdict> compare(
      ScanFindings from, ScanFindings to, ResponseSettings settings) {
    ScanFindings known = to.knownTo(from);
    boolean blind = !to.organsTold() && !known.lesions().isEmpty();
    ScanFindings judged = blind ? known : known.lesions().isEmpty() ? to : to.knownToOrNew(from);
    List<String> leftOut =
        to.lesions().stream()
            .map(LesionFinding::lesion)
            .filter(name -> judged.lesion(name).isEmpty())
            .toList();
    return List.of(percist(from, judged, settings, blind, leftOut), eortc(from, judged, settings));
  }

  private static Verdict percist(
      ScanFindings from,
      ScanFindings to,
      ResponseSettings settings,
      boolean blind,
      List<String> leftOut) {
    Builder row = new Builder(from, to, settings, Criterion.PERCIST_1_0);
    row.metric = from.lean() && to.lean() ? "sul_peak" : "suvbw_peak";
    if (!(from.lean() && to.lean())) {
      row.warnings.add("SUVbw in place of SUL: the patient's height or sex is not known");
    }
    if (blind) {
      row.warnings.add(
          "only the lesions of "
              + from.timepoint()
              + " are compared: without a CT, new ones can't"
              + " be told from physiological uptake");
    }
    if (!blind && !leftOut.isEmpty()) {
      row.warnings.add(
          "not compared, since "
              + from.timepoint()
              + " doesn't show their place: "
              + String.join(", ", leftOut));
    }
    row.from = value(from.hottest().map(LesionFinding::peak));
    row.to = value(to.hottest().map(LesionFinding::peak));
    return row.judged(Percist::judge);
  }

  private static Verdict eortc(ScanFindings from, ScanFindings to, ResponseSettings settings) {
    Builder row = new Builder(from, to, settings, Criterion.EORTC_1999);
    boolean surface = settings.eortcMetric() == ResponseSettings.EortcMetric.SUV_BODY_SURFACE_AREA;
    row.metric = surface ? "suvbsa_max_sum" : "suvbw_max_sum";
    double before = 0;
    double after = 0;
    List<String> missing = new ArrayList<>();
    for (LesionFinding then : from.lesions()) {
      Optional<LesionFinding> now = to.lesion(then.lesion());
      OptionalDouble a = surface ? then.siteSuvBsaMax() : then.siteSuvBwMax();
      OptionalDouble b =
          now.map(n -> surface ? n.siteSuvBsaMax() : n.siteSuvBwMax())
              .orElse(OptionalDouble.empty());
      if (a.isPresent() && b.isPresent()) {
        before += a.getAsDouble();
        after += b.getAsDouble();
      } else {
        missing.add(then.lesion());
      }
    }
    if (!missing.isEmpty() && missing.size() < from.lesions().size()) {
      row.warnings.add("not measured in both scans: " + String.join(", ", missing));
    }
    if (before > 0) {
      row.from = OptionalDouble.of(before);
      row.to = OptionalDouble.of(after);
    }
    return row.judged(Eortc::judge);
  }

  private static OptionalDouble value(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private interface Judge {
    Ruling judge(ScanFindings from, ScanFindings to, Change change, List<String> newLesions);
  }

  /** Collects what a row needs. */
  private static final class Builder {

    private final ScanFindings first;
    private final ScanFindings second;
    private final ResponseSettings settings;
    private final Criterion criterion;
    private final List<String> warnings = new ArrayList<>();
    private String metric = "";
    private OptionalDouble from = OptionalDouble.empty();
    private OptionalDouble to = OptionalDouble.empty();

    private Builder(
        ScanFindings first, ScanFindings second, ResponseSettings settings, Criterion criterion) {
      this.first = first;
      this.second = second;
      this.settings = settings;
      this.criterion = criterion;
    }

    private Verdict judged(Judge judge) {
      warnings.addAll(FdgCheck.warnings(first, second, criterion));
      List<String> newLesions = newLesions();
      if (nothingWasFollowed()) {
        Optional<String> failure = whyNotByTheHottest();
        if (failure.isPresent()) {
          return verdict(Optional.empty(), 0, failure);
        }
        warnings.add(
            "the scans are not registered: the hottest lesion of each is compared; whether one is"
                + " new or grows can't be told");
      }
      if (from.isEmpty() || to.isEmpty()) {
        if (!newLesions.isEmpty()) {
          return verdict(
              Optional.of(Ruling.of(Category.PMD, "new lesion: " + String.join(", ", newLesions))),
              newLesions.size(),
              Optional.empty());
        }
        return verdict(
            Optional.empty(), 0, Optional.of("no lesion was found that could be compared"));
      }
      Change change = new Change(from.getAsDouble(), to.getAsDouble());
      Ruling ruling = judge.judge(first, second, change, newLesions);
      warnings.addAll(ruling.warnings());
      return verdict(Optional.of(ruling), newLesions.size(), Optional.empty());
    }

    /** Scans that aren't registered can still be compared by the hottest lesion of each. */
    private Optional<String> whyNotByTheHottest() {
      String lost = "no lesion of " + first.timepoint() + " could be found again in ";
      String registered = second.timepoint() + " (not registered, or out of view): ";
      if (criterion == Criterion.EORTC_1999) {
        return Optional.of(lost + registered + "EORTC compares their places");
      }
      if (!first.organsTold() || !second.organsTold()) {
        return Optional.of(
            lost
                + registered
                + "without a CT the hottest uptake of each can't be told from organs");
      }
      return from.isPresent() && to.isPresent()
          ? Optional.empty()
          : Optional.of(
              lost + registered + "no lesion takes up there, but theirs may lie out of view");
    }

    private boolean nothingWasFollowed() {
      return !first.lesions().isEmpty()
          && first.lesions().stream().noneMatch(l -> second.lesion(l.lesion()).isPresent());
    }

    private List<String> newLesions() {
      return second.lesions().stream()
          .filter(l -> l.isNew() && l.takesUp() && first.lesion(l.lesion()).isEmpty())
          .map(LesionFinding::lesion)
          .toList();
    }

    private Verdict verdict(Optional<Ruling> ruling, int newLesions, Optional<String> failure) {
      DensityChange density = DensityChange.between(first, second, settings.calcificationHu());
      if (ruling.isPresent() && ruling.get().category() == Category.CMR) {
        density.calcifiedMl().ifPresent(this::warnOfGrowth);
      }
      return new Verdict(
          first.timepoint(),
          second.timepoint(),
          criterion,
          metric,
          from,
          to,
          from.isPresent() && to.isPresent() && from.getAsDouble() > 0
              ? OptionalDouble.of(new Change(from.getAsDouble(), to.getAsDouble()).percent())
              : OptionalDouble.empty(),
          newLesions,
          ruling.map(Ruling::category),
          Comparability.failing(first, second),
          ruling.map(Ruling::rule).orElse(""),
          density.mean(),
          density.median(),
          density.calcifiedMl(),
          density.calcification(),
          warnings,
          failure);
    }

    private void warnOfGrowth(double calcifiedMl) {
      if (calcifiedMl > 1) {
        warnings.add(
            String.format(
                java.util.Locale.ROOT,
                "%.1f ml more are calcified: on CT alone this can look like growth",
                calcifiedMl));
      }
    }
  }
}
