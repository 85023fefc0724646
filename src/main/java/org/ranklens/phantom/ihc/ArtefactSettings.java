package org.ranklens.phantom.ihc;

/**
 * How many artefacts of each kind are drawn, 0 to 20 each.
 *
 * @param pens strokes of a marker pen, green and blue by turns
 * @param folds bands of tissue that lies threefold
 * @param bubbles round, with a dark edge
 * @param blurs discs that are out of focus
 * @param pigments clumps of black pigment
 */
public record ArtefactSettings(int pens, int folds, int bubbles, int blurs, int pigments) {

  public static final ArtefactSettings NONE = new ArtefactSettings(0, 0, 0, 0, 0);

  public ArtefactSettings {
    Check.range("pens", pens, 0, 20);
    Check.range("folds", folds, 0, 20);
    Check.range("bubbles", bubbles, 0, 20);
    Check.range("blurs", blurs, 0, 20);
    Check.range("pigments", pigments, 0, 20);
  }

  boolean any() {
    return pens + folds + bubbles + blurs + pigments > 0;
  }
}
