package org.ranklens.ihc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.ranklens.Execution;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.score.PopulationScore;
import org.ranklens.ihc.slide.RegionOfInterest;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.ihc.slide.Slides;
import org.ranklens.phantom.ihc.CameraSettings;
import org.ranklens.phantom.ihc.FieldSettings;
import org.ranklens.phantom.ihc.HistologySettings;
import org.ranklens.phantom.ihc.IhcPhantom;
import org.ranklens.phantom.ihc.IhcPhantomSettings;
import org.ranklens.phantom.ihc.OsteoidMask;
import org.ranklens.phantom.ihc.Rgb;
import org.ranklens.phantom.ihc.StainPattern;
import org.ranklens.phantom.ihc.StainVectors;

/**
 * Looks for osteoid on phantoms of many seeds and looks, and compares with where it was drawn.
 * Arguments: folder, first seed, number of seeds.
 *
 * <p>Areas are counted at points 1 um apart. Found osteoid within a square of the overview (8 um)
 * of drawn osteoid counts as right; {@code strict} is what lies on it. The same cells with the same
 * classes are scored near drawn and near found osteoid, so that the errors are those of the outline
 * alone.
 */
public final class Osteoids {

  private static final int FIELD_MICRONS = 700;
  private static final int SQUARE_MICRONS = 8;

  private record Look(
      double turnDegrees,
      Rgb white,
      double unevenness,
      int quality,
      double micron,
      boolean osteoid) {

    Look(double turnDegrees, Rgb white, int quality, double micron) {
      this(turnDegrees, white, 0.02, quality, micron, true);
    }
  }

  private static final Rgb WHITE = new Rgb(243, 242, 240);

  private Osteoids() {}

