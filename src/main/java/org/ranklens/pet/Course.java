package org.ranklens.pet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.ranklens.Execution;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.lesion.Alignment;
import org.ranklens.pet.lesion.CtRegistration;
import org.ranklens.pet.lesion.FoundLesions;
import org.ranklens.pet.lesion.LesionMeasurement;
import org.ranklens.pet.lesion.LesionTracker;
import org.ranklens.pet.lesion.RegistrationRow;
import org.ranklens.pet.lesion.Tracked;
import org.ranklens.pet.lesion.Voi;

/** Follows lesions through the scans, each from the scan in which it was first seen. */
final class Course {

  private final List<ScanLoader.Loaded> scans;
  private final List<FoundLesions> found;
  private final PetSettings settings;
  private final Execution execution;
  private final List<RegistrationRow> registrations = new ArrayList<>();

  /** Whether the scan looked at last could be laid on the first one. */
  private boolean followed = true;

  /** The lesions that were first seen in each scan. */
  private final List<List<Tracked>> firstSeen = new ArrayList<>();

  Course(
      List<ScanLoader.Loaded> scans,
      List<FoundLesions> found,
      PetSettings settings,
      Execution execution) {
    this.scans = scans;
    this.found = found;
    this.settings = settings;
    this.execution = execution;
  }

  /** Returns the rows of each scan. */
  List<List<LesionMeasurement>> follow() {
    List<List<LesionMeasurement>> rows = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (int scan = 0; scan < scans.size(); scan++) {
      List<LesionMeasurement> measured = scan == 0 ? first() : later(scan);
      rows.add(measured);
      firstSeen.add(
          measured.stream()
              .filter(row -> !known.contains(row.lesion()) && (row.isNew() || followed))
              .flatMap(
                  row -> row.voi().map(voi -> new Tracked(row.lesion(), voi, row.isNew())).stream())
              .toList());
      firstSeen.get(scan).forEach(lesion -> known.add(lesion.name()));
    }
    return rows;
  }

  List<RegistrationRow> registrations() {
    return registrations;
  }

  private List<LesionMeasurement> first() {
    return LesionTracker.first(scans.get(0).scan(), found.get(0), settings.lesion());
  }

  private List<LesionMeasurement> later(int scan) {
    List<Tracked> known = new ArrayList<>();
    List<Predicate<Point3>> views = new ArrayList<>();
    Map<String, Alignment> alignments = new HashMap<>();
    for (int origin = 0; origin < scan; origin++) {
      List<Tracked> lesions = firstSeen.get(origin);
      // A scan in which nothing was first seen isn't laid on this one, so it shows no place either.
      if (origin == 0 || !lesions.isEmpty()) {
        Alignment alignment = align(origin, scan, lesions);
        followed = origin == 0 ? alignment.registered() : followed;
        views.add(view(scans.get(origin).scan().suv().geometry(), alignment));
        known.addAll(lesions);
        lesions.forEach(lesion -> alignments.put(lesion.name(), alignment));
      }
    }
    return LesionTracker.later(
        scans.get(scan).scan(), found.get(scan), known, alignments, settings.lesion(), seen(views));
  }

  /** A place was seen where at least half of it lies in the view of an earlier scan. */
  private static Predicate<Voi> seen(List<Predicate<Point3>> views) {
    return voi -> views.stream().anyMatch(view -> voi.partWhere(view) >= 0.5);
  }

  private static Predicate<Point3> view(Geometry earlier, Alignment alignment) {
    return point -> alignment.toEarlier(point).filter(earlier::holds).isPresent();
  }

  private Alignment align(int from, int to, List<Tracked> lesions) {
    Alignment alignment =
        sameFrame(from, to) ? asTheyLie(from, to, lesions) : byBone(from, to, lesions);
    registrations.addAll(alignment.rows());
    return alignment;
  }

  /** Without a CT in both, scans of one frame of reference are known to lie in one space. */
  private boolean sameFrame(int from, int to) {
    String frame = scans.get(from).frameOfReference();
    boolean ct = scans.get(from).scan().ct().isPresent() && scans.get(to).scan().ct().isPresent();
    return !ct && !frame.isEmpty() && frame.equals(scans.get(to).frameOfReference());
  }

  private Alignment asTheyLie(int from, int to, List<Tracked> lesions) {
    return Alignment.asTheyLie(
        scans.get(from).input().timepoint(),
        scans.get(to).input().timepoint(),
        scans.get(from).scan().suv().geometry(),
        lesions);
  }

  private Alignment byBone(int from, int to, List<Tracked> lesions) {
    return CtRegistration.align(
        scans.get(from).input().timepoint(),
        scans.get(from).scan(),
        scans.get(to).input().timepoint(),
        scans.get(to).scan(),
        lesions,
        execution);
  }
}
