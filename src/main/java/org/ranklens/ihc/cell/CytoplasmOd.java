package org.ranklens.ihc.cell;

/**
 * The DAB of a cell's cytoplasm, as optical density (base 10, unit-norm stain vector).
 *
 * @param mean what the intensity class is made of
 * @param median middle value
 * @param max largest value
 * @param positiveFraction share of the cytoplasm's pixels at or above the cut of class 1+, 0 to 1
 */
public record CytoplasmOd(double mean, double median, double max, double positiveFraction) {

  CytoplasmOd withMean(double other) {
    return new CytoplasmOd(other, median, max, positiveFraction);
  }
}
