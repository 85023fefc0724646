/**
 * Figures: what a result looks like.
 *
 * <p>In: slides, volumes and what was measured in them. Out: a {@link
 * org.ranklens.report.figure.Canvas} of RGB pixels. Drawn by Java2D without a window; text is drawn
 * by OpenCV's stroke fonts where the machine has none. Slides are read at the level that the
 * picture needs, volumes sampled in the patient's millimetres, so that oblique and anisotropic
 * grids look right.
 *
 * <p>Reading order: {@link org.ranklens.report.figure.Canvas}, {@link
 * org.ranklens.report.figure.OverviewFigure}, {@link org.ranklens.report.figure.FieldFigure},
 * {@link org.ranklens.report.figure.LesionFigure}, {@link org.ranklens.report.figure.MipFigure},
 * {@link org.ranklens.report.figure.TrendFigure}.
 */
package org.ranklens.report.figure;
