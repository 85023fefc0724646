package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.List;
import org.ranklens.ihc.stain.StainImages;

/**
 * How a slide's marker looks, by the nuclei of a few pieces of it: is it granular, and does it
 * stain nuclei?
 *
 * <p>It stains nuclei where most of the nuclei with brown in or around them are browner than what
 * is around them. Rendered cytoplasmic slides read 0, a real one 0.06, real Ki-67 fields 0.95 to 1.
 */
public final class PatternVote {

  private static final double LEAST_BROWN_OD = 0.2;
  private static final double LEAST_DIFFERENCE_OD = 0.05;
  private static final int LEAST_VOTES = 5;
  private static final int ENOUGH_VOTES = 100;

  private final CellSettings settings;
  private int votes;
  private int nuclear;
  private final List<Double> spreads = new ArrayList<>();

  /** Makes a vote for a slide. */
  public PatternVote(CellSettings settings) {
    this.settings = settings;
  }

  /** Looks at the nuclei of a piece of the slide. */
  public void look(StainImages images, TileFrame frame) {
    int width = images.width();
    Nuclei found = NucleusDetector.find(images, frame, settings, Compartment.CYTOPLASM);
    float[] dab = NuclearPlane.dab(images);
    double[] inside = Surroundings.inside(found.labels(), found.count(), dab);
    double[] around = Surroundings.around(found.labels(), found.count(), dab, width, frame);
    LabelRuns runs = LabelRuns.of(found.labels(), width, found.count());
    CytoplasmGrowth growth =
        CytoplasmGrowth.of(
            CoarseStains.of(images, found.labels(), frame), settings.cytoplasmReachMicrons());
    CytoplasmMeter meter = new CytoplasmMeter(growth, found.labels(), width, frame);
    for (int i = 0; i < found.count(); i++) {
      if (Math.max(inside[i], around[i]) >= LEAST_BROWN_OD) {
        votes++;
        nuclear += inside[i] - around[i] > LEAST_DIFFERENCE_OD ? 1 : 0;
        PixelRuns ring = meter.ring(PixelRuns.of(runs, i + 1, 0, frame), i + 1);
        float[] values = ring.of(images.dabOd(), width, frame);
        if (DabReading.measurable(values, frame)) {
          spreads.add(DabReading.spread(values));
        }
      }
    }
  }

  /** Returns how granular the stain is, 0 to 1; 0 where there is too little brown to tell. */
  public double grain() {
    if (spreads.size() < LEAST_VOTES) {
      return 0;
    }
    List<Double> sorted = spreads.stream().sorted().toList();
    return DabReading.grainOf(sorted.get(sorted.size() / 2));
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
