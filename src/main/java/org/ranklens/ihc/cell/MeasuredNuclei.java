package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The nuclei whose centroid lies in one tile with their cytoplasm, from the upper edge down;
 * packed, since those of many tiles wait for their neighbours' at once. It owns its array.
 */
public final class MeasuredNuclei {

  private final byte[] bytes;

  private MeasuredNuclei(byte[] bytes) {
    this.bytes = bytes;
  }

  static MeasuredNuclei of(List<MeasuredNucleus> nuclei) {
    PackedWriter out = new PackedWriter();
    for (MeasuredNucleus nucleus : nuclei) {
      int length = out.beginPart();
      nucleus.pack(out);
      out.endPart(length);
    }
    return new MeasuredNuclei(out.written());
  }

  /** Takes over what {@link #bytes()} returned. */
  public static MeasuredNuclei of(byte[] bytes) {
    return new MeasuredNuclei(bytes);
  }

  /** Returns those of a tile without nuclei. */
  public static MeasuredNuclei none() {
    return new MeasuredNuclei(new byte[0]);
  }

  /** Returns all that is known of them, not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  /** Returns those of several tiles whose centroid lies in an area, from the upper edge down. */
  static List<MeasuredNucleus> within(List<MeasuredNuclei> tiles, TileFrame.Core area) {
    List<MeasuredNucleus> within = new ArrayList<>();
    for (MeasuredNuclei tile : tiles) {
      PackedReader in = new PackedReader(tile.bytes);
      while (in.hasMore()) {
        int next = in.endOfPart();
        Ellipse shape = Ellipse.unpacked(in);
        if (area.holds(shape.x(), shape.y())) {
          within.add(MeasuredNucleus.unpacked(shape, in));
        }
        in.goTo(next);
      }
    }
    within.sort(Comparator.comparing(MeasuredNucleus::nucleus, Nuclei.DOWNWARDS));
    return within;
  }
}
