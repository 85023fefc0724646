package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Squares of a micrometre, drawn by hand: three nuclei of one cell, and one of another. */
class GroupBodyTest {

  private static final int EDGE = 90;
  private static final int MIDDLE = 45;
  private static final int HALF_BODY = 11;
  private static final double PALE = 0.05;
  private static final double DARK = 0.25;
  private static final double BAND = 0.05;
  private static final int[] MEMBERS = {0, 1, 2};

  @Test
  void aBodyEndsWhereItsStainDoes() {
    GroupBody.Found found = found(PALE);

    // Smoothed, the outermost squares are 11 sixteenths up, which is out of the band: 21 x 21
    // squares are left, less three nuclei of 25.
    assertThat(found.areaUm2()).isEqualTo(21 * 21 - 3 * 25);
    assertThat(found.leak()).isZero();
    assertThat(found.others()).isZero();
    // The corner at the lower right, 10 across and 10 down, from that of the nearest nucleus.
    assertThat(found.thicknessMicrons()).isEqualTo(2 * 1.4 + 6);
  }

  @Test
  void aSheetGoesOnBeyondWhatIsLookedAtAndTouchesOthers() {
    GroupBody.Found found = found(DARK);

    assertThat(found.others()).isEqualTo(1);
    assertThat(found.leak()).isBetween(0.8, 0.99);
  }

  private static GroupBody.Found found(double around) {
    int[] labels = new int[EDGE * EDGE];
    List<Ellipse> shapes = new ArrayList<>();
    nucleus(labels, shapes, MIDDLE - 6, MIDDLE - 6);
    nucleus(labels, shapes, MIDDLE + 6, MIDDLE - 6);
    nucleus(labels, shapes, MIDDLE, MIDDLE + 6);
    nucleus(labels, shapes, MIDDLE + 15, MIDDLE);
    float[] cytoplasm = new float[labels.length];
    float[] dab = new float[labels.length];
    for (int q = 0; q < labels.length; q++) {
      int off = Math.max(Math.abs(q % EDGE - MIDDLE), Math.abs(q / EDGE - MIDDLE));
      cytoplasm[q] = labels[q] > 0 ? 0 : 1;
      dab[q] = labels[q] > 0 ? 0 : (float) (off <= HALF_BODY ? DARK : around);
    }
    TileFrame frame = new TileFrame(0, 0, new TileFrame.Core(0, 0, EDGE, EDGE), 1, 1);
    NucleusScene scene =
        new NucleusScene(
            new CoarseStains(frame, EDGE, labels, cytoplasm, dab, new float[labels.length]),
            shapes,
            shapes.stream().map(shape -> OptionalDouble.of(DARK)).toList());
    GroupHull hull = GroupHull.of(scene.nuclei(), MEMBERS);
    GroupBody body = new GroupBody(scene);
    body.begin(MEMBERS, hull.grown(GroupBody.REACH_MICRONS));
    return body.follow(MEMBERS, DARK, BAND);
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
