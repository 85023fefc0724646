/**
 * Stains: how much haematoxylin and DAB is behind a colour?
 *
 * <p>In: RGB pixels. Out: {@link org.ranklens.ihc.stain.StainEstimate} once per slide, then optical
 * densities (base 10, on vectors of length 1). Reading order: {@link
 * org.ranklens.ihc.stain.StainEstimate}, {@link org.ranklens.ihc.stain.StainSettings}, {@code
 * StainEstimator}, {@code ColourDeconvolution}.
 *
 * <p>Ruifrok AC, Johnston DA. Anal Quant Cytol Histol 2001;23:291-299 (deconvolution). Macenko M et
 * al. A method for normalizing histology slides for quantitative analysis. ISBI 2009:1107-1110
 * (vectors from the plane of optical densities).
 */
package org.ranklens.ihc.stain;
