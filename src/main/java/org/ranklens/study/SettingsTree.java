package org.ranklens.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ranklens.RefusedException;

/**
 * Settings as a JSON tree: the defaults of a record with a user's values laid over them.
 *
 * <p>A value is either plain ({@code 7.0}) or described, as {@code ranklens settings} prints it
 * ({@code {"value": 7.0, "unit": "um", "meaning": "..."}}).
 */
final class SettingsTree {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().addModule(new Jdk8Module()).build();

  private final String file;

  private SettingsTree(String file) {
    this.file = file;
  }

  /** Returns the record's values as a tree. */
  static ObjectNode of(Object settings) {
    return MAPPER.valueToTree(settings);
  }

  /** Returns a list of records as JSON. */
  static JsonNode list(List<? extends Record> records) {
    return MAPPER.valueToTree(records);
  }

  /** Returns {@code defaults} with the values of {@code file} laid over them. */
  static <T extends Record> T overlay(Path file, T defaults, Class<T> type) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new RefusedException("no such file", file.toString(), "", "give the settings' file");
    }
    JsonNode user;
    try {
      user = MAPPER.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new RefusedException(
          "is not JSON: " + e.getOriginalMessage() + " at line " + e.getLocation().getLineNr(),
          file.toString(),
          "",
          "start from what 'ranklens settings' prints");
    }
    SettingsTree tree = new SettingsTree(file.toString());
    ObjectNode values = of(defaults);
    tree.lay(values, user, "");
    return tree.toRecord(values, type);
  }

  private void lay(ObjectNode onto, JsonNode user, String path) throws IOException {
    if (!user.isObject()) {
      throw refused("is not an object of settings", path.isEmpty() ? "the file" : path, "");
    }
    for (Map.Entry<String, JsonNode> entry : user.properties()) {
      String name = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
      JsonNode known = onto.get(entry.getKey());
      if (known == null) {
        throw refused("is unknown", name, "known here are " + String.join(", ", names(onto)));
      }
      JsonNode value = entry.getValue();
      if (value.isObject() && value.has("value") && value.has("meaning")) {
        value = value.get("value");
      }
      if (known instanceof ObjectNode inner) {
        lay(inner, value, name);
      } else {
        onto.set(entry.getKey(), value);
      }
    }
  }

  private <T extends Record> T toRecord(ObjectNode values, Class<T> type) throws IOException {
    try {
      return MAPPER.treeToValue(values, type);
    } catch (JsonMappingException e) {
      String name =
          e.getPath().stream()
              .map(JsonMappingException.Reference::getFieldName)
              .collect(Collectors.joining("."));
      Throwable cause = e.getCause() instanceof IllegalArgumentException ? e.getCause() : e;
      String why = cause == e ? e.getOriginalMessage() : cause.getMessage();
      throw refused("is not valid: " + why, name, "'ranklens settings' prints the defaults");
    }
  }

  private static List<String> names(ObjectNode node) {
    List<String> names = new ArrayList<>();
    for (Iterator<String> all = node.fieldNames(); all.hasNext(); ) {
      names.add(all.next());
    }
    return names;
  }

  private RefusedException refused(String what, String name, String remedy) {
    return new RefusedException("the setting " + what, file, name, remedy);
  }
}
