package org.ranklens.pet.lesion;

/**
 * How dense a VOI is on the CT of the same frame of reference, over the CT's own voxels whose
 * centres lie in the VOI's PET voxels, metal left out.
 *
 * @param voxels CT voxels measured
 * @param huMean mean
 * @param huMedian median
 * @param huP10 10th percentile
 * @param huP90 90th percentile
 * @param huMax maximum
 * @param over130 what is calcified by the threshold of coronary calcium scoring
 * @param over200 what is calcified by 200 HU
 * @param over300 what is calcified by 300 HU
 * @param airPercent percent of the voxels below -500 HU
 * @param outsidePercent percent of the VOI that the CT doesn't cover
 * @param metalMl volume left out as metal, ml
 */
public record DensityMeasures(
    int voxels,
    double huMean,
    double huMedian,
    double huP10,
    double huP90,
    double huMax,
    Calcified over130,
    Calcified over200,
    Calcified over300,
    double airPercent,
    double outsidePercent,
    double metalMl) {

  /**
   * What lies over a threshold.
   *
   * @param ml its volume in ml
   * @param fraction its part of what was measured, 0 to 1
   */
  public record Calcified(double ml, double fraction) {}
}
