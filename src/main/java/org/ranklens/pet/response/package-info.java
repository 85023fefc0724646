/**
 * What does the change of uptake mean: complete or partial response, stable or progressive disease?
 *
 * <p>In: what was measured of the lesions of two scans. Out: {@link
 * org.ranklens.pet.response.Verdict}, with the rule that fired. Knows nothing of pixels.
 *
 * <p>Every rule stands in {@code docs/methods-pet.md} with its source.
 */
package org.ranklens.pet.response;
