package org.ranklens.ihc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ranklens.ihc.cell.FoundNuclei;
import org.ranklens.ihc.cell.MeasuredNuclei;

/**
 * A step of the work on one tile. Steps are in an order in which each comes behind those whose
 * results it needs: row by row, the measuring of a row behind the nuclei of the rows within its
 * reach, its cells behind the measuring of those.
 *
 * @param kind what is done
 * @param place on which tile
 */
record TileStep(Kind kind, Place place) {

  /** What is done. */
  enum Kind {
    NUCLEI,
    CYTOPLASM,
    CELLS
  }

  /** A tile, the tiles around it, and what is known of it so far. */
  static final class Place {
    private final Tile tile;
    private final List<Place> nucleiAround = new ArrayList<>();
    private final List<Place> cytoplasmAround = new ArrayList<>();

    /** Empty where the tile can't be read and is left out. */
    private CompletableFuture<Optional<FoundNuclei>> nuclei = new CompletableFuture<>();

    private CompletableFuture<Optional<MeasuredNuclei>> cytoplasm = new CompletableFuture<>();

    private Place(Tile tile) {
      this.tile = tile;
    }

    Tile tile() {
      return tile;
    }

    /** Returns the places whose nuclei have to be known to measure this one, itself among them. */
    List<Place> nucleiAround() {
      return nucleiAround;
    }

    /** Returns the places whose cytoplasm has to be known to tell the cells, itself among them. */
    List<Place> cytoplasmAround() {
      return cytoplasmAround;
    }

    synchronized CompletableFuture<Optional<FoundNuclei>> nuclei() {
      return nuclei;
    }

    synchronized CompletableFuture<Optional<MeasuredNuclei>> cytoplasm() {
      return cytoplasm;
    }

    /** Lets go of the results: nobody needs them any more. */
    synchronized void forget() {
      nuclei = CompletableFuture.completedFuture(Optional.empty());
      cytoplasm = CompletableFuture.completedFuture(Optional.empty());
    }
  }

  /**
   * Returns the steps in order.
   *
   * @param nucleiRings how many tiles far a tile's measuring needs nuclei
   * @param cytoplasmRings how many tiles far a tile's cells need cytoplasm
   */
  static List<TileStep> of(List<Tile> tiles, int nucleiRings, int cytoplasmRings) {
    Map<Integer, List<Place>> rows = new HashMap<>();
    Map<List<Integer>, Place> places = new HashMap<>();
    int last = 0;
    for (Tile tile : tiles) {
      Place place = new Place(tile);
      places.put(List.of(tile.row(), tile.column()), place);
      rows.computeIfAbsent(tile.row(), row -> new ArrayList<>()).add(place);
      last = Math.max(last, tile.row());
    }
    for (Place place : places.values()) {
      addAround(place, places, nucleiRings, place.nucleiAround);
      addAround(place, places, cytoplasmRings, place.cytoplasmAround);
    }
    List<TileStep> steps = new ArrayList<>();
    for (int row = 0; row <= last + nucleiRings + cytoplasmRings; row++) {
      add(steps, Kind.NUCLEI, rows.get(row));
      add(steps, Kind.CYTOPLASM, rows.get(row - nucleiRings));
      add(steps, Kind.CELLS, rows.get(row - nucleiRings - cytoplasmRings));
    }
    return steps;
  }

  private static void addAround(
      Place place, Map<List<Integer>, Place> places, int rings, List<Place> around) {
    for (int row = place.tile.row() - rings; row <= place.tile.row() + rings; row++) {
      for (int column = place.tile.column() - rings;
          column <= place.tile.column() + rings;
          column++) {
        Place other = places.get(List.of(row, column));
        if (other != null) {
          around.add(other);
        }
      }
    }
  }

  private static void add(List<TileStep> steps, Kind kind, List<Place> row) {
    if (row != null) {
      row.forEach(place -> steps.add(new TileStep(kind, place)));
    }
  }
}
