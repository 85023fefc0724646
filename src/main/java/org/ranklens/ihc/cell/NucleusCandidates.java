package org.ranklens.ihc.cell;

import java.util.List;

/** Shapes that may be nuclei. It owns its arrays. */
final class NucleusCandidates {

  private final int[] labels;
  private final LabelRuns runs;
  private final List<Ellipse> shapes;
  private final float[] plane;
  private final float[] smooth;

  /**
   * Takes over arrays.
   *
   * @param labels of the shapes, from 1
   * @param width of the planes
   * @param plane they stand out of
   * @param smooth the same smoothed
   */
  NucleusCandidates(
      int[] labels, int width, int height, List<Ellipse> shapes, float[] plane, float[] smooth) {
    this.labels = labels;
    this.runs = LabelRuns.of(labels, width, height, shapes.size());
    this.shapes = shapes;
    this.plane = plane;
    this.smooth = smooth;
  }

  /** Returns the shape of each pixel, from 1, 0 where there is none; not a copy. */
  int[] labels() {
    return labels;
  }

  /** Returns the pixels of each shape. */
  LabelRuns runs() {
    return runs;
  }

  List<Ellipse> shapes() {
    return shapes;
  }

  /** Returns the plane that they stand out of; not a copy. */
  float[] plane() {
    return plane;
  }

  /** Returns the same smoothed; not a copy. */
  float[] smooth() {
    return smooth;
  }
}
