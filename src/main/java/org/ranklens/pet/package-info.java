/**
 * How did the uptake and the density of a patient's lesions change between PET/CT scans?
 *
 * <p>In: a {@link org.ranklens.pet.PetInput} per time point and {@link
 * org.ranklens.pet.PetSettings}. Out: a {@link org.ranklens.pet.PetResult}. {@link
 * org.ranklens.pet.PetAnalysis} composes the rooms {@code pet.dicom}, {@code pet.suv}, {@code
 * pet.mask}, {@code pet.lesion} and {@code pet.response}; it knows no front end and writes no file.
 *
 * <p>Reading order: {@link org.ranklens.pet.PetResult}, {@link org.ranklens.pet.PetSettings},
 * {@link org.ranklens.pet.PetAnalysis}, then the package-private parts.
 */
package org.ranklens.pet;
