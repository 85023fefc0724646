package org.ranklens.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Records as JSON trees, as Jackson's introspection makes them; that takes longer than all else of
 * a short command.
 */
public final class RecordTree {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RecordTree() {}

  /** Returns a record's components by their names, in their order. */
  public static ObjectNode of(Record settings) {
    ObjectNode object = NODES.objectNode();
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      object.set(component.getName(), node(value(settings, component)));
    }
    return object;
  }

  /** Returns a list of records. */
  public static ArrayNode of(List<? extends Record> records) {
    ArrayNode array = NODES.arrayNode();
    records.forEach(each -> array.add(of(each)));
    return array;
  }

  /** Writes a tree. */
  static void write(JsonNode node, JsonGenerator json) throws IOException {
    switch (node.getNodeType()) {
      case OBJECT -> {
        json.writeStartObject();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
          json.writeFieldName(field.getKey());
          write(field.getValue(), json);
        }
        json.writeEndObject();
      }
      case ARRAY -> {
        json.writeStartArray();
        for (JsonNode each : node) {
          write(each, json);
        }
        json.writeEndArray();
      }
      case NUMBER -> json.writeRawValue(node.asText());
      case BOOLEAN -> json.writeBoolean(node.booleanValue());
      case NULL -> json.writeNull();
      default -> json.writeString(node.asText());
    }
  }

  private static Object value(Record settings, RecordComponent component) {
    try {
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("a record that is not public: " + settings.getClass(), e);
    }
  }

  private static JsonNode node(Object value) {
    if (value instanceof Record inner) {
      return of(inner);
    }
    if (value instanceof List<?> list) {
      ArrayNode array = NODES.arrayNode();
      list.forEach(each -> array.add(node(each)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      map.forEach((key, each) -> object.set(key.toString(), node(each)));
      return object;
    }
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? node(optional.get()) : NODES.nullNode();
    }
    if (value instanceof OptionalDouble optional) {
      return optional.isPresent() ? NODES.numberNode(optional.getAsDouble()) : NODES.nullNode();
    }
    if (value instanceof OptionalInt optional) {
      return optional.isPresent() ? NODES.numberNode(optional.getAsInt()) : NODES.nullNode();
    }
    return plain(value);
  }

  private static JsonNode plain(Object value) {
    if (value instanceof String text) {
      return NODES.textNode(text);
    }
    if (value instanceof Enum<?> constant) {
      return NODES.textNode(constant.name());
    }
    if (value instanceof Double number) {
      return NODES.numberNode(number.doubleValue());
    }
    if (value instanceof Integer number) {
      return NODES.numberNode(number.intValue());
    }
    if (value instanceof Long number) {
      return NODES.numberNode(number.longValue());
    }
    if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    }
    throw new IllegalArgumentException("no JSON for " + value);
  }
}
