package org.ranklens.ihc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ranklens.ihc.cell.CellGrid;
import org.ranklens.ihc.cell.CellSettings;
import org.ranklens.ihc.cell.Compartment;
import org.ranklens.ihc.cell.CompartmentChoice;
import org.ranklens.ihc.cell.PatternVote;
import org.ranklens.ihc.cell.SlideTexture;
import org.ranklens.ihc.cell.StainReader;
import org.ranklens.ihc.cell.TileFrame;
import org.ranklens.ihc.cell.TissueMask;
import org.ranklens.ihc.score.NuclearMarkers;
import org.ranklens.ihc.stain.PlaneMemory;

/**
 * How a slide's marker looks, found once per slide on a few pieces of tissue, so that no tile
 * decides for itself.
 *
 * @param compartment what cells are classed by
 * @param texture how its stain and picture are at small
 * @param warning where it is not the cytoplasm
 */
record MarkerPattern(Compartment compartment, SlideTexture texture, Optional<String> warning) {

  private static final int EDGE_BINS = 256;
  private static final int MOST_PIECES = 16;

  static MarkerPattern of(
      CellSettings settings, String marker, CellGrid grid, SlideSurvey survey, StainReader slide)
      throws IOException {
    if (settings.compartment() == CompartmentChoice.NUCLEUS) {
      return nuclear("as set");
    }
    if (isNuclear(settings, marker)) {
      return nuclear(marker + " is one");
    }
    PatternVote vote = new PatternVote(settings);
    List<TileFrame.Core> pieces = pieces(grid, survey.tissue());
    for (int i = 0; i < Math.min(MOST_PIECES, pieces.size()) && !vote.decided(); i++) {
      TileFrame.Core piece = GoldenOrder.take(pieces, i);
      vote.look(
          slide.read(piece, new PlaneMemory()),
          new TileFrame(piece.x0(), piece.y0(), piece, grid.bin(), grid.pixelSizeMicrons()));
    }
    boolean asked = settings.compartment() == CompartmentChoice.AUTO;
    return asked && vote.outcome() == Compartment.NUCLEUS
        ? nuclear(
            "browner than their surroundings are "
                + vote.nuclear()
                + " of "
                + vote.votes()
                + " nuclei")
        : new MarkerPattern(
            Compartment.CYTOPLASM,
            new SlideTexture(vote.grain(), survey.compression(), vote.inner()),
            Optional.empty());
  }

  /** Returns whether the marker is one of nuclei before the slide is looked at. */
  static boolean isNuclear(CellSettings settings, String marker) {
    return settings.compartment() == CompartmentChoice.NUCLEUS
        || (settings.compartment() == CompartmentChoice.AUTO && NuclearMarkers.named(marker));
  }

  private static MarkerPattern nuclear(String why) {
    return new MarkerPattern(
        Compartment.NUCLEUS,
        SlideTexture.ofGrain(0),
        Optional.of(
            "scored as a marker of nuclei, by the DAB of the nucleus, without giant cells ("
                + why
                + "); the setting ihc.cell.compartment decides"));
  }

  private static List<TileFrame.Core> pieces(CellGrid grid, TissueMask tissue) {
    List<TileFrame.Core> pieces = new ArrayList<>();
    for (int y = 0; y < grid.height(); y += EDGE_BINS) {
      for (int x = 0; x < grid.width(); x += EDGE_BINS) {
        int x1 = Math.min(grid.width(), x + EDGE_BINS);
        int y1 = Math.min(grid.height(), y + EDGE_BINS);
        double bin = grid.bin();
        if (tissue.touches(x * bin, y * bin, (x1 - x) * bin, (y1 - y) * bin)) {
          pieces.add(new TileFrame.Core(x, y, x1, y1));
        }
      }
    }
    return pieces;
  }
}
