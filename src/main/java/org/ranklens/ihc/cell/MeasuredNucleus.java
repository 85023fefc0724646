package org.ranklens.ihc.cell;

import java.util.Optional;

/**
 * A nucleus with the cytoplasm that it would have as a cell by itself.
 *
 * <p>Whether it is one, or a nucleus of a giant cell, is decided later.
 *
 * @param nucleus itself
 * @param cell pixels of nucleus and cytoplasm
 * @param nucleusDabSum over the nucleus' pixels
 * @param ring pixels around the nucleus that the cytoplasm is read from
 * @param ringOd what they gave
 * @param cytoplasm that, corrected by what is seen of the rest
 */
record MeasuredNucleus(
    Nucleus nucleus,
    PixelRuns cell,
    double nucleusDabSum,
    PixelRuns ring,
    Optional<CytoplasmOd> ringOd,
    Optional<CytoplasmOd> cytoplasm) {

  void pack(PackedWriter out) {
    nucleus.pack(out);
    cell.pack(out);
    out.number(nucleusDabSum);
    ring.pack(out);
    CytoplasmOd.pack(ringOd, out);
    CytoplasmOd.pack(cytoplasm, out);
  }

  /** Reads the rest of one whose shape has been read. */
  static MeasuredNucleus unpacked(Ellipse shape, PackedReader in) {
    return new MeasuredNucleus(
        new Nucleus(shape, PixelRuns.unpacked(in)),
        PixelRuns.unpacked(in),
        in.number(),
        PixelRuns.unpacked(in),
        CytoplasmOd.unpacked(in),
        CytoplasmOd.unpacked(in));
  }
}
