package org.ranklens.pet.suv;

import java.io.IOException;
import java.util.Optional;
import org.ranklens.Execution;
import org.ranklens.pet.dicom.ActivityVolume;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.SliceStack;
import org.ranklens.pet.dicom.VolumeReader;

/** What turns a PET series into SUVs by body weight: a factor per slice, and its grounds. */
public final class SuvScale {

  private final SliceStack stack;
  private final double[] factors;
  private final BodyFactors bodyFactors;
  private final SuvReport report;

  SuvScale(SliceStack stack, double[] factors, BodyFactors bodyFactors, SuvReport report) {
    this.stack = stack;
    this.factors = factors.clone();
    this.bodyFactors = bodyFactors;
    this.report = report;
  }

  /** Returns the factor of a slice, from a rescaled value to SUVbw. */
  public double factor(int slice) {
    return factors[slice];
  }

  /** Returns what turns SUVbw into SUL and others. */
  public BodyFactors bodyFactors() {
    return bodyFactors;
  }

  /** Returns the SUVs of the series' voxels. */
  public SuvVolume apply(ActivityVolume activity) {
    Geometry grid = activity.geometry();
    if (grid.slices() != factors.length) {
      throw new IllegalArgumentException(
          factors.length + " factors for " + grid.slices() + " slices");
    }
    float[] values = activity.values();
    float[] suv = new float[values.length];
    int perSlice = grid.columns() * grid.rows();
    for (int k = 0; k < factors.length; k++) {
      double factor = factors[k];
      int end = (k + 1) * perSlice;
      for (int i = k * perSlice; i < end; i++) {
        suv[i] = (float) (values[i] * factor);
      }
    }
    return new SuvVolume(grid, suv, bodyFactors);
  }

  /** Reads the series' voxels as SUVs, holding one volume alone. */
  public SuvVolume read(Execution execution) throws IOException {
    float[] suv = VolumeReader.scaled(stack, factors, execution);
    return new SuvVolume(stack.geometry(), suv, bodyFactors);
  }

  /** Returns the row of {@code suv.csv} without values of voxels. */
  public SuvReport report() {
    return report;
  }

  /**
   * Returns the row of {@code suv.csv} with the values of voxels.
   *
   * @param suv the series' SUVs
   * @param values of all of them or of those in a mask
   */
  public SuvReport report(SuvVolume suv, SuvStatistics values) {
    return with(values)
        .withWarnings(HeldActivity.warnings(suv, report.conditions().weightKg()))
        .withWarnings(UnlikeSlices.warnings(suv, stack));
  }

  private SuvReport with(SuvStatistics values) {
    return new SuvReport(
        report.seriesUidHash(),
        report.manufacturer(),
        report.units(),
        report.decayCorrection(),
        report.suvType(),
        report.factorMin(),
        report.factorMax(),
        report.referenceTime(),
        report.referenceTimeRule(),
        report.uptakeMinutes(),
        report.candidateSpreadPercent(),
        Optional.of(values),
        report.warnings(),
        report.notes(),
        report.conditions());
  }
}
