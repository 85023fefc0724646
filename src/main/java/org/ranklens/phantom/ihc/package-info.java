/**
 * Synthetic H-DAB fields: known cells, their stain mixed by Beer-Lambert, seen through a
 * microscope.
 *
 * <p>In: {@link org.ranklens.phantom.ihc.IhcPhantomSettings}. Out: {@link
 * org.ranklens.phantom.ihc.RenderedField} with its {@link org.ranklens.phantom.ihc.IhcTruth}. The
 * verb is {@link org.ranklens.phantom.ihc.IhcPhantom}. Then, in the order of the light: TissuePlan
 * and CellLayout (where things lie), Canvas and the painters (optical densities), Camera (RGB),
 * PyramidTiff (the file).
 *
 * <p>Optical density is base 10 on unit-norm stain vectors (Ruifrok and Johnston 2001).
 */
package org.ranklens.phantom.ihc;
