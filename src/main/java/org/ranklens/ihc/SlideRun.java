package org.ranklens.ihc;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.ranklens.Execution;
import org.ranklens.ihc.cell.Cell;
import org.ranklens.ihc.cell.CellFinder;
import org.ranklens.ihc.cell.CellGrid;
import org.ranklens.ihc.cell.Compartment;
import org.ranklens.ihc.cell.CytoplasmOd;
import org.ranklens.ihc.cell.DabReading;
import org.ranklens.ihc.cell.ModelNuclei;
import org.ranklens.ihc.cell.NucleusModel;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.cell.SlideGroups;
import org.ranklens.ihc.cell.StainReader;
import org.ranklens.ihc.cell.TileFrame;
import org.ranklens.ihc.score.IntensityClass;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.slide.Region;
import org.ranklens.ihc.slide.RegionOfInterest;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.stain.ColourDeconvolution;
import org.ranklens.ihc.stain.StainImages;

/** One slide on its way to a result. */
final class SlideRun {

  /** Bad tiles beyond these are counted, not named. */
  private static final int MOST_NAMED = 8;

  /** Edge of the blocks of tiles that giant cells are looked for in, in pixels of about 0.5 um. */
  private static final int MOST_BLOCK_PX = 2048;

  private final Slide slide;
  private final IhcSettings settings;
  private final MarkerProtocol protocol;
  private final Execution execution;
  private final CellSink sink;
  private final Optional<NucleusModel> model;
  private final SlideSurvey survey;
  private final List<RegionTally> tallies = new ArrayList<>();
  private final List<RegionOfInterest> outlines = new ArrayList<>();
  private final Optional<Osteoid> osteoid;
  private final ShowFieldChoice showField;

  /** What speaks against the slide and its regions. */
  private final List<String> ofSlide = new ArrayList<>();

  /** What was seen while cells were looked for. */
  private final List<String> ofCells = new ArrayList<>();

  private Compartment compartment = Compartment.CYTOPLASM;
  private long cells;

  SlideRun(
      Slide slide,
      List<RegionOfInterest> regions,
      IhcSettings settings,
      MarkerProtocol protocol,
      Execution execution,
      CellSink sink)
      throws IOException {
    this.slide = slide;
    this.settings = settings;
    this.protocol = protocol;
    this.execution = execution;
    this.sink = sink;
    ofSlide.addAll(slide.facts().warnings());
    RegionCheck.within(slide, regions);
    this.model =
        settings.nucleusModel().file().isEmpty()
            ? Optional.empty()
            : Optional.of(NucleusModel.load(settings.nucleusModel()));
    execution.progress().begin(slide.name() + ", survey", 0);
    SlideSurvey surveyed =
        SlideSurvey.of(slide, settings.stain(), settings.regions().osteoid(), execution);
    survey =
        MarkerPattern.isNuclear(settings.cell(), protocol.marker())
            ? surveyed.ofNuclearMarker()
            : surveyed;
    tallies.add(RegionTally.wholeSlide());
    outlines.addAll(regions);
    if (settings.regions().tmaCores()) {
      TmaCores cores = TmaCores.of(slide, survey);
      outlines.addAll(cores.regions());
      cores.warning().ifPresent(ofSlide::add);
    }
    survey.osteoid().ifPresent(outlines::add);
    osteoid =
        Osteoid.of(outlines, settings.regions().osteoidReachMicrons() / survey.pixelSizeMicrons());
    if (settings.regions().osteoid() && survey.osteoid().isEmpty()) {
      ofSlide.add("no osteoid was found");
    }
    outlines.forEach(region -> tallies.add(RegionTally.of(region)));
    showField = new ShowFieldChoice(protocol.population(), slide.full(), survey.pixelSizeMicrons());
  }

  IhcResult result() throws IOException {
    SlideSurvey by = survey.stains().scorable() ? findCells() : survey;
    Collection<Population> populations =
        osteoid.isPresent() || settings.regions().osteoid()
            ? List.of(Population.values())
            : Population.onEverySlide();
    return new IhcResult(
        by.stains(),
        survey.pixelSizeMicrons(),
        survey.tissueAreaMm2(),
        tallies.stream().map(tally -> tally.score(by, settings.score(), populations)).toList(),
        protocol,
        warnings(by),
        showField.best(),
        survey.tissue(),
        survey.light(),
        outlines);
  }

  /** Returns all of them, those of the stains by which cells were found in the end. */
  private List<String> warnings(SlideSurvey by) {
    List<String> all = new ArrayList<>(ofSlide);
    all.addAll(by.stains().warnings());
    survey.warning().ifPresent(all::add);
    all.addAll(ofCells);
    List<String> bad = slide.leftOut();
    if (!bad.isEmpty()) {
      String first = String.join(", ", bad.subList(0, Math.min(bad.size(), MOST_NAMED)));
      all.add(bad.size() + " tiles that can't be read were left white: " + first);
    }
    return all;
  }

  private StainReader reader(SlideSurvey by, CellGrid grid) {
    ColourDeconvolution deconvolution =
        new ColourDeconvolution(by.stains(), grid.bin(), by.light());
    return (area, memory) -> {
      Region region = region(area, grid.bin());
      byte[] room = memory.bytes(RgbImage.bytes(region.width(), region.height()));
      RgbImage image = slide.read(region, room);
      StainImages images = deconvolution.deconvolve(image, region.x(), region.y(), memory);
      memory.giveBack(room);
      return images;
    };
  }

