/**
 * Where are the lesions of a scan, what do they take up, how dense are they, and where do they lie
 * in the next scan?
 *
 * <p>In: {@link org.ranklens.pet.suv.SuvVolume} and {@link org.ranklens.pet.dicom.CtVolume}. Out:
 * {@link org.ranklens.pet.lesion.LesionMeasurement} and {@link
 * org.ranklens.pet.lesion.RegistrationRow}. What a change means is {@code pet.response}'s business.
 *
 * <p>Every rule stands in {@code docs/methods-pet.md} with its source.
 */
package org.ranklens.pet.lesion;
