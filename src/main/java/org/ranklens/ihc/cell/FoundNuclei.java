package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.List;

/**
 * The nuclei whose centroid lies in one tile, from the upper edge down; packed, since those of many
 * tiles wait for their neighbours' at once. It owns its array.
 */
public final class FoundNuclei {

  private final byte[] bytes;

  private FoundNuclei(byte[] bytes) {
    this.bytes = bytes;
  }

  static FoundNuclei of(List<Nucleus> nuclei) {
    PackedWriter out = new PackedWriter();
    nuclei.forEach(nucleus -> nucleus.pack(out));
    return new FoundNuclei(out.written());
  }

  /** Takes over what {@link #bytes()} returned. */
  public static FoundNuclei of(byte[] bytes) {
    return new FoundNuclei(bytes);
  }

  /** Returns all that is known of them, not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  List<Nucleus> nuclei() {
    List<Nucleus> nuclei = new ArrayList<>();
    PackedReader in = new PackedReader(bytes);
    while (in.hasMore()) {
      nuclei.add(Nucleus.unpacked(in));
    }
    return nuclei;
  }

  /** Returns those of several tiles that may reach into an area, from the upper edge down. */
  static List<Nucleus> within(List<FoundNuclei> tiles, TileFrame.Core area) {
    List<Nucleus> within = new ArrayList<>();
    for (FoundNuclei tile : tiles) {
      for (Nucleus nucleus : tile.nuclei()) {
        if (nucleus.mask().box().meets(area)) {
          within.add(nucleus);
        }
      }
    }
    within.sort(Nuclei.DOWNWARDS);
    return within;
  }
}
