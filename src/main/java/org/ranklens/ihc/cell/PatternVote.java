package org.ranklens.ihc.cell;

import org.ranklens.ihc.stain.StainImages;

/**
 * Whether a slide's marker stains nuclei: most of the nuclei with brown in or around them are
 * browner than what is around them. Rendered cytoplasmic slides read 0, a real one 0.06, real Ki-67
 * fields 0.95 to 1.
 */
public final class PatternVote {

  private static final double LEAST_BROWN_OD = 0.2;
  private static final double LEAST_DIFFERENCE_OD = 0.05;
  private static final int LEAST_VOTES = 5;
  private static final int ENOUGH_VOTES = 100;

  private final CellSettings settings;
  private int votes;
  private int nuclear;

  /** Makes a vote for a slide. */
  public PatternVote(CellSettings settings) {
    this.settings = settings;
  }

  /** Counts the nuclei of a piece of the slide. */
  public void look(StainImages images, TileFrame frame) {
    Nuclei found = NucleusDetector.find(images, frame, settings, Compartment.CYTOPLASM);
    float[] dab = NuclearPlane.dab(images);
    double[] inside = Surroundings.inside(found.labels(), found.count(), dab);
    double[] around =
        Surroundings.around(found.labels(), found.count(), dab, images.width(), frame);
    for (int i = 0; i < found.count(); i++) {
      if (Math.max(inside[i], around[i]) >= LEAST_BROWN_OD) {
        votes++;
        nuclear += inside[i] - around[i] > LEAST_DIFFERENCE_OD ? 1 : 0;
      }
    }
  }

  /** Returns whether more pieces would hardly change it. */
  public boolean decided() {
    return votes >= ENOUGH_VOTES;
  }

  /** Returns the outcome; cytoplasm where there is too little brown to tell. */
  public Compartment outcome() {
    return votes >= LEAST_VOTES && 2 * nuclear > votes
        ? Compartment.NUCLEUS
        : Compartment.CYTOPLASM;
  }

  /** Returns how many nuclei with brown in or around them were seen. */
  public int votes() {
    return votes;
  }

  /** Returns how many of them were browner than what is around them. */
  public int nuclear() {
    return nuclear;
  }
}
