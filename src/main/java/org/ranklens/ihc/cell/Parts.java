package org.ranklens.ihc.cell;

import java.util.List;

/** A patch and the parts of it that are nuclei. It owns its array. */
final class Parts {

  private final Patch patch;
  private final Basins basins;
  private final PartSums sums;
  private final int[] part;
  private final double worth;

  /**
   * Takes over an array.
   *
   * @param part for each node of the waists the node that is a part, -1 for none
   */
  Parts(Patch patch, Basins basins, PartSums sums, int[] part, double worth) {
    this.patch = patch;
    this.basins = basins;
    this.sums = sums;
    this.part = part;
    this.worth = worth;
  }

  double worth() {
    return worth;
  }

  /** Paints each part with the next label and tells its shape. */
  void paint(int[] labels, int width, List<Ellipse> shapes) {
    int[] labelOfNode = new int[part.length];
    for (int node = 0; node < part.length; node++) {
      if (part[node] == node) {
        shapes.add(sums.ellipse(node));
        labelOfNode[node] = shapes.size();
      }
    }
    for (int p = 0; p < patch.pixels(); p++) {
      int leaf = basins.leafOfPixel(p);
      if (leaf >= 0 && part[leaf] >= 0) {
        labels[(p / patch.width() + patch.top()) * width + p % patch.width() + patch.left()] =
            labelOfNode[part[leaf]];
      }
    }
  }
}
