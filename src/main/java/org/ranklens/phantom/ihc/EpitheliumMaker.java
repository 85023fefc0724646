package org.ranklens.phantom.ihc;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ranklens.phantom.ihc.PlannedCell.Kind;

/**
 * Draws what grows in company: glands, whose columnar cells stand side by side around a lumen and
 * stain as one, sheets and strands without borders between their cells, and clumps of lymphocytes.
 * Lengths in micrometres.
 */
final class EpitheliumMaker {

  private final HistologySettings histology;
  private final CellMaker maker;
  private final Random random;

  EpitheliumMaker(HistologySettings histology, CellMaker maker, Random random) {
    this.histology = histology;
    this.maker = maker;
    this.random = random;
  }

  /** Cells around a lumen, or a piece of a sheet where that is wide. */
  List<PlannedCell> gland(double x, double y) {
    double lumen = between(4, 26);
    double height = between(17, 28);
    double width = between(4.6, 7);
    double squeeze = between(0.7, 1);
    double ownStain = between(0, 0.08);
    double plump = random.nextInt(3) == 0 ? between(1, 1.4) : 1;
    int intensity = histology.pattern().mononuclearClass(random);
    double dab = maker.dabOd(intensity);
    int count = (int) (2 * StrictMath.PI * (lumen + 0.7 * height) / width);
    double begin = random.nextDouble() * 2 * StrictMath.PI;
    double share = random.nextInt(3) == 0 ? between(0.3, 0.7) : 1;
    List<PlannedCell> cells = new ArrayList<>();
    for (int k = 0; k < share * count; k++) {
      double angle = begin + 2 * StrictMath.PI * (k + between(-0.15, 0.15)) / count;
      double cos = StrictMath.cos(angle);
      double sin = StrictMath.sin(angle) * squeeze;
      double middle = lumen + height / 2;
      double basal = lumen + height * between(0.5, 0.78);
      double length = between(3.6, 5.6) / plump;
      double direction = StrictMath.atan2(sin, cos);
      Blob nucleus =
          new Blob(
              x + basal * cos,
              y + basal * sin,
              length,
              plump * between(2.0, 2.6),
              0.05,
              direction,
              random);
      Blob body =
          new Blob(
              x + middle * cos,
              y + middle * sin,
              0.62 * height,
              0.75 * width,
              0.04,
              direction,
              random);
      if (clear(nucleus, cells)) {
        double od = dab * (1 + ownStain * random.nextGaussian());
        cells.add(new PlannedCell(Kind.TUMOUR, body, List.of(nucleus), intensity, od));
      }
    }
    return cells;
  }

  /**
   * A wide sheet, or a strand of one to four rows, bent or straight: always longer than a giant
   * cell.
   */
  List<PlannedCell> sheet(double x, double y) {
    boolean strand = random.nextInt(3) > 0;
    double spacing = between(6.8, 12.5);
    double length = between(80, 190);
    int rows = strand ? 1 + random.nextInt(4) : (int) (length * between(0.5, 1) / spacing);
    double rowStep = spacing * between(0.85, 1.15);
    double angle = between(0, 2 * StrictMath.PI);
    double bend = strand ? between(-1, 1) / 120 : 0;
    double jitter = between(0.02, 0.22) * spacing;
    double radius = Math.min(between(2.6, 3.9), 0.42 * spacing);
    double drawnOut = random.nextInt(3) == 0 ? between(1.2, 1.7) : 1;
    double turn = random.nextBoolean() ? StrictMath.PI / 2 : 0;
    double ownStain = random.nextBoolean() ? 0 : between(0, 0.06);
    int intensity = histology.pattern().mononuclearClass(random);
    double dab = maker.dabOd(intensity);
    List<PlannedCell> cells = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (double along = -length / 2; along < length / 2; along += spacing) {
        double u = along + (row % 2) * spacing / 2 + jitter * random.nextGaussian();
        double v = (row - 0.5 * (rows - 1)) * rowStep + jitter * random.nextGaussian();
        v += 0.5 * bend * u * u;
        double px = x + u * StrictMath.cos(angle) - v * StrictMath.sin(angle);
        double py = y + u * StrictMath.sin(angle) + v * StrictMath.cos(angle);
        double direction = angle + StrictMath.atan(bend * u) + turn;
        double own = radius * between(0.88, 1.1);
        Blob nucleus = new Blob(px, py, own * drawnOut, own / drawnOut, 0.06, direction, random);
        double half = 0.85 * Math.max(spacing, rowStep);
        Blob body =
            new Blob(px, py, half, rows == 1 ? 1.3 * half : half, 0.05, direction - turn, random);
        if (clear(nucleus, cells)) {
          double od = dab * (1 + ownStain * random.nextGaussian());
          cells.add(new PlannedCell(Kind.TUMOUR, body, List.of(nucleus), intensity, od));
        }
      }
    }
    return cells;
  }

  /** Small round cells, nucleus to nucleus. */
  List<PlannedCell> lymphocytes(double x, double y) {
    double radius = between(18, 50);
    List<PlannedCell> cells = new ArrayList<>();
    for (int tries = 0; tries < radius * radius; tries++) {
      double u = between(-radius, radius);
      double v = between(-radius, radius);
      if (u * u + v * v < radius * radius) {
        PlannedCell cell = maker.lymphocyte(new double[] {x + u, y + v});
        if (clear(cell.nuclei().get(0), cells)) {
          cells.add(cell);
        }
      }
    }
    return cells;
  }

  private static boolean clear(Blob nucleus, List<PlannedCell> cells) {
    for (PlannedCell cell : cells) {
      Blob other = cell.nuclei().get(0);
      double distance = StrictMath.hypot(nucleus.x - other.x, nucleus.y - other.y);
      if (distance < 0.9 * (nucleus.halfWidth + other.halfWidth) + 0.4) {
        return false;
      }
    }
    return true;
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }
}
