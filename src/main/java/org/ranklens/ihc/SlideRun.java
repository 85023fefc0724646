package org.ranklens.ihc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ranklens.Execution;
import org.ranklens.RefusedException;
import org.ranklens.ihc.cell.Cell;
import org.ranklens.ihc.cell.CellFinder;
import org.ranklens.ihc.score.IntensityClass;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.slide.RegionOfInterest;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.stain.ColourDeconvolution;

/**
 * One slide on its way to a result: cells of a row of tiles are sorted from the upper edge down
 * before they leave, so their order is the same for every tile size.
 */
final class SlideRun {

  private final Slide slide;
  private final IhcSettings settings;
  private final MarkerProtocol protocol;
  private final Execution execution;
  private final CellSink sink;
  private final SlideSurvey survey;
  private final List<RegionTally> tallies = new ArrayList<>();
  private final ShowFieldChoice showField;
  private final List<String> warnings = new ArrayList<>();
  private final List<Cell> row = new ArrayList<>();
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
    RegionCheck.within(slide, regions);
    this.survey = SlideSurvey.of(slide, settings.stain(), execution);
    tallies.add(RegionTally.wholeSlide());
    regions.forEach(region -> tallies.add(RegionTally.of(region)));
    showField = new ShowFieldChoice(protocol.population(), survey.pixelSizeMicrons());
    warnings.addAll(survey.stains().warnings());
  }

  IhcResult result() throws IOException {
    CellFinder finder = new CellFinder(settings.cell(), settings.score().weakOd());
    List<Tile> tiles =
        TilePlan.of(
            slide.full(),
            survey.tissue(),
            survey.pixelSizeMicrons(),
            settings.tileSizePx(),
            finder.haloMicrons());
    execution.progress().begin(slide.name(), tiles.size());
    ColourDeconvolution deconvolution =
        new ColourDeconvolution(survey.stains(), TilePlan.bin(survey.pixelSizeMicrons()));
    int[] currentRow = {0};
    TileQueue.run(
        tiles,
        execution,
        tile -> find(tile, deconvolution, finder),
        (tile, found) -> {
          if (tile.row() != currentRow[0]) {
            emitRow();
            currentRow[0] = tile.row();
          }
          found.ifPresentOrElse(row::addAll, () -> warnings.add(leftOut(tile)));
        });
    emitRow();
    return new IhcResult(
        survey.stains(),
        survey.pixelSizeMicrons(),
        survey.tissueAreaMm2(),
        tallies.stream().map(tally -> tally.score(survey, settings.score())).toList(),
        protocol,
        warnings,
        showField.best(slide.full()));
  }

  /** Returns the tile's cells, empty where it can't be read and is left out. */
  private Optional<List<Cell>> find(Tile tile, ColourDeconvolution deconvolution, CellFinder finder)
      throws IOException {
    execution.progress().check();
    RgbImage image;
    try {
      image = slide.read(tile.read());
    } catch (RefusedException e) {
      throw e;
    } catch (IOException e) {
      if (!settings.skipBadTiles()) {
        throw e;
      }
      return Optional.empty();
    }
    List<Cell> found = finder.find(deconvolution.deconvolve(image), tile.frame());
    return Optional.of(
        found.stream().filter(cell -> survey.tissue().holds(cell.xPx(), cell.yPx())).toList());
  }

  private static String leftOut(Tile tile) {
    int bin = tile.frame().bin();
    return "a part that can't be read was left out: "
        + (tile.frame().core().x1() - tile.frame().core().x0()) * bin
        + " x "
        + (tile.frame().core().y1() - tile.frame().core().y0()) * bin
        + " pixels at "
        + tile.frame().core().x0() * bin
        + ", "
        + tile.frame().core().y0() * bin;
  }

  private void emitRow() throws IOException {
    row.sort(Comparator.comparingDouble(Cell::yPx).thenComparingDouble(Cell::xPx));
    for (Cell cell : row) {
      emit(cell);
    }
    row.clear();
  }

  private void emit(Cell cell) throws IOException {
    Optional<IntensityClass> intensity =
        cell.cytoplasm().map(od -> settings.score().classOf(od.mean()));
    List<RegionTally> holding =
        tallies.stream().filter(tally -> tally.holds(cell.xPx(), cell.yPx())).toList();
    String region = holding.size() > 1 ? holding.get(1).name() : "";
    cells++;
    ScoredCell scored = new ScoredCell(cells, region, cell, intensity);
    holding.forEach(tally -> tally.add(scored, survey.pixelSizeMicrons()));
    showField.add(scored);
    sink.accept(scored);
  }
}
