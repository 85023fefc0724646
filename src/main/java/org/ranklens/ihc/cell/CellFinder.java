package org.ranklens.ihc.cell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ranklens.ihc.stain.PlaneMemory;
import org.ranklens.ihc.stain.StainImages;

/**
 * Finds the cells of a slide tile by tile, in three steps: the nuclei of a tile; their cytoplasm,
 * for which the nuclei of the tiles around have to be known; the cells, for which the cytoplasm of
 * the tiles around has to be. Each step reads what it looks at, and no more than its own reach
 * beyond the tile, so that neither nuclei nor cytoplasm are found twice for the sake of giant
 * cells.
 */
public final class CellFinder {

  /** Smoothing and steepness look this far beyond a pixel. */
  private static final double FILTER_MICRONS = 3;

  /** Nuclei seldom reach further beyond the tile that their centroid lies in. */
  private static final double OVERHANG_MICRONS = 12;

  /** Smoothing, and how far a cell's middle may lie from its nucleus's. */
  private static final double GROUP_MICRONS = 14;

  /** What a nucleus takes depends on its neighbours, theirs on their neighbours. */
  private static final double CONTEST_MICRONS = 25;

  private final CellSettings settings;
  private final Compartment marker;
  private final DabReading reading;
  private final CellGrid grid;
  private final TissueMask tissue;
  private final StainReader slide;
  private final Optional<ModelNuclei> model;
  private final SlideGroups groups;
  private final KnownGroups known;

  /** Of steps that are done, of all finders of the slide: as many as ever were at work at once. */
  private final Queue<PlaneMemory> memories;

  /**
   * Makes a finder for a slide.
   *
   * @param marker where it stains
   * @param reading how cytoplasm is read
   * @param tissue where nuclei are looked for
   * @param model finds the nuclei in place of the classical detector
   */
  public CellFinder(
      CellSettings settings,
      Compartment marker,
      DabReading reading,
      CellGrid grid,
      TissueMask tissue,
      StainReader slide,
      Optional<ModelNuclei> model) {
    this.settings = settings;
    this.marker = marker;
    this.reading = reading;
    this.grid = grid;
    this.tissue = tissue;
    this.slide = slide;
    this.model = model;
    this.groups = SlideGroups.usual();
    this.known = new KnownGroups(List.of());
    this.memories = new ConcurrentLinkedQueue<>();
  }

  private CellFinder(CellFinder before, SlideGroups groups, KnownGroups known) {
    this.settings = before.settings;
    this.marker = before.marker;
    this.reading = before.reading;
    this.grid = before.grid;
    this.tissue = before.tissue;
    this.slide = before.slide;
    this.model = before.model;
    this.groups = groups;
    this.known = known;
    this.memories = before.memories;
  }

  /**
   * Returns a finder that knows how groups of nuclei look on the slide.
   *
   * @param seen all that {@link #groups} told of it, none where it was looked at in pieces
   */
  public CellFinder with(SlideGroups found, List<SeenGroups> seen) {
    return new CellFinder(this, found, new KnownGroups(seen));
  }

  /**
   * Tells what groups of nuclei look like that could be giant cells and whose middle lies in an
   * area.
   *
   * @param around of all tiles within {@link #cytoplasmReachMicrons()}
   */
  public SeenGroups groups(TileFrame.Core core, List<MeasuredNuclei> around) throws IOException {
    return ofScene(
        core,
        around,
        SeenGroups.none(core),
        scene -> GiantGrouping.seen(scene, settings, core, CoarseStains.squares(core, grid)));
  }

  /**
   * Measures the groups of nuclei of a piece of the slide of which nothing is known yet, but for
   * its margin.
   */
  public List<double[]> looks(TileFrame.Core piece) throws IOException {
    FoundNuclei found = nuclei(piece, (images, frame) -> {});
    List<MeasuredNuclei> around = List.of(measured(piece, found, List.of(found)));
    TileFrame.Core core = grid.shrunk(piece, SlideGroups.MARGIN_MICRONS);
    return ofScene(
        core,
        around,
        List.of(),
        scene -> GiantGrouping.looks(scene, settings, CoarseStains.squares(core, grid)));
  }

  /** Looks at what the grouping of nuclei sees of an area. */
  private <R> R ofScene(
      TileFrame.Core core, List<MeasuredNuclei> around, R none, Function<NucleusScene, R> look)
      throws IOException {
    List<MeasuredNucleus> within =
        MeasuredNuclei.within(around, grid.grown(core, groupingMicrons()));
    return within.isEmpty()
        ? none
        : in(memory -> look.apply(scene(coarse(core, around, within, memory), within, memory)));
  }

