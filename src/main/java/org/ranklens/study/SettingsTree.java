package org.ranklens.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ranklens.GivenFile;
import org.ranklens.PlainText;
import org.ranklens.RefusedException;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.score.PublishedRate;
import org.ranklens.report.RecordTree;

/**
 * Settings as a JSON tree: the defaults of a record with a user's values laid over them.
 *
 * <p>A value is either plain ({@code 7.0}) or described, as {@code ranklens settings} prints it
 * ({@code {"value": 7.0, "unit": "um", "meaning": "..."}}).
 */
final class SettingsTree {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  /** What the entries of a list of that name leave out. */
  private static final Map<String, Record> ENTRIES =
      Map.of(
          "protocols",
          MarkerProtocol.none(""),
          "published",
          new PublishedRate(PublishedRate.Call.POSITIVE, 0, 1, "", ""));

  /** What stands of a setting in what is printed. */
  private static final List<String> DESCRIPTION = List.of("value", "unit", "meaning");

  private static final String AS_PRINTED = "'ranklens settings' prints the defaults";

  private final String file;

  private SettingsTree(String file) {
    this.file = file;
  }

  /** Returns the record's values as a tree. */
  static ObjectNode of(Record settings) {
    return RecordTree.of(settings);
  }

  /** Returns an empty tree. */
  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Returns a list of records as JSON. */
  static JsonNode list(List<? extends Record> records) {
    return RecordTree.of(records);
  }

  /** Returns {@code defaults} with the values of {@code file} laid over them. */
  static <T extends Record> T overlay(Path file, T defaults, Class<T> type) throws IOException {
    GivenFile.check(file, "give the settings' file");
    JsonNode user;
    try {
      user = MAPPER.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new RefusedException(
          "is not JSON: " + JsonWords.notJson(e),
          file.toString(),
          "",
          "start from what 'ranklens settings' prints");
    }
    return overlay(user, file.toString(), defaults, type);
  }

  /** Returns {@code defaults} with the values of {@code user} laid over them. */
  static <T extends Record> T overlay(JsonNode user, String file, T defaults, Class<T> type)
      throws IOException {
    SettingsTree tree = new SettingsTree(file);
    ObjectNode values = of(defaults);
    tree.lay(values, user, "");
    return tree.toRecord(values, type);
  }

  /** Reads a list of protocols, checked as those of a settings file are. */
  static List<MarkerProtocol> protocols(InputStream json, String name) throws IOException {
    SettingsTree tree = new SettingsTree(name);
    List<MarkerProtocol> protocols = new ArrayList<>();
    for (JsonNode entry : tree.list("protocols", MAPPER.readTree(json), "protocols")) {
      protocols.add(tree.toRecord((ObjectNode) entry, MarkerProtocol.class));
    }
    return protocols;
  }

  /** Lays every entry of a list over its defaults, so that its keys are known. */
  private ArrayNode list(String key, JsonNode user, String path) throws IOException {
    if (!user.isArray()) {
      throw refused("is not a list", path, "put its entries into [ ]");
    }
    ArrayNode list = MAPPER.createArrayNode();
    for (JsonNode entry : user) {
      ObjectNode values = of(ENTRIES.get(key));
      lay(values, entry, path + "[" + list.size() + "]");
      list.add(values);
    }
    return list;
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
      if (value.has("value") && !known.has("value")) {
        checkUnit(value, name);
        value = value.get("value");
      }
      if (value.isNumber() && !Double.isFinite(value.asDouble())) {
        throw refused("is not valid: it is out of range", name, AS_PRINTED);
      }
      if (known instanceof ObjectNode inner) {
        lay(inner, value, name);
      } else if (ENTRIES.containsKey(entry.getKey())) {
        onto.set(entry.getKey(), list(entry.getKey(), value, name));
      } else {
        onto.set(entry.getKey(), value);
      }
    }
  }

  /** Whoever changes the unit means another number, and whoever empties it says none. */
  private void checkUnit(JsonNode described, String name) throws IOException {
    for (Map.Entry<String, JsonNode> part : described.properties()) {
      if (!DESCRIPTION.contains(part.getKey())) {
        throw refused(
            "is unknown",
            name + "." + part.getKey(),
            "known here are " + String.join(", ", DESCRIPTION));
      }
    }
    JsonNode told = described.get("unit");
    Optional<String> unit = SettingsSheet.unit(name);
    if (told == null) {
      return;
    }
    if (!told.isTextual() || told.asText().isBlank()) {
      throw refused(
          "is not valid: a unit is text in quotes",
          name + ".unit",
          unit.map(u -> "write \"unit\": " + PlainText.quoted(u) + " or leave it out")
              .orElse("leave it out"));
    }
    if (unit.isPresent() && !told.asText().strip().equals(unit.get())) {
      throw refused(
          "is told in " + PlainText.quoted(told.asText()) + ", and is taken in " + unit.get(),
          name,
          AS_PRINTED);
    }
  }

  private <T extends Record> T toRecord(ObjectNode values, Class<T> type) throws IOException {
    try {
      return MAPPER.treeToValue(values, type);
    } catch (JsonMappingException e) {
      throw refused("is not valid: " + why(e), path(e), AS_PRINTED);
    }
  }

  /** Returns the reason in words of this program, without the names of its classes. */
  private static String why(JsonMappingException e) {
    if (e.getMessage().startsWith("Cannot map `null`")) {
      return "it has no value";
    }
    if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      return format.getValue()
          + " is not one of "
          + Arrays.stream(format.getTargetType().getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
    }
    if (e.getMessage().startsWith("Numeric value")) {
      return "it is out of range";
    }
    Throwable cause = e.getCause();
    if (cause == null && e instanceof MismatchedInputException mismatch) {
      return JsonWords.mismatch(mismatch);
    }
    if (cause instanceof NullPointerException) {
      return cause.getMessage() + " has no value";
    }
    return cause instanceof IllegalArgumentException ? cause.getMessage() : e.getOriginalMessage();
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
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
