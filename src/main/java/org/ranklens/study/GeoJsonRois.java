package org.ranklens.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.ranklens.PlainText;
import org.ranklens.RefusedException;

/**
 * GeoJSON (RFC 7946) as QuPath writes it: a feature, a list of features or a feature collection,
 * coordinates in pixels of level 0.
 */
final class GeoJsonRois {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** What stands behind the first value, or under a name twice, would be lost. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path file;

  private GeoJsonRois(Path file) {
    this.file = file;
  }

  static List<RoiFile.Drawn> read(Path file) throws IOException {
    JsonNode root;
    try {
      root = MAPPER.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new RefusedException(
          "is not JSON: " + JsonWords.notJson(e),
          file.toString(),
          "",
          "export the regions as GeoJSON or as an ImageJ ROI zip");
    }
    return new GeoJsonRois(file).features(root);
  }

  private List<RoiFile.Drawn> features(JsonNode root) throws IOException {
    JsonNode list = root.has("features") ? root.get("features") : root;
    List<RoiFile.Drawn> drawn = new ArrayList<>();
    if (list.isArray()) {
      for (JsonNode feature : list) {
        drawn.add(feature(feature));
      }
    } else if (list.isObject()) {
      drawn.add(feature(list));
    }
    return drawn;
  }

  private RoiFile.Drawn feature(JsonNode feature) throws IOException {
    String name = name(feature.path("properties"));
    JsonNode geometry = feature.has("geometry") ? feature.get("geometry") : feature;
    if (!geometry.isObject() || geometry.path("type").asText("").equals("Feature")) {
      throw refused(
          "has a feature without a geometry"
              + (name.isBlank() ? "" : ", " + PlainText.quoted(name)),
          "draw it again, or leave it out");
    }
    return new RoiFile.Drawn(name, geometry(geometry.path("type").asText(""), geometry));
  }

  /** Returns the name; osteoid says so by its class too, since its cells are scored apart. */
  private static String name(JsonNode properties) {
    String name = properties.path("name").asText("");
    String kind = className(properties.path("classification"));
    boolean osteoid = kind.toLowerCase(Locale.ROOT).contains("osteoid");
    if (!osteoid || name.toLowerCase(Locale.ROOT).contains("osteoid")) {
      return name;
    }
    return name.isBlank() ? kind : name + " (" + kind + ")";
  }

  /** A class of several parts has a list of names from QuPath 0.5 on, before "Tumor: Positive". */
  private static String className(JsonNode classification) {
    List<String> names = new ArrayList<>();
    classification.path("names").forEach(name -> names.add(name.asText("")));
    return names.isEmpty() ? classification.path("name").asText("") : String.join(": ", names);
  }

  private Geometry geometry(String type, JsonNode geometry) throws IOException {
    JsonNode coordinates = geometry.path("coordinates");
    return switch (type) {
      case "Polygon" -> polygon(coordinates);
      case "MultiPolygon" -> {
        List<Polygon> parts = new ArrayList<>();
        for (JsonNode part : coordinates) {
          parts.add(polygon(part));
        }
        if (parts.isEmpty()) {
          throw refused("has a polygon without coordinates", "draw it again");
        }
        yield FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
      }
      case "Point" -> FACTORY.createPoint(coordinate(coordinates));
      case "MultiPoint" -> FACTORY.createMultiPointFromCoords(coordinates(coordinates));
      case "LineString" -> FACTORY.createLineString(coordinates(coordinates));
      case "MultiLineString" -> FACTORY.createMultiLineString();
      case "GeometryCollection" -> {
        List<Geometry> parts = new ArrayList<>();
        for (JsonNode part : geometry.path("geometries")) {
          parts.add(geometry(part.path("type").asText(""), part));
        }
        yield union(parts);
      }
      default ->
          throw refused("has a geometry of type '" + type + "'", "use Polygon or MultiPolygon");
    };
  }

  private Geometry union(List<Geometry> parts) throws IOException {
    try {
      return FACTORY.buildGeometry(parts).union();
    } catch (TopologyException | IllegalArgumentException e) {
      throw refused(
          "has areas that can't be put together", "draw it as polygons without crossings");
    }
  }

  private Polygon polygon(JsonNode rings) throws IOException {
    if (rings.isEmpty()) {
      throw refused("has a polygon without coordinates", "draw it again");
    }
    LinearRing shell = ring(rings.get(0));
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(rings.get(i + 1));
    }
    return FACTORY.createPolygon(shell, holes);
  }

  private LinearRing ring(JsonNode points) throws IOException {
    Coordinate[] ring = coordinates(points);
    if (ring.length < 4 || !ring[0].equals2D(ring[ring.length - 1])) {
      throw refused("has a polygon whose outline is not closed", "draw it again");
    }
    return FACTORY.createLinearRing(ring);
  }

  private Coordinate[] coordinates(JsonNode points) throws IOException {
    Coordinate[] coordinates = new Coordinate[points.size()];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = coordinate(points.get(i));
    }
    return coordinates;
  }

  private Coordinate coordinate(JsonNode point) throws IOException {
    if (point.size() < 2 || !point.get(0).isNumber() || !point.get(1).isNumber()) {
      throw refused("has the point " + point, "a point is [x, y] in pixels");
    }
    return new Coordinate(point.get(0).asDouble(), point.get(1).asDouble());
  }

  private RefusedException refused(String what, String remedy) {
    return new RefusedException(what, file.toString(), "", remedy);
  }
}
