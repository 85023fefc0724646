package org.ranklens.ihc.score;

import java.util.Locale;
import java.util.Set;

/**
 * Markers that stain nuclei, by name, so that a field too small or too pale to show it is not read
 * by its cytoplasm: the proliferation marker Ki-67 (antibody MIB-1), receptors of oestrogen and
 * progesterone, and p53, p63, SATB2 and RUNX2.
 */
public final class NuclearMarkers {

  private static final Set<String> NAMES =
      Set.of("KI67", "MIB1", "ER", "ESR1", "PR", "PGR", "P53", "TP53", "P63", "SATB2", "RUNX2");

  private NuclearMarkers() {}

  /** Returns whether a marker is known to stain nuclei; case, blanks and hyphens don't matter. */
  public static boolean named(String marker) {
    return NAMES.contains(marker.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
  }
}
