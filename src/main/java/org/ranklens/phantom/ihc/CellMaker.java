package org.ranklens.phantom.ihc;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ranklens.phantom.ihc.PlannedCell.Kind;

/** Draws the size, shape, nuclei and stain of one cell at a place. Lengths in micrometres. */
final class CellMaker {

  /**
   * Ranges of DAB OD per class: clear of the borders at 0.2, 0.4 and 0.6, so that truth is clear.
   */
  private static final double[][] DAB_OD = {{0.01, 0.10}, {0.25, 0.35}, {0.45, 0.55}, {0.68, 0.95}};

  private final HistologySettings histology;
  private final LatticeNoise neighbourhood;
  private final Random random;

  CellMaker(HistologySettings histology, LatticeNoise neighbourhood, Random random) {
    this.histology = histology;
    this.neighbourhood = neighbourhood;
    this.random = random;
  }

  PlannedCell giant(double[] at) {
    return histology.look().variedGiants() ? variedGiant(at) : fullGiant(at);
  }

  /** Any size; its nuclei spread, in a ring, or heaped on one side. */
  private PlannedCell variedGiant(double[] at) {
    double radius = between(12, 30);
    Blob body = new Blob(at[0], at[1], radius, radius * between(0.68, 1), 0.2, random);
    int most = (int) (body.halfLength * body.halfWidth / 22);
    int wanted = Math.min(most, 3 + (int) (18 * Math.pow(random.nextDouble(), 1.5)));
    double heap = random.nextInt(3) == 0 ? between(0, 0.5) * body.halfWidth : 0;
    double heapAngle = between(0, 2 * StrictMath.PI);
    double hollow = random.nextInt(4) == 0 ? 0.45 : 0;
    double spread = random.nextInt(2) == 0 ? 1 : between(0.55, 1);
    List<Blob> nuclei = new ArrayList<>();
    for (int tries = 0; tries < 4000 && nuclei.size() < Math.max(3, wanted); tries++) {
      double x =
          body.x + spread * between(-1, 1) * body.halfLength + heap * StrictMath.cos(heapAngle);
      double y =
          body.y + spread * between(-1, 1) * body.halfLength + heap * StrictMath.sin(heapAngle);
      Blob nucleus = nucleus(x, y, between(2.9, 4.1), 0.8);
      double rim = (nucleus.reach() + 0.8) / Math.min(body.halfLength, body.halfWidth);
      double depth = body.distance(x, y);
      if (depth < 1 - rim && depth > hollow && apart(nucleus, nuclei)) {
        nuclei.add(nucleus);
      }
    }
    int intensity = histology.pattern().giantClass(random);
    return new PlannedCell(Kind.GIANT, body, nuclei, intensity, dabOd(intensity));
  }

  private PlannedCell fullGiant(double[] at) {
    double radius = between(18, 29);
    double round = between(0.72, 1);
    Blob body = new Blob(at[0], at[1], radius, radius * round, 0.16, random);
    int intensity = histology.pattern().giantClass(random);
    return new PlannedCell(Kind.GIANT, body, giantNuclei(body), intensity, dabOd(intensity));
  }

  private List<Blob> giantNuclei(Blob body) {
    int wanted = 4 + random.nextInt(4) + (int) (body.halfLength * body.halfWidth / 100);
    List<Blob> nuclei = new ArrayList<>();
    for (int tries = 0; tries < 4000 && nuclei.size() < wanted; tries++) {
      double x = body.x + between(-1, 1) * body.halfLength;
      double y = body.y + between(-1, 1) * body.halfLength;
      Blob nucleus = nucleus(x, y, between(3.1, 4.0), 0.85);
      double rim = (nucleus.reach() + 1.5) / Math.min(body.halfLength, body.halfWidth);
      if (body.distance(x, y) < 1 - rim && apart(nucleus, nuclei)) {
        nuclei.add(nucleus);
      }
    }
    return nuclei;
  }

  private static boolean apart(Blob nucleus, List<Blob> nuclei) {
    for (Blob other : nuclei) {
      double distance = StrictMath.hypot(nucleus.x - other.x, nucleus.y - other.y);
      if (distance < nucleus.reach() + other.reach() + 0.3) {
        return false;
      }
    }
    return true;
  }

  PlannedCell tumour(double[] at) {
    double radius = between(6.0, 8.2);
    Blob body =
        new Blob(at[0], at[1], radius * between(1, 1.2), radius * between(0.85, 1), 0.14, random);
    Blob nucleus = nucleus(at[0] + between(-1, 1), at[1] + between(-1, 1), between(3.0, 4.1), 0.8);
    int intensity = histology.pattern().mononuclearClass(random);
    double dab = dabOd(intensity);
    double alike = histology.look().likeStain();
    if (alike > 0) {
      double shared = 0.45 + 0.8 * neighbourhood.rough(at[0] / 130, at[1] / 130);
      dab = Math.max(0.02, (1 - alike) * dab + alike * Math.min(0.95, shared));
    }
    return new PlannedCell(Kind.TUMOUR, body, List.of(nucleus), intensity, dab);
  }

  /** Along its neighbours. */
  PlannedCell alignedSpindle(double[] at) {
    double length = between(4, 8.5);
    double width = between(1.6, 2.6);
    double angle = 0.4 * random.nextGaussian() + 4 * neighbourhood.at(at[0] / 200, at[1] / 200);
    long state = random.nextLong();
    Blob nucleus = new Blob(at[0], at[1], length, width, 0.08, angle, new Random(state));
    Blob body = new Blob(at[0], at[1], length * 1.4, width * 1.6, 0.05, angle, new Random(state));
    return new PlannedCell(Kind.SPINDLE, body, List.of(nucleus), 0, dabOd(0));
  }

  PlannedCell spindle(double[] at) {
    double length = between(5.5, 8.5);
    double width = between(1.6, 2.2);
    // The same direction for cell and nucleus: both are drawn from one state of the generator.
    long state = random.nextLong();
    Blob nucleus = new Blob(at[0], at[1], length, width, 0.05, new Random(state));
    Blob body = new Blob(at[0], at[1], length * 1.5, width * 1.7, 0.05, new Random(state));
    return new PlannedCell(Kind.SPINDLE, body, List.of(nucleus), 0, dabOd(0));
  }

  PlannedCell lymphocyte(double[] at) {
    double radius = between(2.7, 3.3);
    Blob nucleus = nucleus(at[0], at[1], radius, 0.92);
    Blob body = new Blob(at[0], at[1], radius + 1.3, radius + 1.2, 0.03, random);
    return new PlannedCell(Kind.LYMPHOCYTE, body, List.of(nucleus), 0, dabOd(0));
  }

  private Blob nucleus(double x, double y, double radius, double roundest) {
    return new Blob(x, y, radius, radius * between(roundest, 1), 0.06, random);
  }

  double dabOd(int intensity) {
    return between(DAB_OD[intensity][0], DAB_OD[intensity][1]);
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }
}
