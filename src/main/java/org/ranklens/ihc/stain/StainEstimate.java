package org.ranklens.ihc.stain;

import java.util.List;

/**
 * What a slide says of its own light and stains; estimated once per slide.
 *
 * @param whiteRed grey level of red where nothing stains, above 0 and at most 255
 * @param whiteGreen of green
 * @param whiteBlue of blue
 * @param haematoxylin its vector
 * @param dab its vector
 * @param how where the values come from, in words
 * @param warnings what the user must know, in words
 */
public record StainEstimate(
    double whiteRed,
    double whiteGreen,
    double whiteBlue,
    StainVector haematoxylin,
    StainVector dab,
    String how,
    List<String> warnings) {

  public StainEstimate {
    warnings = List.copyOf(warnings);
  }
}
