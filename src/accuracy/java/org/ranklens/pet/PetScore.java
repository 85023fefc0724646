package org.ranklens.pet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.lesion.LesionMeasurement;
import org.ranklens.pet.lesion.ReferenceRegion;
import org.ranklens.pet.lesion.RegistrationRow;
import org.ranklens.pet.lesion.UptakeMeasures;
import org.ranklens.pet.response.Verdict;
import org.ranklens.phantom.pet.LesionTruth;
import org.ranklens.phantom.pet.Outcome;
import org.ranklens.phantom.pet.PetTruth;
import org.ranklens.phantom.pet.Places;
import org.ranklens.phantom.pet.Posture;
import org.ranklens.phantom.pet.ScanTruth;
import org.ranklens.phantom.pet.View;

/** How far a result is from what is really in a study; lesser is better in every figure. */
final class PetScore {

  private static final double NEAR_MM = 12;

  private final PetTruth truth;
  private final PetResult result;

  /** The worst of each figure. */
  final Map<String, Double> worst = new TreeMap<>();

  final List<String> remarks = new ArrayList<>();

  private PetScore(PetTruth truth, PetResult result) {
    this.truth = truth;
    this.result = result;
  }

  static PetScore of(PetTruth truth, PetResult result) {
    PetScore score = new PetScore(truth, result);
    score.categories();
    Map<String, String> names = score.baseline();
    score.followup(names);
    score.transforms(names);
    score.liver();
    return score;
  }

  private void note(String figure, double value) {
    worst.merge(figure, value, Math::max);
  }

  private void categories() {
    Outcome outcome = truth.settings().outcome();
    String wanted = outcome == Outcome.NEW ? "PMD" : outcome.name();
    for (Verdict verdict : result.verdicts()) {
      String got = verdict.category().map(Enum::name).orElse("none");
      note("category", got.equals(wanted) ? 0 : 1);
      if (!got.equals(wanted)) {
        remarks.add(
            "%s: %s for %s (%s%s)"
                .formatted(
                    verdict.criterion(),
                    got,
                    wanted,
                    verdict.rule(),
                    verdict.failure().orElse("")));
      }
    }
  }

  /** Returns the row's name by the true lesion's. */
  private Map<String, String> baseline() {
    Map<String, String> names = new TreeMap<>();
    for (LesionTruth lesion : truth.baseline().lesions()) {
      Optional<LesionMeasurement> row = near(lesion, result.timepoints().get(0));
      note("missed", row.isPresent() ? 0 : 1);
      if (row.isEmpty()) {
        remarks.add("missed " + lesion.name());
      } else {
        if (names.containsValue(row.get().lesion())) {
          note("missed", 1);
          remarks.add(lesion.name() + " is one with another");
        }
        names.put(lesion.name(), row.get().lesion());
        UptakeMeasures uptake = row.get().uptake().orElseThrow();
        note("SUVmax %", 100 * Math.abs(uptake.suvBwMax() / lesion.suvMax() - 1));
        note("VOI volume %", 100 * Math.abs(uptake.mtvMl() / lesion.volumeMl() - 1));
      }
    }
    falseOnes(truth.baseline(), result.timepoints().get(0));
    return names;
  }

  private void falseOnes(ScanTruth scan, TimePoint found) {
    for (LesionMeasurement row : found.lesions()) {
      if (row.uptake().isPresent()
          && scan.lesions().stream().noneMatch(l -> distance(l, row) <= NEAR_MM)) {
        note("false", 1);
        remarks.add(
            String.format(
                Locale.ROOT,
                "%s: false %s at %s, SUVmax %.1f, %.1f ml",
                found.name(),
                row.lesion(),
                row.position().orElseThrow(),
                row.uptake().get().suvBwMax(),
                row.uptake().get().mtvMl()));
      }
    }
    note("false", 0);
  }

  private static double distance(LesionTruth lesion, LesionMeasurement row) {
    return row.position()
        .map(p -> p.distanceTo(new Point3(lesion.xMm(), lesion.yMm(), lesion.zMm())))
        .orElse(1e9);
  }

  private static Optional<LesionMeasurement> near(LesionTruth lesion, TimePoint scan) {
    return scan.lesions().stream()
        .filter(row -> distance(lesion, row) <= NEAR_MM)
        .min((a, b) -> Double.compare(distance(lesion, a), distance(lesion, b)));
  }

