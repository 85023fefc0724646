package org.ranklens.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.ranklens.ihc.score.MarkerProtocol;

/** Every setting with its default, unit and meaning: what {@code ranklens settings} prints. */
public final class SettingsSheet {

  private SettingsSheet() {}

  /**
   * Returns the sheet as JSON that a settings file may hold as it is.
   *
   * @param marker whose shipped protocols are added; empty for none
   */
  public static String json(String marker) {
    ObjectNode tree = SettingsTree.of(StudySettings.defaults());
    describe(tree, "", meanings());
    if (!marker.isEmpty()) {
      List<MarkerProtocol> shipped = ShippedProtocols.of(marker);
      // Of any other marker there is nothing to copy but the form.
      tree.set(
          "protocols",
          SettingsTree.list(
              shipped.isEmpty()
                  ? List.of(MarkerProtocol.none(marker.toUpperCase(Locale.ROOT)))
                  : shipped));
    }
    return tree.toPrettyString();
  }

  /** Returns the unit of a setting, such as {@code um}, or what it can be. */
  static Optional<String> unit(String name) {
    String text = meanings().getProperty(name, "");
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(text.substring(0, text.indexOf('|')).strip());
  }

  /** Returns the settings that {@code settings.properties} says nothing of; a test wants none. */
  static List<String> undescribed() {
    List<String> missing = new ArrayList<>();
    collect(SettingsTree.of(StudySettings.defaults()), "", meanings(), missing);
    return missing;
  }

  private static void collect(
      JsonNode node, String path, Properties meanings, List<String> missing) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String name = path + entry.getKey();
      if (meanings.containsKey(name)) {
        continue;
      }
      if (entry.getValue().isObject()) {
        collect(entry.getValue(), name + ".", meanings, missing);
      } else {
        missing.add(name);
      }
    }
  }

  private static void describe(ObjectNode node, String path, Properties meanings) {
    for (Map.Entry<String, JsonNode> entry : List.copyOf(node.properties())) {
      String name = path + entry.getKey();
      String text = meanings.getProperty(name, "");
      if (!text.isEmpty()) {
        int bar = text.indexOf('|');
        ObjectNode described = node.objectNode();
        described.set("value", entry.getValue());
        described.put("unit", text.substring(0, bar).strip());
        described.put("meaning", text.substring(bar + 1).strip());
        node.set(entry.getKey(), described);
      } else if (entry.getValue() instanceof ObjectNode inner) {
        describe(inner, name + ".", meanings);
      }
    }
  }

  private static Properties meanings() {
    Properties meanings = new Properties();
    try (InputStream in = SettingsSheet.class.getResourceAsStream("settings.properties")) {
      meanings.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return meanings;
  }
}
