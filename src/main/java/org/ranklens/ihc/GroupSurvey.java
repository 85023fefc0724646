package org.ranklens.ihc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.ranklens.Execution;
import org.ranklens.ihc.cell.CellGrid;
import org.ranklens.ihc.cell.SeenGroups;
import org.ranklens.ihc.cell.SlideGroups;
import org.ranklens.ihc.cell.TileFrame;

/**
 * Finds once per slide how groups of nuclei look on it, before giant cells are looked for: on all
 * of a small slide, whose nuclei are found for its cells anyhow, and on pieces of a large one.
 */
final class GroupSurvey {

  /** Twelve pieces are 2.3 mm2: on a slide of more tissue they take less than a third longer. */
  private static final double MOST_WHOLE_MM2 = 8;

  private GroupSurvey() {}

  /**
   * What is left to do.
   *
   * @param groups how they look
   * @param seen all of them, none where the slide is too large for that
   * @param steps that are still to be done
   */
  record Left(SlideGroups groups, List<SeenGroups> seen, Iterator<TileStep> steps) {}

  static Left of(
      SlideSurvey survey,
      CellGrid grid,
      TileWork work,
      Iterator<TileStep> steps,
      Execution execution)
      throws IOException {
    if (survey.tissueAreaMm2() > MOST_WHOLE_MM2) {
      return new Left(ofPieces(survey, grid, work, execution), List.of(), steps);
    }
    List<TileStep> before = new ArrayList<>();
    List<TileStep> cells = new ArrayList<>();
    steps.forEachRemaining(step -> (step.kind() == TileStep.Kind.CELLS ? cells : before).add(step));
    TileQueue.run(before.iterator(), execution, work::on, (step, none) -> {});
    List<SeenGroups> seen = flat(SurveyWork.on(cells, execution, work::groups));
    SlideGroups groups =
        SlideGroups.of(seen.stream().flatMap(area -> area.looks().stream()).toList());
    return new Left(groups, seen, cells.iterator());
  }

  static SlideGroups ofPieces(SlideSurvey survey, CellGrid grid, TileWork work, Execution execution)
      throws IOException {
    List<TileFrame.Core> pieces =
        SlideGroups.pieces(grid, piece -> hasTissue(piece, grid.bin(), survey));
    return SlideGroups.of(flat(SurveyWork.on(pieces, execution, work::looks)));
  }

  private static <T> List<T> flat(List<List<T>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

  private static boolean hasTissue(TileFrame.Core piece, double bin, SlideSurvey survey) {
    return survey
        .tissue()
        .touches(
            piece.x0() * bin,
            piece.y0() * bin,
            (piece.x1() - piece.x0()) * bin,
            (piece.y1() - piece.y0()) * bin);
  }
}
