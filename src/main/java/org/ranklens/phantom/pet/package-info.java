/**
 * Synthetic PET/CT before and after therapy: a body of simple shapes with known SUV and HU, written
 * as DICOM.
 *
 * <p>In: {@link org.ranklens.phantom.pet.PetPhantomSettings}. Out: folders of DICOM files and
 * {@link org.ranklens.phantom.pet.PetTruth}. The verb is {@link
 * org.ranklens.phantom.pet.PetPhantom}. Then: Anatomy (shapes and their values), Posture (how the
 * follow-up lies), VolumePainter (voxels), Scanner (SUV to activity by the decay law), SeriesWriter
 * and DicomFile.
 *
 * <p>Coordinates are DICOM patient coordinates in mm: x to the left, y to the back, z to the head.
 */
package org.ranklens.phantom.pet;
