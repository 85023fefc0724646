package org.ranklens.phantom.ihc;

/**
 * What makes real tissue harder to read than a lawn of round cells.
 *
 * @param glands glands per square millimetre: sheets of columnar epithelium, stained as one, 0 to
 *     200
 * @param sheets sheets and strands without any border between their cells per square millimetre, 0
 *     to 200
 * @param lymphoid clumps of touching lymphocytes per square millimetre, 0 to 200
 * @param spindles how densely aligned spindle cells fill the stroma, 0 (few, any direction) to 1
 * @param likeStain how alike neighbouring tumour cells stain, 0 (each its own) to 1 (as one)
 * @param membrane how much darker DAB is along the borders of cells, 0 to 1
 * @param variedGiants whether giant cells differ in size, number of nuclei and where these lie
 *     (spread, in a ring, heaped on one side); else they are large and full
 */
public record TissueLook(
    double glands,
    double sheets,
    double lymphoid,
    double spindles,
    double likeStain,
    double membrane,
    boolean variedGiants) {

  /** Nothing of it. */
  public static final TissueLook PLAIN = new TissueLook(0, 0, 0, 0, 0, 0, false);

  public TissueLook {
    Check.range("glands", glands, 0, 200);
    Check.range("sheets", sheets, 0, 200);
    Check.range("lymphoid", lymphoid, 0, 200);
    Check.range("spindles", spindles, 0, 1);
    Check.range("likeStain", likeStain, 0, 1);
    Check.range("membrane", membrane, 0, 1);
  }
}
