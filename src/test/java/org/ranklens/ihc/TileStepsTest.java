package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranklens.ihc.cell.TileFrame;

/** A slide of 9 x 7 tiles, some of them without tissue, by hand. */
class TileStepsTest {

  private static final int EDGE = 100;

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "1, 1, 2", "2, 1, 2", "1, 2, 4", "3, 3, 8"})
  void eachStepComesBehindThoseItNeeds(int nucleiRings, int cytoplasmRings, int blockEdge) {
    List<Tile> tiles = tiles();
    Set<Tile> found = new HashSet<>();
    Set<Tile> measured = new HashSet<>();
    List<Tile> done = new ArrayList<>();

    TileSteps steps = new TileSteps(tiles, nucleiRings, cytoplasmRings, blockEdge);
    while (steps.hasNext()) {
      TileStep step = steps.next();
      List<Tile> own = step.places().stream().map(TileStep.Place::tile).toList();
      switch (step.kind()) {
        case NUCLEI -> found.addAll(own);
        case CYTOPLASM -> {
          assertThat(around(step)).isEqualTo(around(tiles, own, nucleiRings)).isSubsetOf(found);
          measured.addAll(own);
        }
        case CELLS -> {
          assertThat(around(step))
              .containsAll(around(tiles, own, cytoplasmRings))
              .isSubsetOf(measured);
          done.addAll(own);
        }
      }
    }

    assertThat(found).hasSameElementsAs(tiles);
    assertThat(measured).hasSameElementsAs(tiles);
    assertThat(done).hasSameElementsAs(tiles).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"1, 7", "2, 4", "4, 2"})
  void cellsComeInRowsOfBlocks(int blockEdge, int rows) {
    List<Integer> found = new ArrayList<>();
    TileSteps steps = new TileSteps(tiles(), 1, 1, blockEdge);
    while (steps.hasNext()) {
      TileStep step = steps.next();
      if (step.kind() == TileStep.Kind.CELLS) {
        Set<Integer> its =
            step.places().stream()
                .map(place -> place.tile().row() / blockEdge)
                .collect(Collectors.toSet());
        assertThat(its).hasSize(1);
        found.addAll(its);
      }
    }
    assertThat(found).isSorted();
    assertThat(new HashSet<>(found)).hasSize(rows);
  }

  private static Set<Tile> around(TileStep step) {
    return step.around().stream().map(TileStep.Place::tile).collect(Collectors.toSet());
  }

  private static Set<Tile> around(List<Tile> tiles, List<Tile> own, int rings) {
    return tiles.stream()
        .filter(
            tile ->
                own.stream()
                    .anyMatch(
                        it ->
                            Math.abs(it.row() - tile.row()) <= rings
                                && Math.abs(it.column() - tile.column()) <= rings))
        .collect(Collectors.toSet());
  }

  private static List<Tile> tiles() {
    Random random = new Random(2);
    List<Tile> tiles = new ArrayList<>();
    for (int row = 0; row < 7; row++) {
      for (int column = 0; column < 9; column++) {
        if (column == row || random.nextInt(4) > 0) {
          int x = column * EDGE;
          int y = row * EDGE;
          tiles.add(new Tile(row, column, new TileFrame.Core(x, y, x + EDGE, y + EDGE)));
        }
      }
    }
    return tiles;
  }
}
