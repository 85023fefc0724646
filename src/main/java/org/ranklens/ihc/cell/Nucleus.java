package org.ranklens.ihc.cell;

/**
 * One nucleus.
 *
 * @param shape its moments
 * @param mask its pixels
 */
record Nucleus(Ellipse shape, PixelRuns mask) {

  void pack(PackedWriter out) {
    shape.pack(out);
    mask.pack(out);
  }

  static Nucleus unpacked(PackedReader in) {
    return new Nucleus(Ellipse.unpacked(in), PixelRuns.unpacked(in));
  }
}
