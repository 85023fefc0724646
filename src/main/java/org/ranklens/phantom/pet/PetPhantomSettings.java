package org.ranklens.phantom.pet;

import java.time.LocalDateTime;
import java.util.Set;

/**
 * Everything that decides a synthetic PET/CT study; equal settings give equal bytes.
 *
 * @param seed of all noise and identifiers
 * @param view how much of the body
 * @param looks what is unusual about the patient or the scan
 * @param outcome what therapy did
 * @param vendor whose headers
 * @param decay what the PET is corrected to
 * @param syntax how the files are encoded
 * @param noiseFraction noise of the PET, relative to the uptake, 0 to 0.5
 * @param followupPosture how the patient lies at follow-up
 * @param baseline the first visit
 * @param followup the second visit
 * @param messy all files of a visit in one folder, in no order, some without extension
 */
public record PetPhantomSettings(
    long seed,
    View view,
    Set<Look> looks,
    Outcome outcome,
    Vendor vendor,
    Decay decay,
    Syntax syntax,
    double noiseFraction,
    Posture followupPosture,
    ScanSettings baseline,
    ScanSettings followup,
    boolean messy) {

  /** The patient of all phantoms. */
  static final double HEIGHT_M = 1.81;

  /** Half-life of fluorine-18 as headers have it, in seconds. */
  static final double HALF_LIFE_SECONDS = 6586.2;

  public PetPhantomSettings {
    looks = Set.copyOf(looks);
    if (!(noiseFraction >= 0 && noiseFraction <= 0.5)) {
      throw new IllegalArgumentException(
          "noiseFraction is " + noiseFraction + ", allowed is 0 to 0.5");
    }
  }

  /** A small chest study: GE headers, decay corrected to the start, hardly moved. */
  public static PetPhantomSettings chest(long seed, Outcome outcome) {
    VoxelGrid pet = VoxelGrid.centred(96, 54, 4, 4, -20);
    VoxelGrid ct = VoxelGrid.centred(160, 54, 2.4, 4, -20);
    return new PetPhantomSettings(
        seed,
        View.CHEST,
        Set.of(),
        outcome,
        Vendor.GE,
        Decay.START,
        Syntax.EXPLICIT_LITTLE_ENDIAN,
        0.03,
        new Posture(3, -2, 4, 0.5, 0.5, 1, 0),
        visit(LocalDateTime.of(2024, 3, 5, 9, 12), 3720, 372e6, 78.5, pet, ct),
        visit(LocalDateTime.of(2024, 9, 17, 10, 3), 3660, 365e6, 80.0, pet, ct),
        false);
  }

  /** A whole body from thighs to head, the follow-up moved, bent and on another grid. */
  public static PetPhantomSettings wholeBody(long seed, Outcome outcome) {
    PetPhantomSettings chest = chest(seed, outcome);
    return new PetPhantomSettings(
        seed,
        View.WHOLE_BODY,
        Set.of(),
        outcome,
        Vendor.SIEMENS,
        Decay.START,
        Syntax.EXPLICIT_LITTLE_ENDIAN,
        0.05,
        new Posture(8, -6, 15, 2, -2, 4, 5),
        visit(
            chest.baseline.injection(),
            3720,
            372e6,
            78.5,
            VoxelGrid.centred(128, 208, 4.07, 5, -600),
            VoxelGrid.centred(192, 208, 2.6, 5, -600)),
        visit(
            chest.followup.injection(),
            3660,
            365e6,
            80.0,
            VoxelGrid.centred(144, 260, 3.65, 4, -590),
            VoxelGrid.centred(192, 260, 2.6, 4, -590)),
        true);
  }

  /** The pelvis alone of the whole body: neither lungs nor liver in view. */
  public static PetPhantomSettings pelvis(long seed, Outcome outcome) {
    PetPhantomSettings body = wholeBody(seed, outcome);
    return new PetPhantomSettings(
            seed,
            View.PELVIS,
            Set.of(),
            outcome,
            body.vendor,
            body.decay,
            body.syntax,
            body.noiseFraction,
            new Posture(5, -4, 6, 1, -1, 2, 0),
            body.baseline,
            body.followup,
            false)
        .withVisits(
            body.baseline.onGrids(
                VoxelGrid.centred(128, 56, 4.07, 5, -480),
                VoxelGrid.centred(192, 56, 2.6, 5, -480)),
            body.followup.onGrids(
                VoxelGrid.centred(128, 72, 4.07, 4, -480),
                VoxelGrid.centred(192, 72, 2.6, 4, -480)));
  }

  /** The same study of another patient or preparation. */
  public PetPhantomSettings withLooks(Look... values) {
    return new PetPhantomSettings(
        seed,
        view,
        Set.of(values),
        outcome,
        vendor,
        decay,
        syntax,
        noiseFraction,
        followupPosture,
        baseline,
        followup,
        messy);
  }

  private static ScanSettings visit(
      LocalDateTime injection, double uptake, double bq, double kg, VoxelGrid pet, VoxelGrid ct) {
    return new ScanSettings(injection, uptake, bq, kg, pet, ct);
  }

  public PetPhantomSettings withScanner(Vendor newVendor, Decay newDecay, Syntax newSyntax) {
    return new PetPhantomSettings(
        seed,
        view,
        looks,
        outcome,
        newVendor,
        newDecay,
        newSyntax,
        noiseFraction,
        followupPosture,
        baseline,
        followup,
        messy);
  }

  public PetPhantomSettings withPosture(Posture value) {
    return new PetPhantomSettings(
        seed,
        view,
        looks,
        outcome,
        vendor,
        decay,
        syntax,
        noiseFraction,
        value,
        baseline,
        followup,
        messy);
  }

  public PetPhantomSettings withNoise(double value) {
    return new PetPhantomSettings(
        seed,
        view,
        looks,
        outcome,
        vendor,
        decay,
        syntax,
        value,
        followupPosture,
        baseline,
        followup,
        messy);
  }

  /** Injected ten minutes before midnight, scanned after it. */
  public PetPhantomSettings overMidnight() {
    return withVisits(
        baseline.injectedAt(baseline.injection().withHour(23).withMinute(50)),
        followup.injectedAt(followup.injection().withHour(23).withMinute(50)));
  }

  public PetPhantomSettings withVisits(ScanSettings newBaseline, ScanSettings newFollowup) {
    return new PetPhantomSettings(
        seed,
        view,
        looks,
        outcome,
        vendor,
        decay,
        syntax,
        noiseFraction,
        followupPosture,
        newBaseline,
        newFollowup,
        messy);
  }
}
