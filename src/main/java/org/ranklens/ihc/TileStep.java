package org.ranklens.ihc;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A step of the work on a tile, or on a block of tiles.
 *
 * @param kind what is done
 * @param places on which tiles; one, but for cells
 * @param around the places whose results it needs, itself among them
 */
record TileStep(Kind kind, List<Place> places, List<Place> around) {

  /** What is done. */
  enum Kind {
    NUCLEI,
    CYTOPLASM,
    CELLS
  }

  /** Returns the first tile's place. */
  Place place() {
    return places.get(0);
  }

  /**
   * A tile and where its results are, so far as they are known; empty where the tile can't be read
   * and is left out.
   *
   * @param tile itself
   * @param nuclei without cytoplasm
   * @param cytoplasm nuclei with it
   */
  record Place(
      Tile tile,
      CompletableFuture<Optional<TileShelf.Kept>> nuclei,
      CompletableFuture<Optional<TileShelf.Kept>> cytoplasm) {

    Place(Tile tile) {
      this(tile, new CompletableFuture<>(), new CompletableFuture<>());
    }
  }
}
