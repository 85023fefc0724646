package org.ranklens.pet.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How the density changed, over all lesions that were measured in both scans. */
record DensityChange(
    OptionalDouble mean,
    OptionalDouble median,
    OptionalDouble calcifiedMl,
    Optional<Calcification> calcification) {

  static DensityChange between(ScanFindings from, ScanFindings to, double leastHu) {
    List<LesionFinding.Density> before = new ArrayList<>();
    List<LesionFinding.Density> after = new ArrayList<>();
    for (LesionFinding now : to.lesions()) {
      Optional<LesionFinding.Density> then =
          from.lesion(now.lesion()).flatMap(LesionFinding::density);
      if (then.isPresent() && now.density().isPresent()) {
        before.add(then.get());
        after.add(now.density().get());
      }
    }
    int n = after.size();
    if (n == 0) {
      return new DensityChange(
          OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
    }
    double mean = 0;
    double median = 0;
    double ml = 0;
    for (int i = 0; i < n; i++) {
      mean += (after.get(i).huMean() - before.get(i).huMean()) / n;
      median += (after.get(i).huMedian() - before.get(i).huMedian()) / n;
      ml += after.get(i).calcifiedMl() - before.get(i).calcifiedMl();
    }
    return new DensityChange(
        OptionalDouble.of(mean),
        OptionalDouble.of(median),
        OptionalDouble.of(ml),
        Optional.of(name(median, leastHu)));
  }

  private static Calcification name(double change, double leastHu) {
    if (change >= leastHu) {
      return Calcification.INCREASED;
    }
    return change <= -leastHu ? Calcification.DECREASED : Calcification.STABLE;
  }
}
