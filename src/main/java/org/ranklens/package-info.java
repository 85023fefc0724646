/**
 * Ranklens scores RANK and RANKL on H-DAB slides and measures SUV and density changes of lesions
 * between PET/CT scans.
 *
 * <p>This package holds what every room shares: how an input is refused ({@link
 * org.ranklens.Refusal}, {@link org.ranklens.RefusedException}), how work is run and stopped
 * ({@link org.ranklens.Execution}, {@link org.ranklens.Progress}), how OpenCV's natives are loaded
 * ({@link org.ranklens.NativeOpenCv}), what a value or a named file must be ({@link
 * org.ranklens.ValueRange}, {@link org.ranklens.GivenFile}), what no decoder may be given ({@link
 * org.ranklens.Jpeg2000Markers}) and the version ({@link org.ranklens.Version}).
 */
package org.ranklens;
