package org.ranklens.pet.dicom;

import java.util.List;

/**
 * The slices of a series in the order of their position.
 *
 * @param geometry the grid they make
 * @param slices as many as the geometry has
 * @param remarks what the user should know of them, in words
 */
public record SliceStack(Geometry geometry, List<Slice> slices, List<String> remarks) {

  public SliceStack {
    slices = List.copyOf(slices);
    remarks = List.copyOf(remarks);
    if (slices.size() != geometry.slices()) {
      throw new IllegalArgumentException(
          slices.size() + " slices for a grid of " + geometry.slices());
    }
  }
}
