package org.ranklens.study;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.MarkerProtocol;

/**
 * Protocols that come with Ranklens, each named after its source; a lab copies one into its
 * settings. None is used unless it is.
 */
final class ShippedProtocols {

  private static final double HIGH_TOTAL = 4;

  private ShippedProtocols() {}

  static List<MarkerProtocol> of(String marker) {
    if (!marker.toUpperCase(Locale.ROOT).equals("RANKL")) {
      return List.of();
    }
    return List.of(
        new MarkerProtocol(
            "RANKL total >= 4 (Lee 2011)",
            "RANKL",
            Population.ALL,
            MarkerProtocol.Metric.ALLRED_TOTAL,
            OptionalDouble.empty(),
            OptionalDouble.of(HIGH_TOTAL),
            "Lee et al., Pediatr Blood Cancer 2011;56:738-743: RANKL in osteosarcoma, 30 of 40"
                + " positive, a score of 4 and above (15) high; its abstract does not say how the"
                + " score is summed, and taking it for the Allred total is our assumption",
            "enter the antibody's clone and dilution"));
  }
}
