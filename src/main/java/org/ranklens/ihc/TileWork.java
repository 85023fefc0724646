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
import org.ranklens.ihc.cell.SeenGroups;
import org.ranklens.ihc.cell.StainLook;
import org.ranklens.ihc.cell.TileFrame;

/** Does the steps of the work on tiles. */
final class TileWork {

  private final CellFinder finder;
  private final int bin;
  private final int tileSizePx;
  private final int blockEdge;
  private final TileShelf shelf;
  private final StainLook zones;
  private final boolean skipBadTiles;
  private final Progress progress;

  /**
   * Makes the work.
   *
   * @param bin level-0 pixels per pixel of a tile
   * @param tileSizePx edge of a tile in bins
   * @param blockEdge tiles along the edge of a block
   * @param shelf where results wait
   */
  TileWork(
      CellFinder finder,
      int bin,
      int tileSizePx,
      int blockEdge,
      TileShelf shelf,
      StainLook zones,
      boolean skipBadTiles,
      Progress progress) {
    this.finder = finder;
    this.bin = bin;
    this.tileSizePx = tileSizePx;
    this.blockEdge = blockEdge;
    this.shelf = shelf;
    this.zones = zones;
    this.skipBadTiles = skipBadTiles;
    this.progress = progress;
  }

  /** Returns the same work by a finder that knows more. */
  TileWork with(CellFinder knowing) {
    return new TileWork(knowing, bin, tileSizePx, blockEdge, shelf, zones, skipBadTiles, progress);
  }

  /**
   * What a step gave.
   *
   * @param cells of a block by its last step, none before
   * @param leftOut tiles of it that can't be read
   */
  record Result(List<TileShelf.Kept> cells, List<Tile> leftOut) {
    private static final Result NONE_SO_FAR = new Result(List.of(), List.of());
  }

  Result on(TileStep step) throws IOException {
    progress.check();
    TileStep.Place place = step.place();
    return switch (step.kind()) {
      case NUCLEI -> {
        keep(place.nuclei(), () -> nuclei(place.tile()));
        yield Result.NONE_SO_FAR;
      }
      case CYTOPLASM -> {
        keep(place.cytoplasm(), () -> cytoplasm(step));
        yield Result.NONE_SO_FAR;
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

  /** Tells what groups of nuclei of a block look like that could be giant cells. */
  List<SeenGroups> groups(TileStep step) throws IOException {
    progress.check();
    List<MeasuredNuclei> around = around(step);
    List<Tile> readable = step.places().stream().map(TileStep.Place::tile).toList();
    List<SeenGroups> groups = new ArrayList<>();
    for (TileFrame.Core core : block(readable).map(List::of).orElse(cores(readable))) {
      readable(() -> finder.groups(core, around)).ifPresent(groups::add);
    }
    return groups;
  }

  /** Measures those of a piece of the slide, none where it can't be read and may be left out. */
  List<double[]> looks(TileFrame.Core piece) throws IOException {
    return readable(() -> finder.looks(piece)).orElse(List.of());
  }

  private static List<TileFrame.Core> cores(List<Tile> tiles) {
    return tiles.stream().map(Tile::core).toList();
  }

  private List<MeasuredNuclei> around(TileStep step) throws IOException {
    List<MeasuredNuclei> around = new ArrayList<>();
    for (TileStep.Place other : step.around()) {
      Optional<TileShelf.Kept> kept = TileQueue.resultOf(other.cytoplasm());
      if (kept.isPresent()) {
        around.add(MeasuredNuclei.of(shelf.get(kept.get())));
      }
    }
    return around;
  }

  private Result cells(TileStep step) throws IOException {
    List<MeasuredNuclei> around = around(step);
    List<Tile> readable = new ArrayList<>();
    List<Tile> leftOut = new ArrayList<>();
    for (TileStep.Place place : step.places()) {
      boolean isReadable =
          TileQueue.resultOf(place.nuclei()).isPresent()
              && TileQueue.resultOf(place.cytoplasm()).isPresent();
      (isReadable ? readable : leftOut).add(place.tile());
    }
    List<Cell> cells = new ArrayList<>();
    Optional<List<Cell>> atOnce =
        leftOut.isEmpty() ? cellsAtOnce(readable, around) : Optional.empty();
    if (atOnce.isPresent()) {
      cells.addAll(atOnce.get());
    } else {
      for (Tile tile : readable) {
        readable(() -> finder.cells(tile.core(), around))
            .ifPresentOrElse(cells::addAll, () -> leftOut.add(tile));
      }
    }
    double height = (double) blockEdge * tileSizePx * bin;
    double top = Math.floorDiv(step.place().tile().row(), blockEdge) * height;
    return new Result(CellRow.kept(cells, top, height, shelf), leftOut);
  }

  /** Returns the cells of a block, empty where its tiles have to be looked at one by one. */
  private Optional<List<Cell>> cellsAtOnce(List<Tile> tiles, List<MeasuredNuclei> around)
      throws IOException {
    Optional<TileFrame.Core> block = block(tiles);
    return block.isPresent() ? readable(() -> finder.cells(block.get(), around)) : Optional.empty();
  }

  /** Returns the rectangle that tiles fill, empty where they leave some of it. */
  private static Optional<TileFrame.Core> block(List<Tile> tiles) {
    TileFrame.Core block = tiles.get(0).core();
    long pixels = 0;
    for (Tile tile : tiles) {
      block = block.and(tile.core());
      pixels += tile.core().pixels();
    }
    return pixels == block.pixels() ? Optional.of(block) : Optional.empty();
  }
}
