package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.List;
import org.ranklens.ihc.stain.PlaneMemory;
import org.ranklens.ihc.stain.StainImages;

/**
 * How a slide's marker looks, by the nuclei of a few pieces of it: is it granular, how far do
 * stained cells differ inside from the ring beside their nucleus, and does it stain nuclei?
 *
 * <p>It stains nuclei where most of the nuclei with brown in or around them are browner than what
 * is around them. Rendered cytoplasmic slides read 0, a real one 0.06, real Ki-67 fields 0.95 to 1.
 */
public final class PatternVote {

  private static final double LEAST_BROWN_OD = 0.2;
  private static final double LEAST_DIFFERENCE_OD = 0.05;
  private static final int LEAST_VOTES = 5;
  private static final int ENOUGH_VOTES = 100;

  /** Grain is not known yet. */
  private static final DabReading READING = new DabReading(LEAST_BROWN_OD, SlideTexture.ofGrain(0));

  private final CellSettings settings;
  private int votes;
  private int nuclear;
  private final List<Double> spreads = new ArrayList<>();
  private final List<Double> inner = new ArrayList<>();

  /** Makes a vote for a slide. */
  public PatternVote(CellSettings settings) {
    this.settings = settings;
  }

  /** Looks at the nuclei of a piece of the slide. */
  public void look(StainImages images, TileFrame frame) {
    int width = images.width();
    Nuclei found =
        NucleusDetector.find(images, frame, settings, Compartment.CYTOPLASM, new PlaneMemory());
    float[] dab = NuclearPlane.dab(images);
    LabelRuns runs = found.runs(width);
    double[] inside = Surroundings.inside(runs, dab);
    double[] around = Surroundings.around(runs, found.labels(), dab, frame);
    CellMeasurement measurement = measurement(images, nuclei(found, runs, frame), frame);
    for (int i = 0; i < found.count(); i++) {
      if (Math.max(inside[i], around[i]) >= LEAST_BROWN_OD) {
        votes++;
        nuclear += inside[i] - around[i] > LEAST_DIFFERENCE_OD ? 1 : 0;
        MeasuredNucleus cell = measurement.measure(i);
        if (cell.ringOd().isPresent()) {
          spreads.add(DabReading.spread(cell.ring().of(images.dabOd(), width, frame)));
          inner.add(CytoplasmReading.inner(measurement.features(i, cell)));
        }
      }
    }
  }

  private static List<Nucleus> nuclei(Nuclei found, LabelRuns runs, TileFrame frame) {
    List<Nucleus> nuclei = new ArrayList<>();
    for (int i = 0; i < found.count(); i++) {
      nuclei.add(new Nucleus(found.shape(i), PixelRuns.of(runs, i + 1, 0, frame)));
    }
    return nuclei;
  }

  private CellMeasurement measurement(StainImages images, List<Nucleus> nuclei, TileFrame frame) {
    TileFrame.Core area =
        new TileFrame.Core(
            frame.x(), frame.y(), frame.x() + images.width(), frame.y() + images.height());
    return new CellMeasurement(
        images, nuclei, area, frame, READING, settings, Compartment.CYTOPLASM, new PlaneMemory());
  }

  /** Returns how granular the stain is, 0 to 1; 0 where there is too little brown to tell. */
  public double grain() {
    return spreads.size() < LEAST_VOTES ? 0 : DabReading.grainOf(median(spreads));
  }

  /** Returns how far stained cells lie above their ring inside; 0 where there are too few. */
  public double inner() {
    return inner.size() < LEAST_VOTES ? 0 : median(inner);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
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
