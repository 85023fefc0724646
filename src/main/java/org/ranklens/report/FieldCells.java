package org.ranklens.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.ranklens.report.figure.CellIndex;
import org.ranklens.report.figure.FieldCell;

/** Reads the outlines of a few cells back from {@code cells.geojson}. */
final class FieldCells {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);

  private FieldCells() {}

  /** Returns the cells of these numbers in the index. */
  static List<FieldCell> read(Path folder, CellIndex index, List<Integer> cells)
      throws IOException {
    List<FieldCell> found = new ArrayList<>();
    Path file = folder.resolve(CellGeoJson.NAME);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      for (int cell : cells) {
        channel.position(index.offset(cell));
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 13);
        try (JsonParser parser = MAPPER.createParser(in)) {
          found.add(cell(parser.readValueAsTree(), index, cell));
        }
      }
    }
    return found;
  }

  private static FieldCell cell(JsonNode feature, CellIndex index, int cell) {
    List<List<float[]>> nuclei = new ArrayList<>();
    JsonNode nucleus = feature.path("nucleusGeometry");
    if (nucleus.path("type").asText().equals("Polygon")) {
      nuclei.add(ring(nucleus.path("coordinates").path(0)));
    } else {
      nucleus.path("coordinates").forEach(polygon -> nuclei.add(ring(polygon.path(0))));
    }
    int giantNuclei =
        index.giant(cell)
            ? feature.path("properties").path("measurements").path("Nuclei").asInt()
            : 0;
    List<float[]> outline = ring(feature.path("geometry").path("coordinates").path(0));
    return new FieldCell(outline, nuclei, index.colour(cell), giantNuclei);
  }

  private static List<float[]> ring(JsonNode points) {
    List<float[]> ring = new ArrayList<>(points.size());
    for (JsonNode point : points) {
      ring.add(new float[] {(float) point.get(0).asDouble(), (float) point.get(1).asDouble()});
    }
    return ring;
  }
}
