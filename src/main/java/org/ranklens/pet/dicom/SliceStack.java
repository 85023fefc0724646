package org.ranklens.pet.dicom;

import java.util.List;

/**
 * The slices of a series in the order of their position.
 *
 * @param geometry the grid they make
 * @param slices as many as the geometry has
 */
public record SliceStack(Geometry geometry, List<Slice> slices) {

  public SliceStack {
    slices = List.copyOf(slices);
    if (slices.size() != geometry.slices()) {
      throw new IllegalArgumentException(
          slices.size() + " slices for a grid of " + geometry.slices());
    }
  }
}
