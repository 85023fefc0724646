package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.ranklens.Execution;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.lesion.RigidFit.Fit;

/** Registers one scan's CT to another's, rigidly, on bone: the body, then each lesion's place. */
public final class CtRegistration {

  private static final double FINEST_MM = 1.5;
  private static final double[] LEVELS_MM = {8, 4, FINEST_MM};
  private static final double CLEARLY = 0.02;
  private static final int SAMPLES = 20_000;
  private static final int FEWEST = 1_500;
  private static final double LEAST_CORRELATION = 0.6;
  private static final double LEAST_OVERLAP = 0.4;
  private static final double BODY_SHIFT_SD_MM = 100;
  private static final double BODY_TURN_SD_RAD = 1;
  private static final double LESION_MARGIN_MM = 5;

  /** What is smoothed takes on what lies this many sigmas around. */
  private static final double BLUR_REACH_SIGMAS = 1.5;

  private final String fromName;
  private final String toName;
  private final Scan from;
  private final Scan to;
  private final List<Tracked> lesions;

  private CtRegistration(
      String fromName, Scan from, String toName, Scan to, List<Tracked> lesions) {
    this.fromName = fromName;
    this.from = from;
    this.toName = toName;
    this.to = to;
    this.lesions = lesions;
  }

  /**
   * Returns where the lesions of a scan lie in another.
   *
   * @param fromName the earlier scan's time point
   * @param toName the later scan's time point
   */
  public static Alignment align(
      String fromName,
      Scan from,
      String toName,
      Scan to,
      List<Tracked> lesions,
      Execution execution) {
    execution.progress().check();
    return new CtRegistration(fromName, from, toName, to, lesions).run(execution);
  }

  private Alignment run(Execution execution) {
    if (from.anatomy().isEmpty() || to.anatomy().isEmpty()) {
      return failed("there is no CT in both scans");
    }
    BoneImage fixed = BoneImage.of(from.ct().get());
    BoneImage moving = BoneImage.of(to.ct().get());
    boolean[] bone = BoneSamples.mask(fixed);
    BoneSamples samples = samples(fixed, bone, FINEST_MM);
    if (samples.size() < FEWEST) {
      return failed("there is too little bone in view");
    }
    Fit body = body(fixed, bone, moving);
    execution.progress().check();
    if (body.correlation() < LEAST_CORRELATION || body.overlap() < LEAST_OVERLAP) {
      return failed(
          String.format(
              Locale.ROOT,
              "the bones of the two CTs don't fit: correlation %.2f of at least %.1f, %.0f %% in"
                  + " view",
              body.correlation(),
              LEAST_CORRELATION,
              100 * body.overlap()));
    }
    List<RegistrationRow> rows = new ArrayList<>();
    rows.add(row("body", samples.centre(), body, List.of()));
    Map<String, RigidTransform> transforms = new HashMap<>();
    LocalFit local =
        new LocalFit(fixed, moving, bone, from.anatomy().get(), outsideLesions(FINEST_MM));
    for (Tracked lesion : lesions) {
      Point3 centre = lesion.voi().centre();
      LocalFit.Found found = local.around(centre, body.transform());
      transforms.put(lesion.name(), found.fit().transform());
      rows.add(row(lesion.name(), centre, found.fit(), found.warnings()));
    }
    return new Alignment(Optional.of(body.transform()), transforms, rows);
  }

  /** The best of the guesses; that nothing moved is given up only for a clearly better one. */
  private Fit body(BoneImage fixed, boolean[] bone, BoneImage moving) {
    List<RigidFit> levels = new ArrayList<>();
    for (double sigma : LEVELS_MM) {
      levels.add(
          new RigidFit(
              fixed,
              samples(fixed, bone, sigma),
              moving,
              sigma,
              BODY_SHIFT_SD_MM,
              BODY_TURN_SD_RAD));
    }
    RigidFit finest = levels.get(levels.size() - 1);
    Fit still = finest.measure(RigidTransform.identity(new Point3(0, 0, 0)));
    Fit best = still;
    boolean moved = false;
    for (RigidTransform guess : RigidStart.guesses(from.anatomy().get(), to.anatomy().get())) {
      Fit fit = levels.get(0).fit(guess);
      for (RigidFit level : levels.subList(1, levels.size())) {
        fit = level.fit(fit.transform());
      }
      boolean better =
          moved ? fit.correlation() > best.correlation() + CLEARLY : fit.clearlyBetterThan(still);
      if (better && fit.overlap() >= LEAST_OVERLAP) {
        best = fit;
        moved = true;
      }
    }
    return best;
  }

  private BoneSamples samples(BoneImage fixed, boolean[] bone, double sigmaMm) {
    Geometry grid = fixed.fineGrid();
    Predicate<Point3> passes = belowSkull().and(outsideLesions(sigmaMm));
    return BoneSamples.of(bone, grid, BoneSamples.everywhere(grid), SAMPLES, passes);
  }

  /** The head turns on its own; where there are lungs, what lies above them is left out. */
  private Predicate<Point3> belowSkull() {
    OptionalDouble apex = from.anatomy().get().lungTopMm;
    return p -> apex.isEmpty() || p.zMm() < apex.getAsDouble();
  }

  /** Lesions change; they don't tell where the patient is, nor does what is smoothed with them. */
  private Predicate<Point3> outsideLesions(double sigmaMm) {
    double margin = Math.max(LESION_MARGIN_MM, BLUR_REACH_SIGMAS * sigmaMm);
    record Ball(Point3 centre, double radiusMm) {}
    List<Ball> balls = new ArrayList<>();
    for (Tracked lesion : lesions) {
      Voi voi = lesion.voi();
      Point3 centre = voi.centre();
      double radius = 0;
      for (int index : voi.indices()) {
        radius = Math.max(radius, Extent.centre(voi.geometry(), index).distanceTo(centre));
      }
      balls.add(new Ball(centre, radius + margin));
    }
    return p -> balls.stream().noneMatch(b -> b.centre.distanceTo(p) <= b.radiusMm);
  }

  private RegistrationRow row(String voi, Point3 centre, Fit fit, List<String> warnings) {
    return new RegistrationRow(
        fromName,
        toName,
        voi,
        Optional.of(centre),
        Optional.of(fit.transform().apply(centre)),
        OptionalDouble.of(fit.transform().rotationDeg()),
        OptionalDouble.of(fit.correlation()),
        OptionalDouble.of(fit.residualMm()),
        warnings,
        Optional.empty());
  }

  private Alignment failed(String why) {
    RegistrationRow row =
        new RegistrationRow(
            fromName,
            toName,
            "body",
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            List.of(),
            Optional.of(why));
    return new Alignment(Optional.empty(), Map.of(), List.of(row));
  }
}
