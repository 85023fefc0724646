package org.ranklens.ihc;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A step of the work on one tile.
 *
 * @param kind what is done
 * @param place on which tile
 * @param around the places whose results it needs, itself among them
 */
record TileStep(Kind kind, Place place, List<Place> around) {

  /** What is done. */
  enum Kind {
    NUCLEI,
    CYTOPLASM,
    CELLS
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
