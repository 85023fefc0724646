/**
 * Which PET and CT series lie in a folder, and what do their voxels hold?
 *
 * <p>In: a folder, in any disorder. Out: {@link org.ranklens.pet.dicom.FoundSeries}, of which
 * {@link org.ranklens.pet.dicom.PetCtStudy} chooses the attenuation-corrected PET and the CT that
 * belong together; {@link org.ranklens.pet.dicom.ActivityVolume} and {@link
 * org.ranklens.pet.dicom.CtVolume} hold their voxels on a {@link org.ranklens.pet.dicom.Geometry}.
 * SUVs are {@code pet.suv}'s business.
 *
 * <p>Reading order: {@link org.ranklens.pet.dicom.Tag}, {@link org.ranklens.pet.dicom.DataSet},
 * {@link org.ranklens.pet.dicom.DicomReader} (the embedded parser, or dcm4che where it is present),
 * {@link org.ranklens.pet.dicom.DicomFile}, {@link org.ranklens.pet.dicom.SeriesFinder}, {@link
 * org.ranklens.pet.dicom.Series}, then the package-private parts: parsing, codecs, geometry.
 *
 * <p>Everything follows the DICOM standard, parts PS3.3 (modules), PS3.5 (encoding) and PS3.10
 * (files); where a vendor departs from it, the class says so.
 */
package org.ranklens.pet.dicom;
