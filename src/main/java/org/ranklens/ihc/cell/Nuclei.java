package org.ranklens.ihc.cell;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ranklens.ihc.stain.PlaneMemory;

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
  private final Optional<LabelRuns> runs;

  private Nuclei(int[] labels, List<Ellipse> shapes, Optional<LabelRuns> runs) {
    this.labels = labels;
    this.shapes = shapes;
    this.runs = runs;
  }

  /**
   * Takes over labels in any order, without gaps.
   *
   * @param runs of the labels
   * @param shapes of labels 1, 2...
   * @param keep which labels stay
   */
  static Nuclei of(int[] labels, LabelRuns runs, List<Ellipse> shapes, boolean[] keep) {
    int[] order =
        IntStream.range(0, shapes.size())
            .filter(i -> keep[i])
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer i) -> shapes.get(i).y())
                    .thenComparingDouble(i -> shapes.get(i).x()))
            .mapToInt(i -> i + 1)
            .toArray();
    int[] renamed = new int[shapes.size() + 1];
    for (int i = 0; i < order.length; i++) {
      renamed[order[i]] = i + 1;
    }
    for (int label = 1; label < renamed.length; label++) {
      for (int run = runs.begin(label); run < runs.begin(label + 1); run++) {
        Arrays.fill(labels, runs.first(run), runs.end(run), renamed[label]);
      }
    }
    return new Nuclei(
        labels,
        Arrays.stream(order).mapToObj(label -> shapes.get(label - 1)).toList(),
        Optional.of(runs.renamed(order)));
  }

  /** Gives the pixels of nuclei labels 1, 2..., as far as they reach into an area. */
  static int[] painted(List<Nucleus> nuclei, TileFrame.Core area, PlaneMemory memory) {
    int[] labels = memory.ints(area.width() * area.height());
    Arrays.fill(labels, 0, area.width() * area.height(), 0);
    for (int i = 0; i < nuclei.size(); i++) {
      nuclei.get(i).mask().paint(labels, area, i + 1);
    }
    return labels;
  }

  /** Takes over labels; the shapes are those of labels 1, 2... */
  static Nuclei labelled(int[] labels, List<Ellipse> shapes) {
    return new Nuclei(labels, shapes, Optional.empty());
  }

  int count() {
    return shapes.size();
  }

  /** Returns the shape of label {@code index + 1}. */
  Ellipse shape(int index) {
    return shapes.get(index);
  }

  /**
   * Returns the pixels of each label.
   *
   * @param width of the plane of labels
   */
  LabelRuns runs(int width) {
    return runs.orElseGet(() -> LabelRuns.of(labels, width, count()));
  }

  /** Returns the labels themselves, not a copy; 0 is none. */
  int[] labels() {
    return labels;
  }
}
