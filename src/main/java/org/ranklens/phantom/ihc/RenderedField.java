package org.ranklens.phantom.ihc;

/** A rendered field: its pixels and what is really in them. */
public final class RenderedField {

  private final byte[] rgb;
  private final int width;
  private final int height;
  private final byte[] artefact;
  private final IhcTruth truth;

  RenderedField(byte[] rgb, int width, int height, byte[] artefact, IhcTruth truth) {
    this.rgb = rgb;
    this.width = width;
    this.height = height;
    this.artefact = artefact;
    this.truth = truth;
  }

  /** Interleaved red, green, blue, row by row; the array itself, not a copy. */
  public byte[] rgb() {
    return rgb;
  }

  /** Whether an artefact of a kind covers a pixel. */
  public boolean holds(ArtefactKind kind, int x, int y) {
    return artefact.length > 0 && artefact[y * width + x] == 1 + ArtefactKind.kinds().indexOf(kind);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public IhcTruth truth() {
    return truth;
  }
}
