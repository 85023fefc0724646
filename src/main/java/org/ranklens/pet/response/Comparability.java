package org.ranklens.pet.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.ranklens.pet.suv.ScanConditions;

/**
 * PERCIST's conditions for comparing two scans (Wahl 2009), as far as the headers tell, and that
 * they are of one patient and in order.
 */
final class Comparability {

  private static final double LIVER_PERCENT = 20;
  private static final double LIVER_UNITS = 0.3;
  private static final double UPTAKE_APART_MIN = 15;
  private static final double UPTAKE_FROM_MIN = 50;
  private static final double UPTAKE_TO_MIN = 70;
  private static final double ACTIVITY_PERCENT = 20;

  private Comparability() {}

  /** Returns the conditions that fail, in words. */
  static List<String> failing(ScanFindings from, ScanFindings to) {
    List<String> failing = new ArrayList<>();
    ScanConditions a = from.conditions();
    ScanConditions b = to.conditions();
    samePatientInOrder(from, to, failing);
    liver(from, to, failing);
    uptake(a, b, failing);
    if (!a.manufacturer().equals(b.manufacturer()) || !a.model().equals(b.model())) {
      failing.add("scanners differ (" + scanner(a) + ", " + scanner(b) + ")");
    }
    if (!a.reconstruction().equals(b.reconstruction())) {
      failing.add(
          "reconstructions differ (" + a.reconstruction() + ", " + b.reconstruction() + ")");
    }
    if (!a.radiopharmaceutical().equals(b.radiopharmaceutical())) {
      failing.add(
          "tracers differ (" + a.radiopharmaceutical() + ", " + b.radiopharmaceutical() + ")");
    }
    activity(a.administeredBq(), b.administeredBq(), failing);
    return failing;
  }

  /** What no criterion asks for, since nobody would compare such scans on purpose. */
  private static void samePatientInOrder(ScanFindings from, ScanFindings to, List<String> failing) {
    ScanConditions a = from.conditions();
    ScanConditions b = to.conditions();
    if (!a.patientHash().isEmpty()
        && !b.patientHash().isEmpty()
        && !a.patientHash().equals(b.patientHash())) {
      failing.add("the headers tell two patients (0010,0020)");
    }
    if (a.date().isPresent() && b.date().isPresent() && b.date().get().isBefore(a.date().get())) {
      failing.add(
          "by the headers %s (%s) is earlier than %s (%s)"
              .formatted(to.timepoint(), b.date().get(), from.timepoint(), a.date().get()));
    }
  }

  private static void liver(ScanFindings from, ScanFindings to, List<String> failing) {
    if (from.liver().isEmpty() || to.liver().isEmpty()) {
      failing.add("the liver was not measured in both scans");
      return;
    }
    double a = from.liver().get().mean();
    double b = to.liver().get().mean();
    if (Math.abs(b - a) > LIVER_UNITS || Math.abs(b - a) > LIVER_PERCENT / 100 * a) {
      failing.add(
          String.format(Locale.ROOT, "liver %.2f and %.2f differ by more than 20 %% or 0.3", a, b));
    }
  }

  private static void uptake(ScanConditions a, ScanConditions b, List<String> failing) {
    if (a.uptakeMinutes().isEmpty() || b.uptakeMinutes().isEmpty()) {
      failing.add("uptake times are not known");
      return;
    }
    double first = a.uptakeMinutes().getAsDouble();
    double second = b.uptakeMinutes().getAsDouble();
    if (Math.abs(second - first) > UPTAKE_APART_MIN) {
      failing.add(
          String.format(
              Locale.ROOT, "uptake times %.0f and %.0f min differ by over 15", first, second));
    }
    for (double minutes : new double[] {first, second}) {
      if (minutes < UPTAKE_FROM_MIN || minutes > UPTAKE_TO_MIN) {
        failing.add(String.format(Locale.ROOT, "uptake time %.0f min is not 50 to 70", minutes));
      }
    }
  }

  private static void activity(OptionalDouble a, OptionalDouble b, List<String> failing) {
    if (a.isPresent()
        && b.isPresent()
        && Math.abs(b.getAsDouble() - a.getAsDouble()) > ACTIVITY_PERCENT / 100 * a.getAsDouble()) {
      failing.add(
          String.format(
              Locale.ROOT,
              "activities %.0f and %.0f MBq differ by more than 20 %%",
              a.getAsDouble() / 1e6,
              b.getAsDouble() / 1e6));
    }
  }

  private static String scanner(ScanConditions conditions) {
    return (conditions.manufacturer() + " " + conditions.model()).strip();
  }
}
