/**
 * Stains: how much haematoxylin and DAB does a pixel hold?
 *
 * <p>In: RGB pixels, the white point and the stain vectors of the slide. Out: optical densities
 * (base 10, unit-norm stain vectors). Reading order: {@link org.ranklens.ihc.stain.StainMatrix},
 * {@link org.ranklens.ihc.stain.StainEstimate}, {@code ColourDeconvolution}.
 *
 * <p>Ruifrok AC, Johnston DA. Quantification of histochemical staining by color deconvolution. Anal
 * Quant Cytol Histol 2001;23:291-299.
 */
package org.ranklens.ihc.stain;
