/**
 * Slides: what pixels does a file hold, at which size?
 *
 * <p>In: a file. Out: RGB pixels of any region at any level ({@link
 * org.ranklens.ihc.slide.RgbImage}). Reading order: {@link org.ranklens.ihc.slide.Slide}, {@link
 * org.ranklens.ihc.slide.SlideOptions}, {@link org.ranklens.ihc.slide.Slides}, {@code TiffSlide},
 * {@code PlainImage}, {@code BioFormatsSlide}.
 *
 * <p>Sources: TIFF 6.0 (Adobe, 1992) and its Technical Note 2 on JPEG; BigTIFF; the OME-TIFF
 * specification for pyramids in SubIFDs; Roche Digital Pathology's description of its BIF format
 * (version 1.0).
 */
package org.ranklens.ihc.slide;
