package org.ranklens.pet.dicom;

/**
 * A point in voxel coordinates of a {@link Geometry}: whole numbers are voxel centres.
 *
 * @param column along a row of the image, 0 at the first column
 * @param row down the image, 0 at the first row
 * @param slice through the stack, 0 at the first slice
 */
public record VoxelPoint(double column, double row, double slice) {}
