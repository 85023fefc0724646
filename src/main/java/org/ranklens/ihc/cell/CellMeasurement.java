package org.ranklens.ihc.cell;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.ranklens.ihc.stain.PlaneMemory;
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
  private final CellShape shape;
  private final CoarseStains stains;

  /**
   * Grows the cytoplasm of all nuclei of an area.
   *
   * @param area of the images, of whole squares
   * @param memory good until all are measured
   */
  CellMeasurement(
      StainImages images,
      List<Nucleus> nuclei,
      TileFrame.Core area,
      TileFrame frame,
      DabReading reading,
      CellSettings settings,
      Compartment marker,
      PlaneMemory memory) {
    this.images = images;
    this.nuclei = nuclei;
    this.frame = frame;
    this.reading = reading;
    this.marker = marker;
    int[] painted = Nuclei.painted(nuclei, area, memory);
    this.stains = CoarseStains.of(images, painted, frame, memory);
    CytoplasmGrowth growth = CytoplasmGrowth.of(stains, settings.cytoplasmReachMicrons(), memory);
    this.runs =
        LabelRuns.of(
            growth.labels(), growth.stride(), growth.size() / growth.stride(), nuclei.size());
    this.meter = new CytoplasmMeter(growth, painted, images.width(), images.height(), frame);
    this.edge = new StainEdge(growth, stains.frame());
    this.zones = new CytoplasmZones(growth, stains);
    this.shape = new CellShape(painted, images.width(), images.height(), frame);
  }

  /** Returns the stains of the area in squares; not a copy. */
  CoarseStains stains() {
    return stains;
  }

  /** Measures one of the nuclei. */
  MeasuredNucleus measure(int i) {
    Nucleus nucleus = nuclei.get(i);
    PixelRuns ring = meter.ring(nucleus.mask(), i + 1);
    float[] values = ring.of(images.dabOd(), images.width(), frame);
    Optional<CytoplasmOd> read = reading.of(values, frame);
    PixelRuns cell = shape.of(runs, i + 1, edge.cut(runs, i + 1, read), nucleus.mask());
    double dabSum = sum(nucleus.mask());
    Optional<double[]> seen = read.map(od -> features(i, od.mean(), values, dabSum));
    return new MeasuredNucleus(
        nucleus, cell, dabSum, ring, read, read.map(od -> whole(od, seen.orElseThrow())));
  }

  /** Where nuclei are stained, what is smeared out of them is another matter. */
  private CytoplasmOd whole(CytoplasmOd ring, double[] seen) {
    return marker == Compartment.NUCLEUS
        ? ring
        : ring.withMean(CytoplasmReading.corrected(ring.mean(), seen));
  }

  /** Returns what the reading of a nucleus' cytoplasm is corrected by. */
  double[] features(int i, MeasuredNucleus measured) {
    IntPredicate kept = edge.cut(runs, i + 1, measured.ringOd());
    shape.of(runs, i + 1, kept, measured.nucleus().mask());
    float[] values = measured.ring().of(images.dabOd(), images.width(), frame);
    return features(i, measured.ringOd().orElseThrow().mean(), values, measured.nucleusDabSum());
  }

  /** Looks at the cell that was shaped last, and moves the values of its ring. */
  private double[] features(int i, double ring, float[] values, double nucleusDabSum) {
    return CytoplasmReading.features(
        ring,
        zones.furtherOut(runs, i + 1, ring),
        shape.inner(images.dabOd(), ring),
        nucleusDabSum / nuclei.get(i).mask().pixels(),
        shape.blurred(images.dabOd(), ring),
        frame.areaUm2(nuclei.get(i).mask().pixels()),
        Selection.quantiles(values, values.length, CytoplasmReading.RING_QUANTILES),
        zones.grown(runs, i + 1, ring),
        reading.texture());
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