  /** Finds cells, and returns the survey whose stains they were found by. */
  private SlideSurvey findCells() throws IOException {
    CellGrid grid = TilePlan.grid(slide.full(), survey.pixelSizeMicrons());
    SlideSurvey ofNuclei = survey.ofNuclearMarker();
    MarkerPattern pattern =
        MarkerPattern.of(settings.cell(), protocol.marker(), grid, survey, reader(ofNuclei, grid));
    compartment = pattern.compartment();
    pattern.warning().ifPresent(ofCells::add);
    SlideSurvey by = compartment == Compartment.NUCLEUS ? ofNuclei : survey;
    StainReader stains = reader(by, grid);
    CellFinder finder =
        new CellFinder(
            settings.cell(),
            compartment,
            new DabReading(settings.score().weakOd(), pattern.texture()),
            grid,
            survey.tissue(),
            stains,
            model.map(
                found ->
                    new ModelNuclei(
                        found, grid, (x, y, w, h) -> slide.read(new Region(0, x, y, w, h)))));
    work(TilePlan.of(grid, survey.tissue(), settings.tileSizePx()), grid, finder);
    if (cells == 0) {
      ofCells.add("no cells were found in the tissue");
    }
    return by;
  }

  private void work(List<Tile> tiles, CellGrid grid, CellFinder finder) throws IOException {
    int nucleiRings = rings(finder.nucleiReachMicrons(), grid);
    int cytoplasmRings = rings(finder.cytoplasmReachMicrons(), grid);
    int rowsNeeded = Math.max(nucleiRings, cytoplasmRings);
    Deque<TileStep.Place> known = new ArrayDeque<>();
    int[] currentRow = {0};
    int blockEdge = Math.max(1, MOST_BLOCK_PX / settings.tileSizePx());
    long blocks =
        tiles.stream()
            .map(tile -> List.of(tile.row() / blockEdge, tile.column() / blockEdge))
            .distinct()
            .count();
    execution.progress().begin(slide.name(), 2L * tiles.size() + blocks);
    try (TileShelf shelf = new TileShelf()) {
      CellRow row = new CellRow(shelf);
      TileWork first =
          new TileWork(
              finder,
              grid.bin(),
              settings.tileSizePx(),
              blockEdge,
              shelf,
              new ZonePixels(survey.tissue(), tallies),
              settings.skipBadTiles(),
              execution.progress());
      Iterator<TileStep> steps = new TileSteps(tiles, nucleiRings, cytoplasmRings, blockEdge);
      GroupSurvey.Left left =
          compartment == Compartment.CYTOPLASM
              ? GroupSurvey.of(survey, grid, first, steps, execution)
              : new GroupSurvey.Left(SlideGroups.of(List.of()), List.of(), steps);
      TileWork work = first.with(finder.with(left.groups(), left.seen()));
      TileQueue.run(
          left.steps(),
          execution,
          work::on,
          (step, found) -> {
            if (step.kind() != TileStep.Kind.CELLS) {
              return;
            }
            int blockRow = step.place().tile().row() / blockEdge;
            if (blockRow != currentRow[0]) {
              row.emit(this::emit);
              currentRow[0] = blockRow;
              forget(known, blockRow * blockEdge - rowsNeeded, work);
            }
            known.addAll(step.places());
            row.add(found.cells());
            found.leftOut().forEach(tile -> ofCells.add(leftOut(tile, grid.bin())));
          });
      row.emit(this::emit);
      shelf.warning().ifPresent(ofCells::add);
    }
  }

  /** Lets go of what lies above a row. */
  private static void forget(Deque<TileStep.Place> known, int row, TileWork work)
      throws IOException {
    for (Iterator<TileStep.Place> places = known.iterator(); places.hasNext(); ) {
      TileStep.Place place = places.next();
      if (place.tile().row() < row) {
        work.forget(place);
        places.remove();
      }
    }
  }

  private int rings(double reachMicrons, CellGrid grid) {
    double edgeMicrons = settings.tileSizePx() * grid.pixelSizeMicrons();
    return (int) Math.ceil(reachMicrons / edgeMicrons);
  }

  private static Region region(TileFrame.Core area, int bin) {
    return new Region(
        0,
        area.x0() * bin,
        area.y0() * bin,
        (area.x1() - area.x0()) * bin,
        (area.y1() - area.y0()) * bin);
  }

  private static String leftOut(Tile tile, int bin) {
    return "a part that can't be read was left out: "
        + (tile.core().x1() - tile.core().x0()) * bin
        + " x "
        + (tile.core().y1() - tile.core().y0()) * bin
        + " pixels at "
        + tile.core().x0() * bin
        + ", "
        + tile.core().y0() * bin;
  }

  private void emit(Cell cell) throws IOException {
    execution.progress().check();
    Optional<IntensityClass> intensity = od(cell).map(od -> settings.score().classOf(od));
    List<RegionTally> holding =
        tallies.stream().filter(tally -> tally.holds(cell.xPx(), cell.yPx())).toList();
    String region = holding.size() > 1 ? holding.get(1).name() : "";
    cells++;
    ScoredCell scored = new ScoredCell(cells, region, cell, intensity);
    boolean near = osteoid.isPresent() && osteoid.get().isNear(cell.xPx(), cell.yPx());
    holding.forEach(tally -> tally.add(scored, survey.pixelSizeMicrons(), near));
    showField.add(scored);
    sink.accept(scored);
  }

  /** Returns the DAB that a cell is classed by, empty where it has none that could be measured. */
  private Optional<Double> od(Cell cell) {
    return compartment == Compartment.NUCLEUS
        ? Optional.of(cell.nucleusDabOdMean())
        : cell.cytoplasm().map(CytoplasmOd::mean);
  }
}
