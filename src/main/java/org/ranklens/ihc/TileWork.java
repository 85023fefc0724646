package org.ranklens.ihc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ranklens.Progress;
import org.ranklens.RefusedException;
import org.ranklens.ihc.cell.Cell;
import org.ranklens.ihc.cell.CellFinder;
import org.ranklens.ihc.cell.FoundNuclei;
import org.ranklens.ihc.cell.MeasuredNuclei;
import org.ranklens.ihc.cell.StainLook;

/** Does the steps of the work on tiles. */
final class TileWork {

  private final CellFinder finder;
  private final StainLook zones;
  private final boolean skipBadTiles;
  private final Progress progress;

  TileWork(CellFinder finder, StainLook zones, boolean skipBadTiles, Progress progress) {
    this.finder = finder;
    this.zones = zones;
    this.skipBadTiles = skipBadTiles;
    this.progress = progress;
  }

  /** Returns a tile's cells by its last step; empty before, and where the tile is left out. */
  Optional<List<Cell>> on(TileStep step) throws IOException {
    progress.check();
    TileStep.Place place = step.place();
    return switch (step.kind()) {
      case NUCLEI -> {
        keep(place.nuclei(), () -> finder.nuclei(place.tile().core(), zones));
        yield Optional.empty();
      }
      case CYTOPLASM -> {
        keep(place.cytoplasm(), () -> measured(place));
        yield Optional.empty();
      }
      case CELLS -> cells(place);
    };
  }

  /** Reads something that may be unreadable. */
  private interface Reading<R> {
    R read() throws IOException;
  }

  private <R> void keep(CompletableFuture<Optional<R>> kept, Reading<R> reading)
      throws IOException {
    try {
      kept.complete(readable(reading));
    } catch (IOException | RuntimeException | Error e) {
      kept.completeExceptionally(e);
      throw e;
    }
  }

  private <R> Optional<R> readable(Reading<R> reading) throws IOException {
    try {
      return Optional.of(reading.read());
    } catch (RefusedException e) {
      throw e;
    } catch (IOException e) {
      if (!skipBadTiles) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private MeasuredNuclei measured(TileStep.Place place) throws IOException {
    List<FoundNuclei> around = new ArrayList<>();
    for (TileStep.Place other : place.nucleiAround()) {
      TileQueue.resultOf(other.nuclei()).ifPresent(around::add);
    }
    Optional<FoundNuclei> own = TileQueue.resultOf(place.nuclei());
    return own.isEmpty()
        ? MeasuredNuclei.none()
        : finder.measured(place.tile().core(), own.get(), around);
  }

  private Optional<List<Cell>> cells(TileStep.Place place) throws IOException {
    List<MeasuredNuclei> around = new ArrayList<>();
    for (TileStep.Place other : place.cytoplasmAround()) {
      TileQueue.resultOf(other.cytoplasm()).ifPresent(around::add);
    }
    boolean leftOut =
        TileQueue.resultOf(place.nuclei()).isEmpty()
            || TileQueue.resultOf(place.cytoplasm()).isEmpty();
    return leftOut ? Optional.empty() : readable(() -> finder.cells(place.tile().core(), around));
  }
}
