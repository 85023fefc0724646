/**
 * Which voxels of a grid does somebody else's contour or mask hold?
 *
 * <p>In: an RTSTRUCT, a DICOM SEG or a NIfTI mask, and the {@link org.ranklens.pet.dicom.Geometry}
 * to be marked. Out: a {@link org.ranklens.pet.mask.NamedMask} for each region, by {@link
 * org.ranklens.pet.mask.MaskReader}. What the region is, lesion or phantom, is its caller's
 * business.
 *
 * <p>A voxel is inside when its centre is. Contours belong to the slice at their position, whatever
 * images they refer to; contours of one region in one slice are combined by exclusive or, so that
 * holes come out; edges are half open, so that regions that touch share no voxel; all in doubles,
 * without tolerance.
 */
package org.ranklens.pet.mask;
