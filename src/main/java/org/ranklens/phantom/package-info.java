/**
 * Synthetic cases with their truth: what a self-test, a test and the accuracy harness measure
 * against.
 *
 * <p>In: a folder and a seed. Out: a manifest, H-DAB slides, PET/CT series before and after
 * therapy, and a truth file beside each. Nothing scientific of Ranklens is imported here, or the
 * code would mark its own exam: {@link org.ranklens.phantom.ihc} mixes its own stains and writes
 * its own TIFF, {@link org.ranklens.phantom.pet} builds its own anatomy and writes its own DICOM.
 *
 * <p>Read {@link org.ranklens.phantom.Phantom} first. One seed gives the same bytes everywhere:
 * arithmetic is strict, and no random number depends on a thread.
 */
package org.ranklens.phantom;
