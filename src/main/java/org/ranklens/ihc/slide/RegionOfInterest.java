package org.ranklens.ihc.slide;

import org.locationtech.jts.geom.Geometry;

/**
 * An area of a slide that is scored by itself.
 *
 * @param name its name, unique on its slide
 * @param polygonLevel0Px its outline in pixels of level 0
 */
public record RegionOfInterest(String name, Geometry polygonLevel0Px) {}
