package org.ranklens.ihc.cell;

import java.util.Arrays;
import java.util.List;

/**
 * Parts nodes that are no nucleus as a whole: dumbbells, clumps, rings. Which waists part nuclei is
 * chosen as the nodes are, by dynamic programming over the tree of waists. It owns its arrays, and
 * parts one node after the other.
 */
final class NucleusSplits {

  private static final double MOST_AREA_UM2 = 1300;

  /** A node that reaches further becomes no nucleus, nor is it parted. */
  static final double MOST_EXTENT_MICRONS = 55;

  private static final double HOLE_UM2 = 12;

  /** A waist that is narrower by less is the raggedness of pixels. */
  private static final double LEAST_WAIST_MICRONS = 0.25;

  /** A node that fills its ellipse this well is left whole. */
  private static final double WHOLE_FILL = 0.93;

  private static final double MARKED_WHOLE_FILL = 0.97;

  /** Parts have to be better than the whole by this much. */
  private static final double PENALTY = 0.97;

  /** Below this a contour is texture; optical density per micrometre. */
  private static final double LEAST_GRADIENT = 0.05;

  private final ComponentTree tree;
  private final TileFrame frame;
  private final NucleusWorth worth;
  private final double wholeFill;
  private final int holePixels;
  private final int leastDepth;
  private final Patch patch = new Patch();
  private final Basins basins = new Basins();
  private final PartSums sums;
  private double[] own = new double[64];
  private double[] children = new double[64];
  private int[] part = new int[64];

  NucleusSplits(ComponentTree tree, TileFrame frame, NucleusWorth worth, Compartment marker) {
    this.wholeFill = marker == Compartment.NUCLEUS ? MARKED_WHOLE_FILL : WHOLE_FILL;
    this.tree = tree;
    this.frame = frame;
    this.worth = worth;
    this.sums = new PartSums(tree, frame);
    this.holePixels = (int) (HOLE_UM2 / frame.areaUm2(1));
    this.leastDepth = (int) Math.ceil(5 * frame.pixels(LEAST_WAIST_MICRONS));
  }

  /** Returns which nodes are looked at: what becomes of them depends on nothing far. */
  static NodeBounds bounds(NucleusWorth worth, TileFrame frame) {
    return new NodeBounds(
        worth.leastPixels(),
        (int) (MOST_AREA_UM2 / frame.areaUm2(1)),
        (int) frame.pixels(MOST_EXTENT_MICRONS));
  }

  /** Returns the worth of the best parts, 0 where they can hardly be worth {@code toBeat}. */
  double worth(int node, double toBeat) {
    NodeSums nodes = tree.sums();
    double steepness = nodes.contourGradient(node);
    if (steepness < LEAST_GRADIENT * frame.pixelSizeMicrons()
        || worth.most(nodes.area(node), steepness) < toBeat
        || nodes.ellipse(node).fill() >= wholeFill) {
      return 0;
    }
    cut(node);
    return isWhole(node) ? 0 : part();
  }

  /** Tells whether a node that was cut has no waist and no hole, so that no parts beat it. */
  private boolean isWhole(int node) {
    NodeSums nodes = tree.sums();
    return patch.innerCount() == nodes.area(node)
        && !basins.anyWaist(leastDepth)
        && worth.of(nodes.ellipse(node), nodes.contourGradient(node)) > 0;
  }

  /** Parts what was cut the best way, of which leaving it whole is one; returns the worth. */
  private double part() {
    sum();
    int nodes = basins.nodes();
    Arrays.fill(children, 0, nodes, 0);
    for (int i = 0; i < nodes; i++) {
      own[i] = worth.fits(sums.area(i)) ? worth.of(sums.ellipse(i), sums.contourGradient(i)) : 0;
      if (i >= basins.leaves() && basins.waistDepth(i) < leastDepth) {
        children[i] = 0;
      }
      int parent = basins.parent(i);
      if (parent >= 0) {
        children[parent] += Math.max(own[i], PENALTY * children[i]);
      }
    }
    double sum = 0;
    for (int i = nodes - 1; i >= 0; i--) {
      int parent = basins.parent(i);
      part[i] = -1;
      if (parent >= 0 && part[parent] >= 0) {
        part[i] = part[parent];
      } else if (own[i] > 0 && own[i] >= PENALTY * children[i]) {
        part[i] = i;
        sum += own[i];
      }
    }
    boolean whole = part[nodes - 1] >= 0;
    return whole ? sum : PENALTY * sum;
  }

  private void cut(int node) {
    patch.cut(tree, node, holePixels);
    basins.flood(patch, patch.fifthsToOutside());
  }

  private void sum() {
    sums.sum(patch, basins);
    if (part.length < basins.nodes()) {
      own = new double[2 * basins.nodes()];
      children = new double[2 * basins.nodes()];
      part = new int[2 * basins.nodes()];
    }
  }

  /** Paints a node, whole or in its best parts, with the next labels, and tells their shapes. */
  void paint(NucleusChoice.Chosen chosen, int[] labels, int width, List<Ellipse> shapes) {
    if (chosen.whole()) {
      patch.cut(tree, chosen.node(), holePixels);
      shapes.add(whole(chosen.node()));
      int[] inner = patch.inner();
      for (int i = 0; i < patch.innerCount(); i++) {
        labels[place(inner[i], width)] = shapes.size();
      }
      return;
    }
    cut(chosen.node());
    part();
    int[] labelOfNode = new int[basins.nodes()];
    for (int node = 0; node < basins.nodes(); node++) {
      if (part[node] == node) {
        shapes.add(sums.ellipse(node));
        labelOfNode[node] = shapes.size();
      }
    }
    int[] inner = patch.inner();
    for (int i = 0; i < patch.innerCount(); i++) {
      int leaf = basins.leafOfPixel(inner[i]);
      if (part[leaf] >= 0) {
        labels[place(inner[i], width)] = labelOfNode[part[leaf]];
      }
    }
  }

  /** Returns the shape of a node that was cut, its holes filled. */
  private Ellipse whole(int node) {
    if (patch.innerCount() == tree.sums().area(node)) {
      return tree.sums().ellipse(node);
    }
    sums.sumWhole(patch);
    return sums.ellipse(0);
  }

  private int place(int p, int width) {
    int row = p / patch.width();
    return (row + patch.top()) * width + p - row * patch.width() + patch.left();
  }
}