  /** A step of the work. */
  private interface Work<R> {
    R in(PlaneMemory memory) throws IOException;
  }

  private <R> R in(Work<R> work) throws IOException {
    PlaneMemory memory = Optional.ofNullable(memories.poll()).orElseGet(PlaneMemory::new);
    try {
      return work.in(memory);
    } finally {
      memory.release();
      memories.add(memory);
    }
  }

  /** Returns how far beyond a tile the nuclei have to be known, micrometres. */
  public double nucleiReachMicrons() {
    return NucleusSplits.MOST_EXTENT_MICRONS
        + settings.cytoplasmReachMicrons()
        + CONTEST_MICRONS
        + NucleusSplits.MOST_EXTENT_MICRONS;
  }

  /** Returns how far beyond a tile the cytoplasm has to be known, micrometres. */
  public double cytoplasmReachMicrons() {
    double body = GiantExtent.REACH_MICRONS + settings.cytoplasmReachMicrons();
    double beside = OVERHANG_MICRONS + settings.cytoplasmReachMicrons();
    return Math.max(groupingMicrons(), settings.giantMaxExtentMicrons() + 2 * body + beside);
  }

  private double groupingMicrons() {
    return settings.giantMaxExtentMicrons() + 2 * settings.giantEdgeMicrons();
  }

  /**
   * Returns the nuclei whose centroid lies in a tile.
   *
   * @param look sees the tile's stains, once
   */
  public FoundNuclei nuclei(TileFrame.Core core, StainLook look) throws IOException {
    return in(memory -> nuclei(core, look, memory));
  }

  private FoundNuclei nuclei(TileFrame.Core core, StainLook look, PlaneMemory memory)
      throws IOException {
    double reach =
        NucleusDetector.rounds(marker) * NucleusSplits.MOST_EXTENT_MICRONS + FILTER_MICRONS;
    TileFrame.Core area = grid.grown(core, reach + OVERHANG_MICRONS);
    boolean seen = false;
    while (true) {
      StainImages images = slide.read(area, memory);
      TileFrame frame = grid.frame(area, core);
      if (!seen) {
        look.look(images, frame);
        seen = true;
      }
      Nuclei all =
          model.isPresent()
              ? model.get().find(area, frame, settings)
              : NucleusDetector.find(images, frame, settings, marker, memory);
      LabelRuns runs = all.runs(images.width());
      List<Nucleus> own = new ArrayList<>();
      TileFrame.Core box = core;
      for (int i = 0; i < all.count(); i++) {
        Ellipse shape = all.shape(i);
        if (core.holds(shape.x(), shape.y())
            && tissue.holds(shape.x() * grid.bin(), shape.y() * grid.bin())) {
          PixelRuns mask = PixelRuns.of(runs, i + 1, 0, frame);
          own.add(new Nucleus(shape, mask));
          box = box.and(mask.box());
        }
      }
      TileFrame.Core needed = grid.grown(box, reach);
      if (area.covers(needed)) {
        return FoundNuclei.of(own);
      }
      area = area.and(needed);
      memory.release();
    }
  }

  /**
   * Returns the nuclei of a tile with their cytoplasm.
   *
   * @param own of this tile
   * @param around of all tiles within {@link #nucleiReachMicrons()}, this one among them
   */
  public MeasuredNuclei measured(TileFrame.Core core, FoundNuclei own, List<FoundNuclei> around)
      throws IOException {
    return in(memory -> measured(core, own, around, memory));
  }

  private MeasuredNuclei measured(
      TileFrame.Core core, FoundNuclei own, List<FoundNuclei> around, PlaneMemory memory)
      throws IOException {
    List<Nucleus> nuclei = own.nuclei();
    if (nuclei.isEmpty()) {
      return MeasuredNuclei.none();
    }
    TileFrame.Core box = core;
    for (Nucleus nucleus : nuclei) {
      box = box.and(nucleus.mask().box());
    }
    TileFrame.Core area =
        CoarseStains.aligned(
            grid.grown(box, settings.cytoplasmReachMicrons() + CONTEST_MICRONS), grid);
    TileFrame frame = grid.frame(area, core);
    List<Nucleus> within = FoundNuclei.within(around, area);
    CellMeasurement measurement =
        new CellMeasurement(
            slide.read(area, memory), within, area, frame, reading, settings, marker, memory);
    List<MeasuredNucleus> measured = new ArrayList<>();
    for (int i = 0; i < within.size(); i++) {
      Ellipse shape = within.get(i).shape();
      if (core.holds(shape.x(), shape.y())) {
        measured.add(measurement.measure(i));
      }
    }
    return MeasuredNuclei.of(measured, measurement.stains(), looksAtSquares(core));
  }

