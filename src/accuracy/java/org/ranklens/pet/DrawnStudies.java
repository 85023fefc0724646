package org.ranklens.pet;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ranklens.phantom.pet.Decay;
import org.ranklens.phantom.pet.Look;
import org.ranklens.phantom.pet.Outcome;
import org.ranklens.phantom.pet.PetPhantomSettings;
import org.ranklens.phantom.pet.Places;
import org.ranklens.phantom.pet.Posture;
import org.ranklens.phantom.pet.Syntax;
import org.ranklens.phantom.pet.Vendor;
import org.ranklens.phantom.pet.VoxelGrid;

/** Studies of drawn outcomes, movements, grids, noise and scanners; a seed gives the same ones. */
final class DrawnStudies {

  private static final Look[][] LOOKS = {
    {Look.BOWEL, Look.URETERS},
    {Look.TONSILS, Look.SALIVARY_GLANDS},
    {Look.BROWN_FAT},
    {Look.CONTRAST_AGENT},
    {Look.ARMS_UP},
    {Look.ARMS_DOWN, Look.EXTRAVASATION},
    {Look.OBESE},
    {Look.THIN, Look.ARMS_DOWN},
    {Look.LIVER_METASTASES},
    {Look.COLD_LIVER},
    {Look.HOT_MARROW},
    {Look.METAL_HIP},
  };

  private DrawnStudies() {}

  /** A study, and how it is called in the table. */
  record Drawn(String name, PetPhantomSettings settings) {}

  static List<Drawn> of(String kind, int count, long seed) {
    List<Drawn> studies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      studies.add(one(kind, i, seed));
    }
    return studies;
  }

  private static Drawn one(String kind, int i, long seed) {
    Random random = new Random(1000 * seed + 31L * i + kind.hashCode());
    Outcome outcome = Outcome.values()[i % 5];
    PetPhantomSettings study =
        switch (kind) {
          case "chest" -> PetPhantomSettings.chest(seed + i, outcome);
          case "pelvis" -> PetPhantomSettings.pelvis(seed + i, outcome);
          default -> PetPhantomSettings.wholeBody(seed + i, outcome);
        };
    String name = kind;
    if (kind.equals("looks")) {
      Look[] looks = LOOKS[i % LOOKS.length];
      study = study.withLooks(looks);
      name = String.join(" + ", java.util.Arrays.stream(looks).map(DrawnStudies::word).toList());
    }
    study =
        study
            .withScanner(
                Vendor.values()[random.nextInt(3)],
                Decay.values()[random.nextInt(3)],
                Syntax.EXPLICIT_LITTLE_ENDIAN)
            .withNoise(0.02 + 0.06 * random.nextDouble())
            .withVisits(
                study.baseline(),
                study.followup().onGrids(grid(kind, random, 0), grid(kind, random, 1)));
    return new Drawn(name, moved(study, kind, random));
  }

  private static String word(Look look) {
    return look.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  /** Other voxels for the later scan, PET or CT. */
  private static VoxelGrid grid(String kind, Random random, int ct) {
    double mm = ct == 1 ? 2.4 + 0.4 * random.nextDouble() : 3.2 + 1.6 * random.nextDouble();
    double slice = 3.5 + 1.5 * random.nextDouble();
    double field = ct == 1 ? 490 : 520;
    double bottom = -590;
    double height = 1040;
    if (kind.equals("chest")) {
      field = 384;
      bottom = -20;
      height = 216;
    } else if (kind.equals("pelvis")) {
      bottom = -480;
      height = 288;
    }
    return VoxelGrid.centred(
        (int) Math.round(field / mm), (int) Math.round(height / slice), mm, slice, bottom);
  }

  private static PetPhantomSettings moved(PetPhantomSettings study, String kind, Random random) {
    double scale = 1;
    while (true) {
      double[] move = direction(random, scale * (5 + 25 * random.nextDouble()));
      double[] turn = direction(random, scale * (2 + 13 * random.nextDouble()));
      double neck = kind.equals("pelvis") ? 0 : 20 * random.nextDouble() - 10;
      PetPhantomSettings posed =
          study.withPosture(
              new Posture(move[0], move[1], move[2], turn[0], turn[1], turn[2], neck));
      if (Places.inView(posed, 14)) {
        return posed;
      }
      scale *= 0.99;
    }
  }

  private static double[] direction(Random random, double length) {
    double[] d = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
    double norm = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
    return new double[] {d[0] * length / norm, d[1] * length / norm, d[2] * length / norm};
  }
}
