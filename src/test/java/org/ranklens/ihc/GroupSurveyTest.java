package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.ranklens.Execution;
import org.ranklens.Progress;
import org.ranklens.ihc.cell.CellFinder;
import org.ranklens.ihc.cell.CellGrid;
import org.ranklens.ihc.cell.Compartment;
import org.ranklens.ihc.cell.DabReading;
import org.ranklens.ihc.cell.SlideGroups;
import org.ranklens.ihc.cell.SlideTexture;
import org.ranklens.ihc.cell.StainReader;
import org.ranklens.ihc.slide.Region;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.ihc.slide.Slides;
import org.ranklens.ihc.stain.ColourDeconvolution;

/** What tiles are told of the slide's groups hangs on nothing but the slide. */
class GroupSurveyTest {

  private static final Path FIELD =
      Path.of(System.getProperty("ranklens.reference"), "ihc", "fields", "grainy_a", "field.tif");

  @Test
  void howGroupsLookOnASmallSlideIsTheSameForEveryTileSizeAndNumberOfThreads() throws IOException {
    String found = whole(100_000, 1);

    assertThat(found).isNotEqualTo(SlideGroups.of(List.of()).toString());
    assertThat(whole(512, 2)).isEqualTo(found);
    assertThat(whole(700, 1)).isEqualTo(found);
  }

  @Test
  void howGroupsLookOnPiecesOfALargeSlideIsTheSameByAnyNumberOfThreads() throws IOException {
    String found = pieces(1);

    assertThat(found).isNotEqualTo(SlideGroups.of(List.of()).toString());
    assertThat(pieces(2)).isEqualTo(found);
  }

  private static String whole(int tileSizePx, int threads) throws IOException {
    Execution execution = new Execution(threads, Progress.silent());
    return of(
        execution,
        (survey, grid, finder) -> {
          try (TileShelf shelf = new TileShelf()) {
            TileWork work = work(finder, grid, tileSizePx, shelf, false);
            List<Tile> tiles = TilePlan.of(grid, survey.tissue(), tileSizePx);
            TileSteps steps = new TileSteps(tiles, 1, 1, 2);
            return GroupSurvey.of(survey, grid, work, steps, execution).groups();
          }
        });
  }

  private static String pieces(int threads) throws IOException {
    Execution execution = new Execution(threads, Progress.silent());
    return of(
        execution, (survey, grid, finder) -> ofPieces(survey, grid, finder, false, execution));
  }

  private static SlideGroups ofPieces(
      SlideSurvey survey, CellGrid grid, CellFinder finder, boolean skip, Execution execution)
      throws IOException {
    try (TileShelf shelf = new TileShelf()) {
      TileWork work = work(finder, grid, 512, shelf, skip);
      return GroupSurvey.ofPieces(survey, grid, work, execution);
    }
  }

  private static TileWork work(
      CellFinder finder, CellGrid grid, int tileSizePx, TileShelf shelf, boolean skip) {
    return new TileWork(
        finder, grid.bin(), tileSizePx, 2, shelf, (images, frame) -> {}, skip, Progress.silent());
  }

  @Test
  void aPieceThatCanNotBeReadIsLeftOutOfTheSurveyWhereBadTilesAre() throws IOException {
    Execution execution = new Execution(1, Progress.silent());
    String found =
        of(
            execution,
            piece -> true,
            (survey, grid, finder) -> ofPieces(survey, grid, finder, true, execution));

    assertThat(found).isEqualTo(SlideGroups.of(List.of()).toString());
    assertThatThrownBy(
            () ->
                of(
                    execution,
                    piece -> true,
                    (survey, grid, finder) -> ofPieces(survey, grid, finder, false, execution)))
        .hasMessage("a bad piece");
  }

  private interface Survey {
    SlideGroups of(SlideSurvey survey, CellGrid grid, CellFinder finder) throws IOException;
  }

  private static String of(Execution execution, Survey groups) throws IOException {
    return of(execution, region -> false, groups);
  }

  private static String of(Execution execution, Predicate<Region> bad, Survey groups)
      throws IOException {
    assumeTrue(Files.exists(FIELD), "needs the reference data: " + FIELD);
    IhcSettings settings = IhcSettings.defaults();
    try (Slide slide = Slides.open(FIELD, SlideOptions.defaults())) {
      SlideSurvey survey = SlideSurvey.of(slide, settings.stain(), execution);
      CellGrid grid = TilePlan.grid(slide.full(), survey.pixelSizeMicrons());
      ColourDeconvolution deconvolution =
          new ColourDeconvolution(survey.stains(), grid.bin(), survey.light());
      StainReader stains =
          (area, memory) -> {
            int bin = grid.bin();
            int x = area.x0() * bin;
            int y = area.y0() * bin;
            Region region = new Region(0, x, y, area.x1() * bin - x, area.y1() * bin - y);
            if (bad.test(region)) {
              throw new IOException("a bad piece");
            }
            return deconvolution.deconvolve(slide.read(region), x, y, memory);
          };
      CellFinder finder =
          new CellFinder(
              settings.cell(),
              Compartment.CYTOPLASM,
              new DabReading(settings.score().weakOd(), SlideTexture.ofGrain(0)),
              grid,
              survey.tissue(),
              stains,
              Optional.empty());
      return groups.of(survey, grid, finder).toString();
    }
  }
}
