/**
 * What is the standardised uptake value of every voxel, and on what grounds?
 *
 * <p>In: a PET {@link org.ranklens.pet.dicom.Series} and its voxels. Out: a {@link
 * org.ranklens.pet.suv.SuvScale} (a factor per slice, with the rule that gave it, or a refusal that
 * names the tag), a {@link org.ranklens.pet.suv.SuvVolume} in g/ml by body weight with what turns
 * it into other normalisations, and a {@link org.ranklens.pet.suv.SuvReport}, the row of {@code
 * suv.csv}. Lesions are {@code pet.lesion}'s business.
 *
 * <p>Rules: M. Vácha, F. Hofheinz, A. Braune, S. Löck, A. Zwanenburg, <i>Comprehensive Manual for
 * SUV Computation and Digital Reference Objects for its Verification</i> (2026), "the manual" in
 * the comments of this package; DICOM PS3.3 C.8.9 for what the attributes mean. Where they leave a
 * choice, {@code docs/methods-suv.md} says which was taken and why.
 *
 * <p>Reading order: {@link org.ranklens.pet.suv.SuvSettings}, {@link
 * org.ranklens.pet.suv.PatientOverrides}, {@link org.ranklens.pet.suv.SuvCalculator}, then its
 * package-private parts: units, patient, injection, reference time, decay.
 */
package org.ranklens.pet.suv;
