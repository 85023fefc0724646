package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Squares of a micrometre, drawn by hand: three nuclei in the middle of a pale square. */
class GroupBorderTest {

  private static final int EDGE = 80;
  private static final int MIDDLE = 40;
  private static final int HALF_BODY = 11;
  private static final double PALE = 0.05;
  private static final double DARK = 0.25;
  private static final double BIN = 0.005;

  /**
   * Smoothed twice by 1 2 1, a step is 1, 5, 11, 15, 16 sixteenths up: at the steepest it rises by
   * 10 sixteenths in two micrometres.
   */
  private static final double STEEPEST = (DARK - PALE) * 10 / 16 / 2;

  @Test
  void aPaleBodyInDarkSurroundingsHasABorderAroundAndNoneWithin() {
    GroupBorder.Found found = found(PALE, DARK);

    assertThat(found.outside()).isCloseTo(STEEPEST, within(0.001));
    assertThat(found.within()).isZero();
    assertThat(found.belowDark()).isCloseTo(DARK - PALE, within(BIN));
    assertThat(found.abovePale()).isZero();
  }

  @Test
  void aDarkBodyOnGlassIsAboveWhatIsPale() {
    GroupBorder.Found found = found(DARK, PALE);

    assertThat(found.outside()).isCloseTo(STEEPEST, within(0.001));
    assertThat(found.abovePale()).isCloseTo(DARK - PALE, within(BIN));
    assertThat(found.belowDark()).isZero();
  }

  @Test
  void aSheetThatGoesOnHasNoBorder() {
    GroupBorder.Found found = found(DARK, DARK);

    assertThat(found.outside()).isZero();
    assertThat(found.outsideLow()).isZero();
  }

  private static GroupBorder.Found found(double body, double around) {
    int[] labels = new int[EDGE * EDGE];
    List<Ellipse> shapes = new ArrayList<>();
    int[][] places = {{MIDDLE - 6, MIDDLE - 4}, {MIDDLE + 6, MIDDLE - 4}, {MIDDLE, MIDDLE + 6}};
    for (int[] place : places) {
      nucleus(labels, shapes, place[0], place[1]);
    }
    float[] cytoplasm = new float[labels.length];
    float[] dab = new float[labels.length];
    for (int q = 0; q < labels.length; q++) {
      int off = Math.max(Math.abs(q % EDGE - MIDDLE), Math.abs(q / EDGE - MIDDLE));
      cytoplasm[q] = labels[q] > 0 ? 0 : 1;
      dab[q] = labels[q] > 0 ? 0 : (float) (off <= HALF_BODY ? body : around);
    }
    TileFrame frame = new TileFrame(0, 0, new TileFrame.Core(0, 0, EDGE, EDGE), 1, 1);
    CoarseStains stains =
        new CoarseStains(frame, EDGE, labels, cytoplasm, dab, new float[labels.length]);
    NucleusScene scene =
        new NucleusScene(
            stains, shapes, shapes.stream().map(shape -> OptionalDouble.of(body)).toList());
    GroupHull hull = GroupHull.of(scene.nuclei(), new int[] {0, 1, 2});
    return new GroupBorder(scene).of(hull, hull.grown(GroupBody.REACH_MICRONS));
  }

  private static void nucleus(int[] labels, List<Ellipse> shapes, int x, int y) {
    for (int dy = -2; dy <= 2; dy++) {
      for (int dx = -2; dx <= 2; dx++) {
        labels[(y + dy) * EDGE + x + dx] = shapes.size() + 1;
      }
    }
    shapes.add(new Ellipse(25, x + 0.5, y + 0.5, 2, 2, 0));
  }
}
