package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.ranklens.pet.dicom.Point3;

/** Measures lesions in their first scan, and in later ones where they were. */
public final class LesionTracker {

  private static final double MUCH_AIR_PERCENT = 10;

  private final Scan scan;
  private final FoundLesions found;
  private final LesionSettings settings;
  private final Function<Voi, Optional<String>> whyUntold;

  private LesionTracker(
      Scan scan,
      FoundLesions found,
      LesionSettings settings,
      Function<Voi, Optional<String>> whyUntold) {
    this.scan = scan;
    this.found = found;
    this.settings = settings;
    this.whyUntold = whyUntold;
  }

  /** Returns the rows of the first scan; unnamed lesions are L1, L2... by their SUVmax. */
  public static List<LesionMeasurement> first(
      Scan scan, FoundLesions found, LesionSettings settings) {
    LesionTracker tracker = new LesionTracker(scan, found, settings, voi -> Optional.empty());
    Set<String> taken = new HashSet<>();
    List<LesionMeasurement> rows = new ArrayList<>();
    for (FoundLesion lesion : found.lesions()) {
      String name = unused(lesion.name(), "L", taken);
      rows.add(tracker.own(name, lesion, false));
    }
    return rows;
  }

  /**
   * Returns the rows of a later scan: one per known lesion, then the new ones, N1, N2...
   *
   * @param alignments by the known lesion's name
   * @param whyUntold why it can't be told whether what takes up in a VOI of this scan, and is no
   *     known lesion, is new; empty where it is
   */
  public static List<LesionMeasurement> later(
      Scan scan,
      FoundLesions found,
      List<Tracked> known,
      Map<String, Alignment> alignments,
      LesionSettings settings,
      Function<Voi, Optional<String>> whyUntold) {
    return new LesionTracker(scan, found, settings, whyUntold).later(known, alignments);
  }

  private List<LesionMeasurement> later(List<Tracked> known, Map<String, Alignment> alignments) {
    Map<String, Voi> sites = new HashMap<>();
    for (Tracked lesion : known) {
      Optional.ofNullable(alignments.get(lesion.name()))
          .flatMap(a -> a.of(lesion.name()))
          .flatMap(t -> SiteCarrier.carry(lesion.voi(), t, scan.suv().geometry()))
          .ifPresent(site -> sites.put(lesion.name(), site));
    }
    Continuation goingOn = Continuation.of(known, sites, found.lesions());
    Residual residual = new Residual(scan, found, settings);
    List<LesionMeasurement> rows = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Tracked lesion : known) {
      names.add(lesion.name());
      Voi site = sites.get(lesion.name());
      rows.add(
          site == null
              ? notFollowed(lesion, Optional.ofNullable(alignments.get(lesion.name())))
              : carried(lesion, site, goingOn.of(lesion.name()), residual));
    }
    for (FoundLesion lesion : found.lesions()) {
      if (!goingOn.holds(lesion)) {
        rows.add(unmatched(lesion, names));
      }
    }
    return rows;
  }

  /** New is what is no known lesion and can be told from what takes up in health. */
  private LesionMeasurement unmatched(FoundLesion lesion, Set<String> names) {
    boolean told = !settings.excludePhysiological() || scan.ct().isPresent();
    Optional<String> untold =
        told
            ? whyUntold.apply(lesion.voi())
            : Optional.of("without a CT it can't be told whether it is new or physiological");
    if (untold.isEmpty()) {
      return own(unused(lesion.name(), "N", names), lesion, true);
    }
    List<String> warnings = new ArrayList<>(lesion.warnings());
    warnings.add(untold.get());
    return own(free("U", names), new FoundLesion("", lesion.voi(), warnings), false);
  }

  private static String unused(String name, String letter, Set<String> taken) {
    return !name.isEmpty() && taken.add(name) ? name : free(letter, taken);
  }

  private static String free(String letter, Set<String> taken) {
    int number = 1;
    while (!taken.add(letter + number)) {
      number++;
    }
    return letter + number;
  }

  private LesionMeasurement own(String name, FoundLesion lesion, boolean isNew) {
    List<String> warnings = new ArrayList<>(lesion.warnings());
    Voi voi = lesion.voi();
    warnAtEdge(voi, warnings);
    return new LesionMeasurement(
        name,
        Optional.of(voi.centre()),
        Optional.of(voi),
        Optional.of(voi),
        Optional.of(UptakeMeter.measure(scan.suv(), voi)),
        OptionalDouble.of(UptakeMeter.max(scan.suv(), voi)),
        density(voi, warnings),
        isNew,
        warnings,
        Optional.empty());
  }

  private static LesionMeasurement notFollowed(Tracked lesion, Optional<Alignment> alignment) {
    boolean registered = alignment.map(Alignment::registered).orElse(false);
    return new LesionMeasurement(
        lesion.name(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        lesion.isNew(),
        List.of(),
        Optional.of(
            registered
                ? "its place lies outside this scan's view"
                : "its place is not known: the scans are not registered"));
  }

  private LesionMeasurement carried(
      Tracked lesion, Voi site, Optional<FoundLesion> match, Residual residual) {
    List<String> warnings = new ArrayList<>();
    match.ifPresent(m -> warnings.addAll(m.warnings()));
    Optional<Voi> voi = match.map(FoundLesion::voi).or(() -> residual.find(site));
    Point3 position = voi.orElse(site).centre();
    warnAtEdge(voi.orElse(site), warnings);
    return new LesionMeasurement(
        lesion.name(),
        Optional.of(position),
        voi,
        Optional.of(site),
        voi.map(v -> UptakeMeter.measure(scan.suv(), v)),
        OptionalDouble.of(UptakeMeter.max(scan.suv(), site)),
        density(site, warnings),
        lesion.isNew(),
        warnings,
        Optional.empty());
  }

  private static void warnAtEdge(Voi voi, List<String> warnings) {
    int[] box = Extent.box(voi.indices(), voi.geometry());
    if (box[4] == 0 || box[5] == voi.geometry().slices() - 1) {
      warnings.add("it reaches the PET's first or last slice: what lies beyond isn't measured");
    }
  }

  private Optional<DensityMeasures> density(Voi voi, List<String> warnings) {
    if (scan.ct().isEmpty()) {
      warnings.add("no CT of the PET's frame of reference: no HU");
      return Optional.empty();
    }
    Optional<DensityMeasures> density = DensityMeter.measure(scan.ct().get(), voi, settings);
    if (density.isEmpty()) {
      warnings.add("the CT doesn't cover it: no HU");
      return density;
    }
    warn(warnings, "air (lung beside it, or PET and CT displaced)", density.get().airPercent());
    warn(warnings, "outside the CT", density.get().outsidePercent());
    if (density.get().metalMl() > 0) {
      warnings.add(
          String.format(
              Locale.ROOT, "%.2f ml of it are metal and left out", density.get().metalMl()));
    }
    return density;
  }

  private static void warn(List<String> warnings, String what, double percent) {
    if (percent > MUCH_AIR_PERCENT) {
      warnings.add(String.format(Locale.ROOT, "%.0f %% of it is %s", percent, what));
    }
  }
}
