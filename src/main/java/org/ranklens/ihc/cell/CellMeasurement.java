package org.ranklens.ihc.cell;

import java.util.List;
import java.util.Optional;
import org.ranklens.ihc.stain.StainImages;

/** Measures the cells of an area: what each nucleus takes, and the DAB of its cytoplasm. */
final class CellMeasurement {

  private final StainImages images;
  private final List<Nucleus> nuclei;
  private final TileFrame frame;
  private final DabReading reading;
  private final Compartment marker;
  private final LabelRuns runs;
  private final CytoplasmMeter meter;
  private final StainEdge edge;
  private final CytoplasmZones zones;

  /**
   * Grows the cytoplasm of all nuclei of an area.
   *
   * @param area of the images
   */
  CellMeasurement(
      StainImages images,
      List<Nucleus> nuclei,
      TileFrame.Core area,
      TileFrame frame,
      DabReading reading,
      CellSettings settings,
      Compartment marker) {
    this.images = images;
    this.nuclei = nuclei;
    this.frame = frame;
    this.reading = reading;
    this.marker = marker;
    Nuclei painted = Nuclei.painted(nuclei, area);
    float[] dab =
        GaussianFilter.of(
            images.dabOd(),
            images.width(),
            images.height(),
            frame.pixels(CytoplasmGrowth.SIGMA_MICRONS));
    CytoplasmGrowth growth =
        CytoplasmGrowth.of(
            painted.labels(), dab, images.width(), frame, settings.cytoplasmReachMicrons());
    this.runs = LabelRuns.of(growth.labels(), growth.stride(), painted.count());
    this.meter = new CytoplasmMeter(growth, frame);
    this.edge = new StainEdge(growth, frame);
    this.zones = new CytoplasmZones(growth, images.dabOd(), images.width(), frame);
  }

  /** Measures one of the nuclei. */
  MeasuredNucleus measure(int i) {
    Nucleus nucleus = nuclei.get(i);
    PixelRuns ring = meter.ring(runs, i + 1);
    Optional<CytoplasmOd> read = reading.of(ring.of(images.dabOd(), images.width(), frame), frame);
    PixelRuns cell = edge.cut(runs, i + 1, read);
    double dabSum = sum(nucleus.mask());
    return new MeasuredNucleus(
        nucleus, cell, dabSum, ring, read, read.map(od -> whole(i, od, cell, dabSum)));
  }

  /** Where nuclei are stained, what is smeared out of them is another matter. */
  private CytoplasmOd whole(int i, CytoplasmOd ring, PixelRuns cell, double nucleusDabSum) {
    if (marker == Compartment.NUCLEUS) {
      return ring;
    }
    double[] seen = features(i, ring.mean(), cell, nucleusDabSum);
    return ring.withMean(CytoplasmReading.corrected(ring.mean(), seen));
  }

  /** Returns what the reading of a nucleus' cytoplasm was corrected by. */
  double[] features(int i, MeasuredNucleus measured) {
    double ring = measured.ringOd().orElseThrow().mean();
    return features(i, ring, measured.cell(), measured.nucleusDabSum());
  }

  private double[] features(int i, double ring, PixelRuns cell, double nucleusDabSum) {
    return CytoplasmReading.features(
        ring,
        zones.furtherOut(runs, i + 1, ring),
        zones.inner(cell, frame, ring),
        nucleusDabSum / nuclei.get(i).mask().pixels(),
        reading.grain());
  }

  private double sum(PixelRuns mask) {
    double sum = 0;
    for (int run = 0; run < mask.count(); run++) {
      int base = (mask.row(run) - frame.y()) * images.width() - frame.x();
      for (int p = base + mask.begin(run); p < base + mask.end(run); p++) {
        sum += NuclearPlane.dab(images, p, marker);
      }
    }
    return sum;
  }
}
