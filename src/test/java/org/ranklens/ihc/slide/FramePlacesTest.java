package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FramePlacesTest {

  private static final int WIDTH = 7;
  private static final int HEIGHT = 5;

  /** Frames by chance, off any grid and one over another; the truth asks each for each pixel. */
  @Test
  void aRegionSeesEveryFrameThatReachesIntoItAndNoOther() {
    SplittableRandom random = new SplittableRandom(1);
    List<Integer> columns = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      columns.add(random.nextInt(100));
      rows.add(random.nextInt(100));
    }
    FramePlaces places = new FramePlaces(WIDTH, HEIGHT, columns, rows);
    for (int i = 0; i < 200; i++) {
      Region region = new Region(0, random.nextInt(100), random.nextInt(100), 12, 9);
      boolean[] shown = new boolean[12 * 9];
      places.mark(region, shown);
      for (int p = 0; p < shown.length; p++) {
        int x = region.x() + p % 12;
        int y = region.y() + p / 12;
        assertThat(shown[p]).isEqualTo(isShown(x, y, columns, rows));
      }
    }
  }

  private static boolean isShown(int x, int y, List<Integer> columns, List<Integer> rows) {
    for (int i = 0; i < columns.size(); i++) {
      int across = x - columns.get(i);
      int down = y - rows.get(i);
      if (across >= 0 && across < WIDTH && down >= 0 && down < HEIGHT) {
        return true;
      }
    }
    return false;
  }

  @Test
  void framesWithoutASizeOrAPlaceShowNothing() {
    boolean[] shown = new boolean[4];
    Region region = new Region(0, 0, 0, 2, 2);
    new FramePlaces(0, 0, List.of(0), List.of(0)).mark(region, shown);
    new FramePlaces(2, 2, List.of(), List.of()).mark(region, shown);
    assertThat(shown).containsOnly(false);
  }
}
