package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.List;

/** Says which nuclei share a cytoplasm. */
final class GiantGrouping {

  private final Nuclei nuclei;
  private final PairEvidence evidence;
  private final CellSettings settings;
  private final TileFrame frame;

  GiantGrouping(Nuclei nuclei, PairEvidence evidence, CellSettings settings, TileFrame frame) {
    this.nuclei = nuclei;
    this.evidence = evidence;
    this.settings = settings;
    this.frame = frame;
  }

  /** Returns the nuclei of each giant cell. */
  List<int[]> groups() {
    List<Neighbours.Pair> pairs =
        Neighbours.within(nuclei, frame.pixels(settings.giantEdgeMicrons()));
    int[] root = new int[nuclei.count()];
    for (int i = 0; i < root.length; i++) {
      root[i] = i;
    }
    for (Neighbours.Pair pair : pairs) {
      if (evidence.sameCell(pair)) {
        int a = find(root, pair.a());
        int b = find(root, pair.b());
        root[Math.max(a, b)] = Math.min(a, b);
      }
    }
    return accepted(root);
  }

  private List<int[]> accepted(int[] root) {
    List<List<Integer>> members = new ArrayList<>();
    for (int i = 0; i < root.length; i++) {
      members.add(new ArrayList<>());
    }
    for (int i = 0; i < root.length; i++) {
      members.get(find(root, i)).add(i);
    }
    List<int[]> accepted = new ArrayList<>();
    for (List<Integer> group : members) {
      if (group.size() >= settings.giantMinNuclei()) {
        int[] indices = group.stream().mapToInt(Integer::intValue).toArray();
        if (frame.areaUm2(1) > 0 && extent(indices) <= maxExtent()) {
          accepted.add(indices);
        }
      }
    }
    return accepted;
  }

  private double maxExtent() {
    return frame.pixels(settings.giantMaxExtentMicrons());
  }

  private double extent(int[] group) {
    double extent = 0;
    for (int a : group) {
      for (int b : group) {
        extent = Math.max(extent, Neighbours.distance(nuclei, a, b));
      }
    }
    return extent;
  }

  private static int find(int[] root, int i) {
    int r = i;
    while (root[r] != r) {
      root[r] = root[root[r]];
      r = root[r];
    }
    return r;
  }
}
