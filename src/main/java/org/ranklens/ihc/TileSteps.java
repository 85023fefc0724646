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
 * measuring of those. Cells are found in blocks of tiles: what giant cells need looks far beyond a
 * tile, in squares of a micrometre, of which a block has as many as a tile has pixels. Only the
 * rows at work are known.
 */
final class TileSteps implements Iterator<TileStep> {

  private final int nucleiRings;
  private final int cytoplasmRings;
  private final int blockEdge;
  private final NavigableMap<Integer, List<Tile>> tiles = new TreeMap<>();
  private final NavigableMap<Integer, Map<Integer, TileStep.Place>> places = new TreeMap<>();
  private final Deque<TileStep> ready = new ArrayDeque<>();
  private int row;

  /**
   * Orders steps.
   *
   * @param nucleiRings how many tiles far a tile's measuring needs nuclei
   * @param cytoplasmRings how many tiles far a tile's cells need cytoplasm
   * @param blockEdge tiles along the edge of a block
   */
  TileSteps(List<Tile> tiles, int nucleiRings, int cytoplasmRings, int blockEdge) {
    this.blockEdge = blockEdge;
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
    return tiles.lastKey() + nucleiRings + cytoplasmRings + blockEdge - 1;
  }

  private void addRow() {
    Map<Integer, TileStep.Place> made = new HashMap<>();
    for (Tile tile : tiles.getOrDefault(row, List.of())) {
      made.put(tile.column(), new TileStep.Place(tile));
    }
    places.put(row, made);
    add(TileStep.Kind.NUCLEI, row, 0);
    add(TileStep.Kind.CYTOPLASM, row - nucleiRings, nucleiRings);
    int lastOfBlock = row - nucleiRings - cytoplasmRings;
    if (Math.floorMod(lastOfBlock, blockEdge) == blockEdge - 1) {
      addBlocks(lastOfBlock + 1 - blockEdge);
    }
    int rowsNeeded = nucleiRings + Math.max(nucleiRings, 2 * cytoplasmRings + blockEdge - 1);
    places.headMap(row + 1 - rowsNeeded).clear();
  }

  private void add(TileStep.Kind kind, int of, int rings) {
    for (Tile tile : tiles.getOrDefault(of, List.of())) {
      TileStep.Place place = places.get(of).get(tile.column());
      ready.add(new TileStep(kind, List.of(place), around(List.of(tile), rings)));
    }
  }

  private void addBlocks(int firstRow) {
    NavigableMap<Integer, List<Tile>> blocks = new TreeMap<>();
    for (List<Tile> row : tiles.subMap(firstRow, firstRow + blockEdge).values()) {
      for (Tile tile : row) {
        blocks.computeIfAbsent(tile.column() / blockEdge, made -> new ArrayList<>()).add(tile);
      }
    }
    for (List<Tile> block : blocks.values()) {
      List<TileStep.Place> own =
          block.stream().map(tile -> places.get(tile.row()).get(tile.column())).toList();
      ready.add(new TileStep(TileStep.Kind.CELLS, own, around(block, cytoplasmRings)));
    }
  }

  private List<TileStep.Place> around(List<Tile> block, int rings) {
    int left = block.stream().mapToInt(Tile::column).min().orElseThrow() - rings;
    int right = block.stream().mapToInt(Tile::column).max().orElseThrow() + rings;
    int top = block.stream().mapToInt(Tile::row).min().orElseThrow() - rings;
    int bottom = block.stream().mapToInt(Tile::row).max().orElseThrow() + rings;
    List<TileStep.Place> around = new ArrayList<>();
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        TileStep.Place place = places.getOrDefault(y, Map.of()).get(x);
        if (place != null) {
          around.add(place);
        }
      }
    }
    return around;
  }
}