  private static Map<String, Look> looks() {
    Map<String, Look> looks = new LinkedHashMap<>();
    looks.put("plain", new Look(0, WHITE, 85, 0.5));
    looks.put("stains +5 degrees", new Look(5, WHITE, 85, 0.5));
    looks.put("stains -5 degrees", new Look(-5, WHITE, 85, 0.5));
    looks.put("white 207 206 204", new Look(0, new Rgb(207, 206, 204), 85, 0.5));
    looks.put("bluish white", new Look(0, new Rgb(225, 235, 250), 85, 0.5));
    looks.put("yellowish white", new Look(0, new Rgb(248, 242, 225), 85, 0.5));
    looks.put("uneven light", new Look(0, WHITE, 0.12, 85, 0.5, true));
    looks.put("JPEG 95", new Look(0, WHITE, 95, 0.5));
    looks.put("JPEG 60", new Look(0, WHITE, 60, 0.5));
    looks.put("JPEG 40", new Look(0, WHITE, 40, 0.5));
    looks.put("0.25 um per pixel", new Look(0, WHITE, 85, 0.25));
    looks.put("without osteoid", new Look(0, WHITE, 0.02, 85, 0.5, false));
    looks.put("without, JPEG 40", new Look(0, WHITE, 0.02, 40, 0.5, false));
    return looks;
  }

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int first = Integer.parseInt(args[1]);
    int seeds = Integer.parseInt(args[2]);
    Files.createDirectories(folder);
    System.out.println(
        "| look | fields | drawn, mm2 | found of it | found, mm2 | right of it (strict)"
            + " | cells near, drawn / found | positive %, error | H-score, error (worst) |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (Map.Entry<String, Look> look : looks().entrySet()) {
      Sums sums = new Sums();
      for (int seed = first; seed < first + seeds; seed++) {
        one(folder, look.getValue(), seed, sums);
      }
      System.out.println("| " + look.getKey() + sums.row());
    }
  }

  private static void one(Path folder, Look look, int seed, Sums sums) throws IOException {
    StainPattern[] patterns = StainPattern.values();
    StainPattern pattern = patterns[seed % patterns.length];
    int edge = (int) Math.round(FIELD_MICRONS / look.micron());
    IhcPhantomSettings settings =
        IhcPhantomSettings.of(pattern, seed)
            .withField(new FieldSettings(edge, edge, look.micron(), 40))
            .withHistology(new HistologySettings(pattern, 0.45, 8, 0.3, true, look.osteoid()))
            .withStains(StainVectors.RUIFROK.turned(look.turnDegrees()))
            .withCamera(
                new CameraSettings(look.white(), look.unevenness(), 0.35, 1.5, look.quality()));
    Path file = folder.resolve("slide.tif");
    IhcPhantom.writeSlide(IhcPhantom.render(settings), file);
    IhcSettings asked =
        IhcSettings.defaults().withRegions(RegionSettings.defaults().withOsteoid(true));
    List<ScoredCell> cells = new ArrayList<>();
    try (Slide slide = Slides.open(file, SlideOptions.defaults())) {
      IhcResult result =
          IhcAnalysis.run(
              slide,
              List.of(),
              asked,
              MarkerProtocol.none("RANKL"),
              Execution.single(),
              cells::add);
      boolean[] drawn = drawn(new OsteoidMask(settings));
      boolean[] found = found(result.outlines(), look.micron());
      sums.add(drawn, found);
      sums.add(
          near(cells, drawn, look.micron(), asked.regions().osteoidReachMicrons()), score(result));
    }
    Files.delete(file);
  }

  private static boolean[] drawn(OsteoidMask mask) {
    boolean[] points = new boolean[FIELD_MICRONS * FIELD_MICRONS];
    for (int i = 0; i < points.length; i++) {
      points[i] = mask.holds(i % FIELD_MICRONS + 0.5, Math.floorDiv(i, FIELD_MICRONS) + 0.5);
    }
    return points;
  }

  private static boolean[] found(List<RegionOfInterest> outlines, double micron) {
    boolean[] points = new boolean[FIELD_MICRONS * FIELD_MICRONS];
    for (RegionOfInterest outline : outlines) {
      IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(outline.polygonLevel0Px());
      for (int i = 0; i < points.length; i++) {
        double x = (i % FIELD_MICRONS + 0.5) / micron;
        double y = (Math.floorDiv(i, FIELD_MICRONS) + 0.5) / micron;
        points[i] |= area.locate(new Coordinate(x, y)) != Location.EXTERIOR;
      }
    }
    return points;
  }

  /** Returns whether a point that is set is so near. */
  private static boolean within(boolean[] points, double x, double y, double reach) {
    int left = (int) Math.max(0, x - reach);
    int right = (int) Math.min(FIELD_MICRONS - 1, x + reach);
    int high = (int) Math.min(FIELD_MICRONS - 1, y + reach);
    for (int v = (int) Math.max(0, y - reach); v <= high; v++) {
      for (int u = left; u <= right; u++) {
        if (points[v * FIELD_MICRONS + u] && Math.hypot(u + 0.5 - x, v + 0.5 - y) <= reach) {
          return true;
        }
      }
    }
    return false;
  }

  /** What is compared of a population. */
  private record Score(long cells, double positivePercent, double hScore) {}

  private static Score near(
      List<ScoredCell> cells, boolean[] drawn, double micron, double reachMicrons) {
    long[] classes = new long[4];
    long all = 0;
    for (ScoredCell scored : cells) {
      double x = scored.cell().xPx() * micron;
      double y = scored.cell().yPx() * micron;
      if (scored.cell().population() == Population.MONONUCLEAR
          && within(drawn, x, y, reachMicrons)) {
        all++;
        scored.intensityClass().ifPresent(c -> classes[c.level()]++);
      }
    }
    double total = classes[0] + classes[1] + classes[2] + classes[3];
    return new Score(
        all,
        100 * (total - classes[0]) / total,
        100 * (classes[1] + 2 * classes[2] + 3 * classes[3]) / total);
  }

  private static Score score(IhcResult result) {
    PopulationScore near =
        result.regions().get(0).populations().stream()
            .filter(score -> score.population() == Population.OSTEOID_NEAR)
            .findFirst()
            .orElseThrow();
    return new Score(
        near.cells(), near.positivePercent().orElse(Double.NaN), near.hScore().orElse(Double.NaN));
  }

  /** Sums over the fields of a look. */
  private static final class Sums {

    private int fields;
    private long drawn;
    private long found;
    private long both;
    private long right;
    private long cellsNearDrawn;
    private long cellsNearFound;
    private int compared;
    private double percentError;
    private double hError;
    private double worstH;

    void add(boolean[] drawnPoints, boolean[] foundPoints) {
      fields++;
      for (int i = 0; i < drawnPoints.length; i++) {
        drawn += drawnPoints[i] ? 1 : 0;
        if (foundPoints[i]) {
          found++;
          both += drawnPoints[i] ? 1 : 0;
          double x = i % FIELD_MICRONS + 0.5;
          double y = Math.floorDiv(i, FIELD_MICRONS) + 0.5;
          right += within(drawnPoints, x, y, SQUARE_MICRONS) ? 1 : 0;
        }
      }
    }

    /** A field without a cell near one of both has no scores to compare. */
    void add(Score nearDrawn, Score nearFound) {
      cellsNearDrawn += nearDrawn.cells();
      cellsNearFound += nearFound.cells();
      double h = Math.abs(nearDrawn.hScore() - nearFound.hScore());
      if (!Double.isNaN(h)) {
        compared++;
        percentError += Math.abs(nearDrawn.positivePercent() - nearFound.positivePercent());
        hError += h;
        worstH = Math.max(worstH, h);
      }
    }

    String row() {
      return String.format(
          Locale.ROOT,
          " | %d | %.3f | %.2f | %.4f | %.2f (%.2f) | %d / %d | %.1f | %.1f (%.1f), %d fields |",
          fields,
          drawn * 1e-6,
          (double) both / drawn,
          found * 1e-6,
          (double) right / found,
          (double) both / found,
          cellsNearDrawn,
          cellsNearFound,
          percentError / compared,
          hError / compared,
          worstH,
          compared);
    }
  }
}
