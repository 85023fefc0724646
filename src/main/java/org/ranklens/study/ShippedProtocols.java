package org.ranklens.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.ranklens.ihc.score.MarkerProtocol;

/**
 * Protocols that come with Ranklens, each named after its source ({@code protocols/RANK.json},
 * {@code RANKL.json} and {@code KI67.json} beside this class); a lab copies one into its settings.
 * None is used unless it is. {@code docs/methods-ihc.md} says what was read of each source.
 */
final class ShippedProtocols {

  private static final List<String> MARKERS = List.of("RANK", "RANKL", "KI67");

  private ShippedProtocols() {}

  /** Returns those of all markers. */
  static List<MarkerProtocol> all() {
    return MARKERS.stream().flatMap(marker -> of(marker).stream()).toList();
  }

  /** Returns a marker's protocols; none for a marker of which nothing was read. */
  static List<MarkerProtocol> of(String marker) {
    String name = marker.toUpperCase(Locale.ROOT);
    if (!MARKERS.contains(name)) {
      return List.of();
    }
    String resource = "protocols/" + name + ".json";
    try (InputStream in = ShippedProtocols.class.getResourceAsStream(resource)) {
      return SettingsTree.protocols(in, resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
