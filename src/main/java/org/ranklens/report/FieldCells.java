package org.ranklens.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.ranklens.Progress;
import org.ranklens.ihc.ShowField;
import org.ranklens.ihc.cell.Population;
import org.ranklens.report.figure.ClassColour;
import org.ranklens.report.figure.FieldCell;

/** Reads the outlines of a few cells back from {@code cells.geojson}, which has one a line. */
final class FieldCells {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String OUTLINE = "\"coordinates\":[[[";
  private static final int BUFFER = 1 << 16;

  private FieldCells() {}

  /** Returns the cells whose features begin there. */
  static List<FieldCell> at(Path folder, List<Long> offsets) throws IOException {
    List<FieldCell> found = new ArrayList<>();
    try (FileChannel channel = open(folder)) {
      for (long offset : offsets) {
        channel.position(offset);
        found.add(cell(reader(channel, 1 << 13).readLine()));
      }
    }
    return found;
  }

  /**
   * Returns the cells of a field, from the upper edge down.
   *
   * @param reachPx how far a cell of the field may lie outside of it
   */
  static List<FieldCell> within(
      Path folder, FeatureRows rows, ShowField field, double reachPx, Progress progress)
      throws IOException {
    FeatureRows.Span span = rows.between(field.y() - reachPx, field.y() + field.height() + reachPx);
    List<FieldCell> found = new ArrayList<>();
    try (FileChannel channel = open(folder)) {
      channel.position(span.from());
      BufferedReader lines = reader(channel, BUFFER);
      long at = span.from();
      // Features are of ASCII letters but for the sign of micro, so counting letters falls behind
      // the true place: some more lines are read, none is missed.
      for (String line = lines.readLine();
          line != null && at < span.to() && line.startsWith("{");
          line = lines.readLine()) {
        progress.check();
        at += line.length() + 1;
        if (begins(line, field, 2 * reachPx)) {
          found.add(cell(line));
        }
      }
    }
    return found;
  }

  private static FileChannel open(Path folder) throws IOException {
    return FileChannel.open(folder.resolve(CellGeoJson.NAME), StandardOpenOption.READ);
  }

  private static BufferedReader reader(FileChannel channel, int buffer) {
    Reader letters =
        new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8);
    return new BufferedReader(letters, buffer);
  }

  /** Tells by the first point of the outline, without parsing all, whether a cell may be seen. */
  private static boolean begins(String line, ShowField field, double reachPx) {
    int x = line.indexOf(OUTLINE) + OUTLINE.length();
    int comma = line.indexOf(',', x);
    double xPx = Double.parseDouble(line.substring(x, comma)) - field.x();
    double yPx =
        Double.parseDouble(line.substring(comma + 1, line.indexOf(']', comma))) - field.y();
    return xPx > -reachPx
        && xPx < field.width() + reachPx
        && yPx > -reachPx
        && yPx < field.height() + reachPx;
  }

  private static FieldCell cell(String line) throws IOException {
    // The comma behind the feature is the collection's.
    JsonNode feature = MAPPER.readTree(line);
    List<List<float[]>> nuclei = new ArrayList<>();
    JsonNode nucleus = feature.path("nucleusGeometry");
    if (nucleus.path("type").asText().equals("Polygon")) {
      nuclei.add(ring(nucleus.path("coordinates").path(0)));
    } else {
      nucleus.path("coordinates").forEach(polygon -> nuclei.add(ring(polygon.path(0))));
    }
    JsonNode properties = feature.path("properties");
    String name = properties.path("classification").path("name").asText();
    boolean giant = CellGeoJson.population(name).equals(Population.MULTINUCLEATED.csvName());
    return new FieldCell(
        ring(feature.path("geometry").path("coordinates").path(0)),
        nuclei,
        ClassColour.ofQupathName(CellGeoJson.intensity(name)),
        giant ? properties.path("measurements").path("Nuclei").asInt() : 0);
  }

  private static List<float[]> ring(JsonNode points) {
    List<float[]> ring = new ArrayList<>(points.size());
    for (JsonNode point : points) {
      ring.add(new float[] {(float) point.get(0).asDouble(), (float) point.get(1).asDouble()});
    }
    return ring;
  }
}
