package org.ranklens.pet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ranklens.Execution;
import org.ranklens.pet.lesion.Alignment;
import org.ranklens.pet.lesion.CtRegistration;
import org.ranklens.pet.lesion.FoundLesions;
import org.ranklens.pet.lesion.LesionMeasurement;
import org.ranklens.pet.lesion.LesionTracker;
import org.ranklens.pet.lesion.RegistrationRow;
import org.ranklens.pet.lesion.Tracked;

/** Follows lesions through the scans, each from the scan in which it was first seen. */
final class Course {

  private final List<ScanLoader.Loaded> scans;
  private final List<FoundLesions> found;
  private final PetSettings settings;
  private final Execution execution;
  private final List<RegistrationRow> registrations = new ArrayList<>();

  /** Whether the first scan could be registered to the one looked at last. */
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
    EarlierScans earlier =
        new EarlierScans(
            scans.subList(0, scan), firstSeen, from -> align(from, scan, firstSeen.get(from)));
    followed = earlier.alignment(0).registered();
    List<Tracked> known = new ArrayList<>();
    Map<String, Alignment> alignments = new HashMap<>();
    for (int origin = 0; origin < scan; origin++) {
      for (Tracked lesion : firstSeen.get(origin)) {
        known.add(lesion);
        alignments.put(lesion.name(), earlier.alignment(origin));
      }
    }
    return LesionTracker.later(
        scans.get(scan).scan(),
        found.get(scan),
        known,
        alignments,
        settings.lesion(),
        earlier::whyUntold);
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