  private void followup(Map<String, String> names) {
    TimePoint later = result.timepoints().get(1);
    for (LesionTruth lesion : truth.followup().lesions()) {
      if (lesion.name().equals("new")) {
        boolean found =
            later.lesions().stream().anyMatch(r -> r.isNew() && distance(lesion, r) < 8);
        note("missed", found ? 0 : 1);
        if (!found) {
          remarks.add("the new one was missed");
        }
        continue;
      }
      String name = names.getOrDefault(lesion.name(), "");
      later.lesions().stream()
          .filter(row -> row.lesion().equals(name))
          .forEach(row -> site(lesion, row, first(name)));
    }
    falseOnes(truth.followup(), later);
  }

  private LesionMeasurement first(String name) {
    return result.timepoints().get(0).lesions().stream()
        .filter(row -> row.lesion().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void site(LesionTruth lesion, LesionMeasurement later, LesionMeasurement first) {
    if (distance(lesion, later) > NEAR_MM) {
      note("missed", 1);
      remarks.add(lesion.name() + " is followed to a wrong place");
      return;
    }
    double max = later.siteSuvBwMax().orElse(0);
    boolean gone = truth.settings().outcome() == Outcome.CMR;
    note(
        gone ? "site SUVmax where it is gone, %" : "site SUVmax %",
        100 * Math.abs(max / lesion.suvMax() - 1));
    if (first.density().isPresent() && later.density().isPresent()) {
      LesionTruth before =
          truth.baseline().lesions().stream()
              .filter(l -> l.name().equals(lesion.name()))
              .findFirst()
              .orElseThrow();
      double change = lesion.hu() - before.hu();
      double got = later.density().get().huMedian() - first.density().get().huMedian();
      // Of a bound of 5 % of the change, at least 8 HU.
      note("HU change, of its bound", Math.abs(got - change) / Math.max(8, 0.05 * change));
    }
  }

  private void transforms(Map<String, String> names) {
    Posture posture = truth.settings().followupPosture();
    for (RegistrationRow row : result.registrations()) {
      if (row.failure().isPresent()) {
        note("body mm", 99);
        remarks.add("not registered: " + row.failure().get());
        continue;
      }
      Point3 from = row.fromPosition().orElseThrow();
      Point3 to = row.toPosition().orElseThrow();
      boolean body = row.voi().equals("body");
      Posture real = body ? Places.stiff(posture) : posture;
      double[] p = Places.of(real, from.xMm(), from.yMm(), from.zMm());
      double off = to.distanceTo(new Point3(p[0], p[1], p[2]));
      if (body) {
        note("body mm", off);
        double turn = Math.abs(row.rotationDeg().orElseThrow() - Places.turnDegrees(posture));
        note("body degrees", turn);
      } else {
        names.entrySet().stream()
            .filter(e -> e.getValue().equals(row.voi()))
            .forEach(e -> note(onSpine(e.getKey()) ? "spine mm" : "elsewhere mm", off));
      }
    }
  }

  private static boolean onSpine(String lesion) {
    return lesion.startsWith("C") || lesion.startsWith("Th") || lesion.equals("sacrum");
  }

  private void liver() {
    boolean healthy =
        truth.settings().looks().stream()
            .map(Enum::name)
            .noneMatch(look -> look.equals("LIVER_METASTASES") || look.equals("COLD_LIVER"));
    for (int i = 0; i < 2; i++) {
      ScanTruth scan = i == 0 ? truth.baseline() : truth.followup();
      Optional<ReferenceRegion> liver =
          result.timepoints().get(i).references().stream()
              .filter(r -> r.tissue() == ReferenceRegion.Tissue.LIVER)
              .findFirst();
      if (scan.liverMean().isPresent() && healthy) {
        double real = scan.liverMean().getAsDouble();
        // A chest that moved down may leave no room for the sphere; a whole body does.
        boolean mustBeFound = truth.settings().view() == View.WHOLE_BODY;
        liver.ifPresent(r -> note("liver %", 100 * Math.abs(r.suvBwMean() / real - 1)));
        if (liver.isEmpty()) {
          remarks.add("no liver in scan " + (i + 1));
          if (mustBeFound) {
            note("liver %", 99);
          }
        }
      }
    }
  }
}
