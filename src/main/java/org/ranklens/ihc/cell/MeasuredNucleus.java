package org.ranklens.ihc.cell;

import java.util.Optional;

/**
 * A nucleus with the cytoplasm that it would have as a cell by itself. It owns its array.
 *
 * <p>Whether it is one, or a nucleus of a giant cell, is decided later.
 */
final class MeasuredNucleus {

  private final Nucleus nucleus;
  private final PixelRuns cell;
  private final double nucleusDabSum;
  private final float[] cytoplasmDab;
  private final Optional<CytoplasmOd> ring;
  private final Optional<CytoplasmOd> cytoplasm;

  /**
   * Takes over an array.
   *
   * @param cell pixels of nucleus and cytoplasm
   * @param nucleusDabSum over the nucleus' pixels
   * @param cytoplasmDab DAB of the ring around the nucleus that the cytoplasm is measured by
   * @param ring what it gave
   * @param cytoplasm that, corrected by what is seen of the rest
   */
  MeasuredNucleus(
      Nucleus nucleus,
      PixelRuns cell,
      double nucleusDabSum,
      float[] cytoplasmDab,
      Optional<CytoplasmOd> ring,
      Optional<CytoplasmOd> cytoplasm) {
    this.nucleus = nucleus;
    this.cell = cell;
    this.nucleusDabSum = nucleusDabSum;
    this.cytoplasmDab = cytoplasmDab;
    this.ring = ring;
    this.cytoplasm = cytoplasm;
  }

  Nucleus nucleus() {
    return nucleus;
  }

  PixelRuns cell() {
    return cell;
  }

  double nucleusDabSum() {
    return nucleusDabSum;
  }

  float[] cytoplasmDab() {
    return cytoplasmDab;
  }

  Optional<CytoplasmOd> ring() {
    return ring;
  }

  Optional<CytoplasmOd> cytoplasm() {
    return cytoplasm;
  }
}
