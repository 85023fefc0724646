package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The nuclei whose centroid lies in one tile with their cytoplasm, from the upper edge down, and
 * the tile's stains in squares; packed, since those of many tiles wait for their neighbours' at
 * once. It owns its array.
 */
public final class MeasuredNuclei {

  private final byte[] bytes;

  private MeasuredNuclei(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Packs nuclei.
   *
   * @param stains of an area around the tile
   * @param kept which of their squares are the tile's, as the slide counts them
   */
  static MeasuredNuclei of(List<MeasuredNucleus> nuclei, CoarseStains stains, TileFrame.Core kept) {
    PackedWriter out = new PackedWriter();
    int all = out.beginPart();
    for (MeasuredNucleus nucleus : nuclei) {
      int length = out.beginPart();
      nucleus.pack(out);
      out.endPart(length);
    }
    out.endPart(all);
    CoarsePatch.pack(stains, kept, out);
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
      int end = in.hasMore() ? in.endOfPart() : 0;
      while (in.isBefore(end)) {
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

  /** Returns the tile's stains in squares, empty where it has no nuclei. */
  Optional<CoarsePatch> patch() {
    PackedReader in = new PackedReader(bytes);
    if (!in.hasMore()) {
      return Optional.empty();
    }
    in.goTo(in.endOfPart());
    return Optional.of(CoarsePatch.unpacked(in));
  }
}
