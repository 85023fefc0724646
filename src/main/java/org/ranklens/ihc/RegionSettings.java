package org.ranklens.ihc;

/**
 * Areas that are found on a slide and scored by themselves.
 *
 * @param tmaCores whether the slide is a tissue microarray, whose cores become regions
 * @param osteoid whether osteoid is looked for; where a region is named or classified osteoid, that
 *     is used besides
 * @param osteoidReachMicrons a mononuclear cell is near osteoid up to this distance from it; 0 to
 *     200
 */
public record RegionSettings(boolean tmaCores, boolean osteoid, double osteoidReachMicrons) {

  public RegionSettings {
    if (!(osteoidReachMicrons >= 0 && osteoidReachMicrons <= 200)) {
      throw new IllegalArgumentException(
          "osteoidReachMicrons must be 0 to 200, not " + osteoidReachMicrons);
    }
  }

  /** Returns none, and a reach of 20 micrometres, about two cells. */
  public static RegionSettings defaults() {
    return new RegionSettings(false, false, 20);
  }

  /** Returns these settings with cores looked for or not. */
  public RegionSettings withTmaCores(boolean changed) {
    return new RegionSettings(changed, osteoid, osteoidReachMicrons);
  }

  /** Returns these settings with osteoid looked for or not. */
  public RegionSettings withOsteoid(boolean changed) {
    return new RegionSettings(tmaCores, changed, osteoidReachMicrons);
  }
}
