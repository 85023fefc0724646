package org.ranklens.ihc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ranklens.Progress;
import org.ranklens.RefusedException;
import org.ranklens.ihc.cell.CellFinder;
import org.ranklens.ihc.cell.FoundNuclei;
import org.ranklens.ihc.cell.MeasuredNuclei;
import org.ranklens.ihc.cell.StainLook;

/** Does the steps of the work on tiles. */
final class TileWork {

  private final CellFinder finder;
  private final int bin;
  private final TileShelf shelf;
  private final StainLook zones;
  private final boolean skipBadTiles;
  private final Progress progress;

  /**
   * Makes the work.
   *
   * @param bin level-0 pixels per pixel of a tile
   * @param shelf where results wait
   */
  TileWork(
      CellFinder finder,
      int bin,
      TileShelf shelf,
      StainLook zones,
      boolean skipBadTiles,
      Progress progress) {
    this.finder = finder;
    this.bin = bin;
    this.shelf = shelf;
    this.zones = zones;
    this.skipBadTiles = skipBadTiles;
    this.progress = progress;
  }

  /** Returns a tile's cells by its last step; empty before, and where the tile is left out. */
  Optional<List<TileShelf.Kept>> on(TileStep step) throws IOException {
    progress.check();
    TileStep.Place place = step.place();
    return switch (step.kind()) {
      case NUCLEI -> {
        keep(place.nuclei(), () -> nuclei(place.tile()));
        yield Optional.empty();
      }
      case CYTOPLASM -> {
        keep(place.cytoplasm(), () -> cytoplasm(step));
        yield Optional.empty();
      }
      case CELLS -> cells(step);
    };
  }

  /** Lets go of a tile's results: nobody needs them any more. */
  void forget(TileStep.Place place) throws IOException {
    TileQueue.resultOf(place.nuclei()).ifPresent(shelf::drop);
    TileQueue.resultOf(place.cytoplasm()).ifPresent(shelf::drop);
  }

  /** Does something that needs files. */
  private interface Reading<R> {
    R read() throws IOException;
  }

  private void keep(
      CompletableFuture<Optional<TileShelf.Kept>> result, Reading<Optional<byte[]>> step)
      throws IOException {
    try {
      result.complete(step.read().map(shelf::put));
    } catch (IOException | RuntimeException | Error e) {
      result.completeExceptionally(e);
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

  private Optional<byte[]> nuclei(Tile tile) throws IOException {
    return readable(() -> finder.nuclei(tile.core(), zones)).map(FoundNuclei::bytes);
  }

  private Optional<byte[]> cytoplasm(TileStep step) throws IOException {
    List<FoundNuclei> around = new ArrayList<>();
    for (TileStep.Place other : step.around()) {
      Optional<TileShelf.Kept> kept = TileQueue.resultOf(other.nuclei());
      if (kept.isPresent()) {
        around.add(FoundNuclei.of(shelf.get(kept.get())));
      }
    }
    Optional<TileShelf.Kept> own = TileQueue.resultOf(step.place().nuclei());
    if (own.isEmpty()) {
      return Optional.of(MeasuredNuclei.none().bytes());
    }
    FoundNuclei nuclei = FoundNuclei.of(shelf.get(own.get()));
    return readable(() -> finder.measured(step.place().tile().core(), nuclei, around))
        .map(MeasuredNuclei::bytes);
  }

  private Optional<List<TileShelf.Kept>> cells(TileStep step) throws IOException {
    List<MeasuredNuclei> around = new ArrayList<>();
    for (TileStep.Place other : step.around()) {
      Optional<TileShelf.Kept> kept = TileQueue.resultOf(other.cytoplasm());
      if (kept.isPresent()) {
        around.add(MeasuredNuclei.of(shelf.get(kept.get())));
      }
    }
    TileStep.Place place = step.place();
    boolean leftOut =
        TileQueue.resultOf(place.nuclei()).isEmpty()
            || TileQueue.resultOf(place.cytoplasm()).isEmpty();
    return leftOut
        ? Optional.empty()
        : readable(() -> finder.cells(place.tile().core(), around))
            .map(cells -> CellRow.kept(cells, place.tile(), bin, shelf));
  }
}