  /** Returns the squares of a tile that will be looked at for giant cells. */
  private TileFrame.Core looksAtSquares(TileFrame.Core core) {
    TileFrame.Core squares = CoarseStains.squares(core, grid);
    return marker == Compartment.NUCLEUS
        ? new TileFrame.Core(squares.x0(), squares.y0(), squares.x0(), squares.y0())
        : squares;
  }

  /**
   * Returns the cells whose position lies in a tile, from the upper edge down.
   *
   * @param around of all tiles within {@link #cytoplasmReachMicrons()}, this one among them
   */
  public List<Cell> cells(TileFrame.Core core, List<MeasuredNuclei> around) throws IOException {
    return in(memory -> cells(core, around, memory));
  }

  private List<Cell> cells(TileFrame.Core core, List<MeasuredNuclei> around, PlaneMemory memory)
      throws IOException {
    List<MeasuredNucleus> reached =
        MeasuredNuclei.within(around, grid.grown(core, cytoplasmReachMicrons()));
    TileFrame.Core grouped = grid.grown(core, groupingMicrons());
    List<MeasuredNucleus> within =
        reached.stream()
            .filter(
                found -> grouped.holds(found.nucleus().shape().x(), found.nucleus().shape().y()))
            .toList();
    if (within.isEmpty()) {
      return List.of();
    }
    GiantExtent extent = new GiantExtent(grid, slide, reading, reached);
    List<int[]> giants =
        marker == Compartment.NUCLEUS
            ? List.of()
            : giants(core, around, within, group -> meets(core, within, group, extent), memory);
    return new CellAssembly(within, grid.frame(core, core), extent).cells(giants);
  }

  /** Returns the nuclei of each giant cell, by index. */
  private List<int[]> giants(
      TileFrame.Core core,
      List<MeasuredNuclei> around,
      List<MeasuredNucleus> within,
      Predicate<int[]> matters,
      PlaneMemory memory)
      throws IOException {
    List<Ellipse> shapes = shapes(within);
    Optional<List<int[]>> chosen =
        known
            .of(core)
            .flatMap(seen -> GiantGrouping.groups(seen, shapes::get, known, groups, matters));
    return chosen.isPresent()
        ? chosen.get()
        : GiantGrouping.groups(
            scene(coarse(core, around, within, memory), within, memory), settings, groups, matters);
  }

  /** Whether a giant cell of these nuclei could take a nucleus of the tile, or lie in it. */
  private static boolean meets(
      TileFrame.Core core, List<MeasuredNucleus> nuclei, int[] group, GiantExtent extent) {
    TileFrame.Core box = nuclei.get(group[0]).cell().box();
    for (int member : group) {
      box = box.and(nuclei.get(member).cell().box());
    }
    return extent.reach(box).meets(core);
  }

  /** Returns what the grouping of nuclei looks at. */
  private NucleusScene scene(
      CoarseStains stains, List<MeasuredNucleus> within, PlaneMemory memory) {
    return new NucleusScene(
        stains, shapes(within), within.stream().map(CellFinder::od).toList(), memory);
  }

  /** Returns the shapes of nuclei, in squares. */
  private List<Ellipse> shapes(List<MeasuredNucleus> nuclei) {
    int edge = CoarseStains.edge(grid.pixelSizeMicrons());
    return nuclei.stream().map(n -> CoarseStains.shape(n.nucleus().shape(), edge)).toList();
  }

  static OptionalDouble od(MeasuredNucleus nucleus) {
    return nucleus.ringOd().stream().mapToDouble(CytoplasmOd::mean).findFirst();
  }

  CoarseStains coarse(
      TileFrame.Core core,
      List<MeasuredNuclei> around,
      List<MeasuredNucleus> within,
      PlaneMemory memory)
      throws IOException {
    double largestRadius = Math.sqrt(settings.nucleusMaxAreaUm2() / Math.PI);
    double seen =
        settings.giantMaxExtentMicrons() + largestRadius + GroupBody.REACH_MICRONS + GROUP_MICRONS;
    TileFrame.Core area = CoarseStains.aligned(grid.grown(core, seen), grid);
    List<Nucleus> nuclei = within.stream().map(MeasuredNucleus::nucleus).toList();
    return CoarseAssembly.of(around, nuclei, area, core, grid, slide, memory);
  }
}
