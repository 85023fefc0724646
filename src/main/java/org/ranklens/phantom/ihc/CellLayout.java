package org.ranklens.phantom.ihc;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.ranklens.phantom.ihc.PlannedCell.Kind;

/** Places cells at random where there is room for them: the large ones first. */
final class CellLayout {

  private final IhcPhantomSettings settings;
  private final TissuePlan tissue;
  private final Random random;
  private final CellMaker maker;
  private final EpitheliumMaker company;
  private final CellGrid grid = new CellGrid();
  private final List<PlannedCell> cells = new ArrayList<>();

  private CellLayout(IhcPhantomSettings settings, TissuePlan tissue) {
    this.settings = settings;
    this.tissue = tissue;
    this.random = new Random(LatticeNoise.mix(settings.seed()));
    this.maker =
        new CellMaker(settings.histology(), new LatticeNoise(settings.seed() * 31 + 21), random);
    this.company = new EpitheliumMaker(settings.histology(), maker, random);
  }

  static List<PlannedCell> of(IhcPhantomSettings settings, TissuePlan tissue) {
    CellLayout layout = new CellLayout(settings, tissue);
    layout.placeGiants();
    TissueLook look = settings.histology().look();
    layout.placeTogether(look.sheets(), layout.company::sheet);
    layout.placeTogether(look.glands(), layout.company::gland);
    layout.placeTogether(look.lymphoid(), layout.company::lymphocytes);
    layout.placeTumour();
    if (settings.histology().stroma()) {
      layout.placeStroma();
    }
    return List.copyOf(layout.cells);
  }

  private void placeGiants() {
    int wanted = settings.histology().giantCells();
    for (int tries = 0; tries < 400 * wanted && cells.size() < wanted; tries++) {
      place(Kind.GIANT, maker::giant);
    }
  }

  private void placeTumour() {
    for (long tries = darts(50); tries > 0; tries--) {
      place(Kind.TUMOUR, maker::tumour);
    }
  }

  /** Places so many companies of cells per square millimetre, each wholly or not at all. */
  private void placeTogether(
      double perSquareMillimetre, BiFunction<Double, Double, List<PlannedCell>> make) {
    for (long tries = darts(perSquareMillimetre / 1000); tries > 0; tries--) {
      double x = random.nextDouble() * settings.field().widthMicrons();
      double y = random.nextDouble() * settings.field().heightMicrons();
      List<PlannedCell> together = make.apply(x, y);
      boolean room =
          together.stream()
              .allMatch(
                  cell ->
                      inside(cell)
                          && tissue.depth(cell.body().x, cell.body().y) > 10
                          && grid.none(
                              cell.body().x,
                              cell.body().y,
                              cell.body().reach(),
                              other -> tooClose(cell, other)));
      if (room) {
        together.forEach(grid::add);
        cells.addAll(together);
      }
    }
  }

  private void placeStroma() {
    for (long tries = darts(40 * settings.histology().look().spindles()); tries > 0; tries--) {
      place(Kind.SPINDLE, maker::alignedSpindle);
    }
    for (long tries = darts(1.6); tries > 0; tries--) {
      place(Kind.SPINDLE, maker::spindle);
    }
    for (long tries = darts(0.4); tries > 0; tries--) {
      place(Kind.LYMPHOCYTE, maker::lymphocyte);
    }
  }

  /** So many tries per 1,000 square micrometres. */
  private long darts(double perArea) {
    FieldSettings field = settings.field();
    return Math.round(perArea * field.widthMicrons() * field.heightMicrons() / 1000);
  }

  private void place(Kind kind, Function<double[], PlannedCell> make) {
    double x = random.nextDouble() * settings.field().widthMicrons();
    double y = random.nextDouble() * settings.field().heightMicrons();
    if (!grows(kind, x, y)) {
      return;
    }
    PlannedCell cell = make.apply(new double[] {x, y});
    if (inside(cell) && grid.none(x, y, cell.body().reach(), other -> tooClose(cell, other))) {
      grid.add(cell);
      cells.add(cell);
    }
  }

  private boolean grows(Kind kind, double x, double y) {
    boolean tumour = tissue.tumour(x, y);
    return switch (kind) {
      case GIANT -> tumour && tissue.depth(x, y) > 45;
      case TUMOUR -> tumour && (tissue.osteoid(x, y) < 0.5 || random.nextInt(60) == 0);
      case SPINDLE -> !tumour && tissue.depth(x, y) > 12 && tissue.osteoid(x, y) < 0.5;
      case LYMPHOCYTE -> tissue.depth(x, y) > 12;
    };
  }

  /** Wholly in the picture: a cell cut off by the border has no clear truth. */
  private boolean inside(PlannedCell cell) {
    double reach = cell.body().reach() + 2;
    return cell.body().x > reach
        && cell.body().y > reach
        && cell.body().x < settings.field().widthMicrons() - reach
        && cell.body().y < settings.field().heightMicrons() - reach;
  }

  private boolean tooClose(PlannedCell cell, PlannedCell other) {
    Blob a = cell.body();
    Blob b = other.body();
    double distance = StrictMath.hypot(a.x - b.x, a.y - b.y);
    boolean giants = cell.kind() == Kind.GIANT || other.kind() == Kind.GIANT;
    // Pressed cells share a border; giant cells keep their outline.
    double pressing = 1.18 - 0.42 * settings.histology().crowding();
    double bodies = giants ? Math.max(0.95, pressing) : pressing;
    return distance < bodies * (radius(a) + radius(b)) || nucleiMeet(cell, other);
  }

  private static boolean nucleiMeet(PlannedCell cell, PlannedCell other) {
    for (Blob a : cell.nuclei()) {
      for (Blob b : other.nuclei()) {
        if (StrictMath.hypot(a.x - b.x, a.y - b.y) < a.reach() + b.reach() + 0.6) {
          return true;
        }
      }
    }
    return false;
  }

  private static double radius(Blob blob) {
    return (blob.halfLength + blob.halfWidth) / 2;
  }
}
