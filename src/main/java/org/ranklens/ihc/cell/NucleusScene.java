package org.ranklens.ihc.cell;

import java.util.List;
import java.util.Optional;

/**
 * What the grouping of nuclei looks at. It owns its arrays.
 *
 * <p>The planes are smoothed.
 */
final class NucleusScene {

  /** Added to a level before dividing by it: differences below it are noise. */
  static final double NOISE_OD = 0.1;

  private final Nuclei nuclei;
  private final float[] dab;
  private final float[] hematoxylin;
  private final int width;
  private final TileFrame frame;
  private final List<Optional<CytoplasmOd>> cytoplasm;

  NucleusScene(
      Nuclei nuclei,
      float[] dab,
      float[] hematoxylin,
      int width,
      TileFrame frame,
      List<Optional<CytoplasmOd>> cytoplasm) {
    this.nuclei = nuclei;
    this.dab = dab;
    this.hematoxylin = hematoxylin;
    this.width = width;
    this.frame = frame;
    this.cytoplasm = cytoplasm;
  }

  Nuclei nuclei() {
    return nuclei;
  }

  float[] dab() {
    return dab;
  }

  float[] hematoxylin() {
    return hematoxylin;
  }

  int width() {
    return width;
  }

  int height() {
    return dab.length / width;
  }

  TileFrame frame() {
    return frame;
  }

  /** Returns the DAB of the cytoplasm around a nucleus, 0 where none could be measured. */
  double od(int nucleus) {
    return cytoplasm.get(nucleus).map(CytoplasmOd::mean).orElse(0.0);
  }

  double unlikeness(int a, int b) {
    return Math.abs(od(a) - od(b)) / (NOISE_OD + level(a, b));
  }

  double level(int a, int b) {
    return Math.max(0, (od(a) + od(b)) / 2);
  }
}
