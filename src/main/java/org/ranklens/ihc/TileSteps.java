package org.ranklens.ihc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/**
 * The steps of the work in an order in which each comes behind those whose results it needs: row by
 * row, the measuring of a row behind the nuclei of the rows within its reach, its cells behind the
 * measuring of those. Only the rows at work are known.
 */
final class TileSteps implements Iterator<TileStep> {

  private final int nucleiRings;
  private final int cytoplasmRings;
  private final NavigableMap<Integer, List<Tile>> tiles = new TreeMap<>();
  private final NavigableMap<Integer, Map<Integer, TileStep.Place>> places = new TreeMap<>();
  private final Deque<TileStep> ready = new ArrayDeque<>();
  private int row;

  /**
   * Orders steps.
   *
   * @param nucleiRings how many tiles far a tile's measuring needs nuclei
   * @param cytoplasmRings how many tiles far a tile's cells need cytoplasm
   */
  TileSteps(List<Tile> tiles, int nucleiRings, int cytoplasmRings) {
    this.nucleiRings = nucleiRings;
    this.cytoplasmRings = cytoplasmRings;
    for (Tile tile : tiles) {
      this.tiles.computeIfAbsent(tile.row(), made -> new ArrayList<>()).add(tile);
    }
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !tiles.isEmpty() && row <= lastRow()) {
      addRow();
      row++;
    }
    return !ready.isEmpty();
  }

  @Override
  public TileStep next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private int lastRow() {
    return tiles.lastKey() + nucleiRings + cytoplasmRings;
  }

  private void addRow() {
    Map<Integer, TileStep.Place> made = new HashMap<>();
    for (Tile tile : tiles.getOrDefault(row, List.of())) {
      made.put(tile.column(), new TileStep.Place(tile));
    }
    places.put(row, made);
    add(TileStep.Kind.NUCLEI, row, 0);
    add(TileStep.Kind.CYTOPLASM, row - nucleiRings, nucleiRings);
    add(TileStep.Kind.CELLS, row - nucleiRings - cytoplasmRings, cytoplasmRings);
    int rowsNeeded = nucleiRings + Math.max(nucleiRings, 2 * cytoplasmRings);
    places.headMap(row + 1 - rowsNeeded).clear();
  }

  private void add(TileStep.Kind kind, int of, int rings) {
    for (Tile tile : tiles.getOrDefault(of, List.of())) {
      ready.add(new TileStep(kind, places.get(of).get(tile.column()), around(tile, rings)));
    }
  }

  private List<TileStep.Place> around(Tile tile, int rings) {
    List<TileStep.Place> around = new ArrayList<>();
    for (int y = tile.row() - rings; y <= tile.row() + rings; y++) {
      for (int x = tile.column() - rings; x <= tile.column() + rings; x++) {
        TileStep.Place place = places.getOrDefault(y, Map.of()).get(x);
        if (place != null) {
          around.add(place);
        }
      }
    }
    return around;
  }
}
