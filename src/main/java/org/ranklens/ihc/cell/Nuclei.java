package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The nuclei of a tile: a label per pixel, and the shape of each label. Labels begin at 1 and run
 * from the upper edge to the lower. It owns its arrays.
 */
final class Nuclei {

  /** From the upper edge to the lower, then from the left. */
  static final Comparator<Nucleus> DOWNWARDS =
      Comparator.comparingDouble((Nucleus nucleus) -> nucleus.shape().y())
          .thenComparingDouble(nucleus -> nucleus.shape().x());

  private final int[] labels;
  private final List<Ellipse> shapes;

  private Nuclei(int[] labels, List<Ellipse> shapes) {
    this.labels = labels;
    this.shapes = shapes;
  }

  /**
   * Takes over labels in any order, without gaps.
   *
   * @param shapes of labels 1, 2...
   * @param keep which labels stay
   */
  static Nuclei of(int[] labels, List<Ellipse> shapes, boolean[] keep) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      if (keep[i]) {
        order.add(i);
      }
    }
    order.sort(
        Comparator.comparingDouble((Integer i) -> shapes.get(i).y())
            .thenComparingDouble(i -> shapes.get(i).x()));
    int[] renamed = new int[shapes.size() + 1];
    List<Ellipse> sorted = new ArrayList<>();
    for (int i : order) {
      sorted.add(shapes.get(i));
      renamed[i + 1] = sorted.size();
    }
    for (int p = 0; p < labels.length; p++) {
      labels[p] = renamed[labels[p]];
    }
    return new Nuclei(labels, sorted);
  }

  /** Paints nuclei, sorted from the upper edge to the lower, as far as they reach into an area. */
  static Nuclei painted(List<Nucleus> nuclei, TileFrame.Core area) {
    int[] labels = new int[area.width() * area.height()];
    List<Ellipse> shapes = new ArrayList<>(nuclei.size());
    for (Nucleus nucleus : nuclei) {
      shapes.add(nucleus.shape());
      nucleus.mask().paint(labels, area, shapes.size());
    }
    return new Nuclei(labels, shapes);
  }

  /** Takes over labels; the shapes are those of labels 1, 2... */
  static Nuclei labelled(int[] labels, List<Ellipse> shapes) {
    return new Nuclei(labels, shapes);
  }

  int count() {
    return shapes.size();
  }

  /** Returns the shape of label {@code index + 1}. */
  Ellipse shape(int index) {
    return shapes.get(index);
  }

  /** Returns the labels themselves, not a copy; 0 is none. */
  int[] labels() {
    return labels;
  }
}
