package org.ranklens.ihc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.ranklens.ihc.cell.Artefact;
import org.ranklens.ihc.cell.Cell;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.cell.TissueMask;
import org.ranklens.ihc.score.ClassBlocks;
import org.ranklens.ihc.score.PopulationScore;
import org.ranklens.ihc.score.ScoreSettings;
import org.ranklens.ihc.score.ZoneCounts;
import org.ranklens.ihc.slide.RegionOfInterest;

/** Counts the cells of a region, or of the whole slide. */
final class RegionTally {

  private static final GeometryFactory POINTS = new GeometryFactory();

  private final String name;
  private final List<PreparedGeometry> polygon;
  private final Map<Population, Long> cells = new EnumMap<>(Population.class);
  private final Map<Population, ClassBlocks> blocks = new EnumMap<>(Population.class);
  private final SortedMap<Integer, Long> giantNuclei = new TreeMap<>();

  private final long[] zones = new long[ZoneCounts.ZONES];

  private RegionTally(String name, List<PreparedGeometry> polygon) {
    this.name = name;
    this.polygon = polygon;
    for (Population population : Population.values()) {
      cells.put(population, 0L);
      blocks.put(population, new ClassBlocks());
    }
  }

  static RegionTally wholeSlide() {
    return new RegionTally("", List.of());
  }

  static RegionTally of(RegionOfInterest region) {
    return new RegionTally(
        region.name(), List.of(PreparedGeometryFactory.prepare(region.polygonLevel0Px())));
  }

  String name() {
    return name;
  }

  boolean holds(double xPx, double yPx) {
    return polygon.isEmpty() || polygon.get(0).covers(POINTS.createPoint(new Coordinate(xPx, yPx)));
  }

  /**
   * Adds a cell.
   *
   * @param nearOsteoid whether it is near osteoid
   */
  void add(ScoredCell scored, double pixelSizeMicrons, boolean nearOsteoid) {
    Cell cell = scored.cell();
    if (cell.population() == Population.MULTINUCLEATED) {
      giantNuclei.merge(cell.nuclei(), 1L, Long::sum);
    }
    List<Population> populations = new ArrayList<>(List.of(Population.ALL, cell.population()));
    if (nearOsteoid && cell.population() == Population.MONONUCLEAR) {
      populations.add(Population.OSTEOID_NEAR);
    }
    for (Population population : populations) {
      cells.merge(population, 1L, Long::sum);
      scored
          .intensityClass()
          .ifPresent(
              found ->
                  blocks
                      .get(population)
                      .add(cell.xPx() * pixelSizeMicrons, cell.yPx() * pixelSizeMicrons, found));
    }
  }

  /** Adds pixels per zone of DAB; several threads may call it at once. */
  void addZones(int[] counts, int from) {
    synchronized (zones) {
      for (int zone = 0; zone < zones.length; zone++) {
        zones[zone] += counts[from + zone];
      }
    }
  }

  /**
   * Returns the scores.
   *
   * @param populations that are told
   */
  RegionScore score(
      SlideSurvey survey, ScoreSettings settings, Collection<Population> populations) {
    List<PopulationScore> scores = new ArrayList<>();
    for (Population population : populations) {
      scores.add(
          PopulationScore.of(population, cells.get(population), blocks.get(population), settings));
    }
    Squares squares = squares(survey.tissue());
    Map<Artefact, Double> excludedMm2 = new EnumMap<>(Artefact.class);
    squares.excluded.forEach((kind, count) -> excludedMm2.put(kind, count * survey.squareMm2()));
    return new RegionScore(
        name,
        squares.tissue * survey.squareMm2(),
        excludedMm2,
        scores,
        new NucleusCounts(giantNuclei),
        ZoneCounts.of(zones));
  }

  /** Squares whose centre lies in the region. */
  private static final class Squares {
    private long tissue;
    private final Map<Artefact, Long> excluded = new EnumMap<>(Artefact.class);
  }

  private Squares squares(TissueMask tissue) {
    Squares squares = new Squares();
    for (int row = 0; row < tissue.rows(); row++) {
      for (int column = 0; column < tissue.columns(); column++) {
        boolean counts = tissue.isTissue(column, row) || tissue.artefact(column, row).isPresent();
        if (counts && holds((column + 0.5) * tissue.squarePx(), (row + 0.5) * tissue.squarePx())) {
          squares.tissue += tissue.isTissue(column, row) ? 1 : 0;
          tissue.artefact(column, row).ifPresent(k -> squares.excluded.merge(k, 1L, Long::sum));
        }
      }
    }
    return squares;
  }
}
