package org.ranklens.ihc.cell;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The groups of nuclei of an area and what those look like that could be giant cells. Where all of
 * a slide is looked at before it is known how groups look on it, giant cells are then chosen among
 * these, and nothing is measured again. It owns its arrays.
 */
public final class SeenGroups {

  private final TileFrame.Core core;
  private final List<GroupTree.Node> nodes;
  private final List<int[]> alike;
  private final Map<DoubleBuffer, GroupLook> looks = new HashMap<>();
  private final List<double[]> inOrder = new ArrayList<>();

  /**
   * Begins without any looks.
   *
   * @param core whose giant cells are asked for
   * @param nodes the tree
   * @param alike of each node the nuclei that could be a giant cell, none where it can't be one
   */
  SeenGroups(TileFrame.Core core, List<GroupTree.Node> nodes, List<int[]> alike) {
    this.core = core;
    this.nodes = nodes;
    this.alike = alike;
  }

  /** Returns those of an area without nuclei. */
  static SeenGroups none(TileFrame.Core core) {
    return new SeenGroups(core, List.of(), List.of());
  }

  /** Takes over the look of a group whose middle lies in the core. */
  void add(GroupTree.Node node, IntFunction<Ellipse> shapes, GroupLook look) {
    looks.put(places(node, shapes), look);
    inOrder.add(look.measured());
  }

  /** Tells groups apart by where their nuclei lie, which is the same whatever area sees them. */
  static DoubleBuffer places(GroupTree.Node node, IntFunction<Ellipse> shapes) {
    double[] places = new double[2 * node.members().length];
    int to = 0;
    for (int member : node.members()) {
      Ellipse shape = shapes.apply(member);
      places[to++] = shape.x();
      places[to++] = shape.y();
    }
    return DoubleBuffer.wrap(places);
  }

  TileFrame.Core core() {
    return core;
  }

  List<GroupTree.Node> nodes() {
    return nodes;
  }

  /** Returns of each node the nuclei that could be a giant cell. */
  List<int[]> alike() {
    return alike;
  }

  Map<DoubleBuffer, GroupLook> byPlaces() {
    return looks;
  }

  /** Returns what each group looks like whose middle lies in the core. */
  public List<double[]> looks() {
    return inOrder;
  }
}
