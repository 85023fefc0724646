package org.ranklens.ihc;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.ranklens.Execution;
import org.ranklens.Progress;
import org.ranklens.ihc.cell.CellFinder;
import org.ranklens.ihc.cell.CellGrid;
import org.ranklens.ihc.cell.DabReading;
import org.ranklens.ihc.cell.FoundNuclei;
import org.ranklens.ihc.cell.MeasuredNuclei;
import org.ranklens.ihc.cell.StainReader;
import org.ranklens.ihc.slide.ReaderChoice;
import org.ranklens.ihc.slide.Region;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.ihc.slide.Slides;
import org.ranklens.ihc.stain.ColourDeconvolution;
import org.ranklens.plugin.PluginFolders;

/**
 * Processor time of each step of finding cells, by one thread, in ns per pixel of the slide: best
 * round. Nothing is written, and nothing is let go of, so the slide must be small.
 */
final class StepBenchmark {

  private static final int ROUNDS = 5;
  private static final int TILE_PX = 1024;
  private static final int BLOCK_EDGE = 2;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final Slide slide;
  private final Map<String, Double> best = new TreeMap<>();

  private StepBenchmark(Slide slide) {
    this.slide = slide;
  }

  public static void main(String[] args) throws Exception {
    SlideOptions options =
        new SlideOptions(
                ReaderChoice.AUTO,
                OptionalDouble.of(Double.parseDouble(args[1])),
                PluginFolders.none())
            .keepingTiles();
    try (Slide slide = Slides.open(Path.of(args[0]), options)) {
      StepBenchmark benchmark = new StepBenchmark(slide);
      for (int round = 0; round < ROUNDS; round++) {
        benchmark.round();
      }
      benchmark.best.forEach(
          (step, ns) -> System.out.printf(Locale.ROOT, "%s: %.1f ns per pixel%n", step, ns));
    }
  }

  private interface Work<R> {
    R run() throws Exception;
  }

  private <R> R measure(String step, Work<R> work) throws Exception {
    long begun = CLOCK.getCurrentThreadCpuTime();
    R result = work.run();
    double pixels = (double) slide.full().width() * slide.full().height();
    best.merge(step, (CLOCK.getCurrentThreadCpuTime() - begun) / pixels, Math::min);
    return result;
  }

  private void round() throws Exception {
    IhcSettings settings = IhcSettings.defaults();
    SlideSurvey survey =
        SlideSurvey.of(slide, settings.stain(), new Execution(1, Progress.silent()));
    CellGrid grid = TilePlan.grid(slide.full(), survey.pixelSizeMicrons());
    ColourDeconvolution deconvolution =
        new ColourDeconvolution(survey.stains(), grid.bin(), survey.light());
    StainReader reader =
        (area, memory) -> {
          int bin = grid.bin();
          int wide = area.x1() - area.x0();
          int high = area.y1() - area.y0();
          Region region = new Region(0, area.x0() * bin, area.y0() * bin, wide * bin, high * bin);
          return deconvolution.deconvolve(slide.read(region), region.x(), region.y(), memory);
        };
    MarkerPattern pattern =
        measure("where the marker stains", () -> MarkerPattern.of(settings.cell(), "RANK", grid, survey, reader));
    CellFinder finder =
        new CellFinder(
            settings.cell(),
            pattern.compartment(),
            new DabReading(settings.score().weakOd(), pattern.texture()),
            grid,
            survey.tissue(),
            reader,
            Optional.empty());
    List<Tile> tiles = TilePlan.of(grid, survey.tissue(), TILE_PX);
    Map<List<Integer>, FoundNuclei> nuclei = measure("nuclei", () -> nuclei(finder, tiles));
    Map<List<Integer>, MeasuredNuclei> cytoplasm =
        measure("cytoplasm", () -> cytoplasm(finder, tiles, nuclei, rings(finder.nucleiReachMicrons(), grid)));
    List<Tile> blocks = TilePlan.of(grid, survey.tissue(), TILE_PX * BLOCK_EDGE);
    int rings = rings(finder.cytoplasmReachMicrons(), grid);
    measure(
        "giant cells and outlines",
        () -> {
          int cells = 0;
          for (Tile block : blocks) {
            cells += finder.cells(block.core(), near(cytoplasm, block, BLOCK_EDGE, rings)).size();
          }
          return cells;
        });
  }

  private static int rings(double reachMicrons, CellGrid grid) {
    return (int) Math.ceil(reachMicrons / (TILE_PX * grid.pixelSizeMicrons()));
  }

  private static Map<List<Integer>, FoundNuclei> nuclei(CellFinder finder, List<Tile> tiles)
      throws Exception {
    Map<List<Integer>, FoundNuclei> nuclei = new HashMap<>();
    for (Tile tile : tiles) {
      nuclei.put(List.of(tile.row(), tile.column()), finder.nuclei(tile.core(), (stains, frame) -> {}));
    }
    return nuclei;
  }

  private static Map<List<Integer>, MeasuredNuclei> cytoplasm(
      CellFinder finder, List<Tile> tiles, Map<List<Integer>, FoundNuclei> nuclei, int rings)
      throws Exception {
    Map<List<Integer>, MeasuredNuclei> cytoplasm = new HashMap<>();
    for (Tile tile : tiles) {
      List<Integer> place = List.of(tile.row(), tile.column());
      cytoplasm.put(
          place, finder.measured(tile.core(), nuclei.get(place), near(nuclei, tile, 1, rings)));
    }
    return cytoplasm;
  }

  private static <V> List<V> near(Map<List<Integer>, V> all, Tile block, int edge, int rings) {
    List<V> near = new ArrayList<>();
    for (int row = block.row() * edge - rings; row < (block.row() + 1) * edge + rings; row++) {
      for (int column = block.column() * edge - rings; column < (block.column() + 1) * edge + rings; column++) {
        Optional.ofNullable(all.get(List.of(row, column))).ifPresent(near::add);
      }
    }
    return near;
  }
}
