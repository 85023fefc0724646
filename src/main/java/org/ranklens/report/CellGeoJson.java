package org.ranklens.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.ranklens.ihc.ScoredCell;
import org.ranklens.ihc.cell.Cell;
import org.ranklens.ihc.cell.Outline;
import org.ranklens.ihc.score.IntensityClass;

/**
 * Cells as QuPath reads them: a feature collection of detections with class, colour, measurements
 * and, of a cell with one nucleus, its nucleus.
 */
final class CellGeoJson implements Closeable {

  /** Of the outlines' vertices; a twentieth of a pixel is finer than any outline. */
  private static final int PLACE_DECIMALS = 1;

  private final JsonGenerator json;

  CellGeoJson(Path file) throws IOException {
    json = new JsonFactory().createGenerator(new BufferedOutputStream(Files.newOutputStream(file)));
    json.writeStartObject();
    json.writeStringField("type", "FeatureCollection");
    json.writeArrayFieldStart("features");
  }

  void accept(ScoredCell scored) throws IOException {
    Cell cell = scored.cell();
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    // QuPath wants a UUID; this one is the cell's number, so that it repeats.
    json.writeStringField("id", new UUID(0, scored.id()).toString());
    json.writeFieldName("geometry");
    polygon(cell.outline());
    if (cell.nucleusOutlines().size() == 1) {
      json.writeFieldName("nucleusGeometry");
      polygon(cell.nucleusOutlines().get(0));
    }
    json.writeObjectFieldStart("properties");
    json.writeStringField("objectType", cell.nucleusOutlines().size() == 1 ? "cell" : "detection");
    classification(scored);
    json.writeObjectFieldStart("measurements");
    number("Nuclei", cell.nuclei(), 0);
    number("Nucleus area um^2", cell.nucleusAreaUm2(), 2);
    number("Cell area um^2", cell.cellAreaUm2(), 2);
    number("Nucleus DAB OD mean", cell.nucleusDabOdMean(), 4);
    if (cell.cytoplasm().isPresent()) {
      number("Cytoplasm DAB OD mean", cell.cytoplasm().orElseThrow().mean(), 4);
      number("Cytoplasm DAB OD max", cell.cytoplasm().orElseThrow().max(), 4);
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void classification(ScoredCell scored) throws IOException {
    String grade =
        scored
            .intensityClass()
            .map(c -> c == IntensityClass.NEGATIVE ? "Negative" : c.level() + "+")
            .orElse("not measurable");
    String name = scored.cell().population().csvName() + ": " + grade;
    json.writeObjectFieldStart("classification");
    json.writeStringField(
        "name", name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    json.writeArrayFieldStart("color");
    for (int channel : ClassColours.rgb(scored.intensityClass())) {
      json.writeNumber(channel);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void polygon(Outline outline) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Polygon");
    json.writeArrayFieldStart("coordinates");
    json.writeStartArray();
    for (int i = 0; i <= outline.points(); i++) {
      int point = i % outline.points();
      json.writeStartArray();
      json.writeNumber(Row.decimal(outline.xPx(point), PLACE_DECIMALS));
      json.writeNumber(Row.decimal(outline.yPx(point), PLACE_DECIMALS));
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void number(String name, double value, int decimals) throws IOException {
    json.writeFieldName(name);
    json.writeNumber(Row.decimal(value, decimals));
  }

  @Override
  public void close() throws IOException {
    try (json) {
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }
}
