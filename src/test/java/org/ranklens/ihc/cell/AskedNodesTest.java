package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ranklens.ihc.stain.PlaneMemory;

/** Flooding from the core alone finds all that may be its nuclei, on noise of many lengths. */
class AskedNodesTest {

  private static final int EDGE = 200;
  private static final int BESIDE = 3;
  private static final NodeBounds BOUNDS = new NodeBounds(12, 3000, 80);

  @Test
  void nucleiOfTheCoreAreTheSameHoweverMuchIsFlooded() {
    int whole = 0;
    int ofCore = 0;
    for (int seed = 0; seed < 6; seed++) {
      PlaneMemory memory = new PlaneMemory();
      SmoothPlane plane = SmoothPlane.of(noise(new Random(seed), 2 + seed), EDGE, EDGE, memory);
      TileFrame frame = new TileFrame(0, 0, new TileFrame.Core(60, 70, 130, 125), 1, 0.5);
      NodeSums all = ComponentTree.of(plane, frame, BOUNDS, memory).sums();
      NodeSums some = ComponentTree.ofCore(plane, frame, BOUNDS, BESIDE, memory).sums();

      assertThat(ofCore(some, frame)).isEqualTo(ofCore(all, frame)).hasSizeGreaterThan(10);
      whole += all.count();
      ofCore += some.count();
    }
    assertThat(ofCore).isLessThan(3 * whole / 4);
  }

  /** Returns whatever is known of the nodes in the core that fill an ellipse as nuclei do. */
  private static Set<String> ofCore(NodeSums sums, TileFrame frame) {
    boolean[] asked = AskedNodes.of(sums, frame, BESIDE);
    Set<String> told = new TreeSet<>();
    for (int node = 0; node < asked.length; node++) {
      Ellipse shape = sums.ellipse(node);
      if (asked[node] && shape.fill() >= 0.8 && frame.core().holds(shape.x(), shape.y())) {
        int parent = sums.parent(node);
        String above = parent < 0 ? "none" : sums.level(parent) + " " + sums.ellipse(parent);
        told.add(
            String.join(
                "; ",
                "level " + sums.level(node),
                shape.toString(),
                "contour " + sums.contourGradient(node),
                above));
      }
    }
    return told;
  }

  private static float[] noise(Random random, double sigma) {
    float[] plane = new float[EDGE * EDGE];
    for (int p = 0; p < plane.length; p++) {
      plane[p] = (float) (sigma * random.nextGaussian());
    }
    return GaussianFilter.of(plane, EDGE, EDGE, sigma);
  }
}
