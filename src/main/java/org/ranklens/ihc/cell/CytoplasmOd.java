package org.ranklens.ihc.cell;

import java.util.Optional;

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

  static void pack(Optional<CytoplasmOd> od, PackedWriter out) {
    out.whole(od.isPresent() ? 1 : 0);
    od.ifPresent(
        read -> {
          out.number(read.mean);
          out.number(read.median);
          out.number(read.max);
          out.number(read.positiveFraction);
        });
  }

  static Optional<CytoplasmOd> unpacked(PackedReader in) {
    return in.whole() == 0
        ? Optional.empty()
        : Optional.of(new CytoplasmOd(in.number(), in.number(), in.number(), in.number()));
  }
}
