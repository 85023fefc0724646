package org.ranklens.report;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.ranklens.ihc.ScoredCell;
import org.ranklens.ihc.cell.Cell;
import org.ranklens.ihc.cell.CytoplasmOd;
import org.ranklens.ihc.cell.Outline;
import org.ranklens.report.figure.ClassColour;

/**
 * {@code cells.geojson}: cells with their nuclei, classes and measurements as QuPath reads and
 * writes them (a feature of {@code objectType} cell with a {@code nucleusGeometry}), one feature a
 * line, written as the cells come.
 */
final class CellGeoJson implements Closeable {

  static final String NAME = "cells.geojson";

  private final OutputStream out;
  private final String slide;
  private long bytes;
  private boolean first = true;
  private boolean closed;

  CellGeoJson(Path folder, String slide) throws IOException {
    this.slide = slide;
    out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(NAME)), 1 << 16);
    put("{\"type\":\"FeatureCollection\",\"features\":[\n");
  }

  /** Writes a cell and returns where its feature begins, in bytes. */
  long add(ScoredCell scored) throws IOException {
    put(first ? "" : ",\n");
    first = false;
    long start = bytes;
    put(feature(scored));
    return start;
  }

  private String feature(ScoredCell scored) {
    Cell cell = scored.cell();
    StringBuilder json = new StringBuilder(2048);
    // The same cell has the same identity in every export, so that an import can be repeated.
    UUID id = UUID.nameUUIDFromBytes((slide + "#" + scored.id()).getBytes(StandardCharsets.UTF_8));
    json.append("{\"type\":\"Feature\",\"id\":\"").append(id).append("\",\"geometry\":");
    polygon(json, cell.outline());
    nuclei(json, cell.nucleusOutlines());
    json.append(",\"properties\":{\"objectType\":\"cell\",\"name\":\"").append(scored.id());
    classification(json, ClassColour.of(scored.intensityClass()), cell);
    json.append(",\"measurements\":{");
    measurement(json, "Nuclei", cell.nuclei(), 0);
    measurement(json.append(','), "Cell: Area µm^2", cell.cellAreaUm2(), 2);
    measurement(json.append(','), "Nucleus: Area µm^2", cell.nucleusAreaUm2(), 2);
    measurement(json.append(','), "Cytoplasm: Area µm^2", cell.cytoplasmAreaUm2(), 2);
    measurement(json.append(','), "Nucleus: DAB OD mean", cell.nucleusDabOdMean(), 4);
    cell.cytoplasm().ifPresent(od -> cytoplasm(json, od));
    return json.append("}}}").toString();
  }

  private static void cytoplasm(StringBuilder json, CytoplasmOd od) {
    measurement(json.append(','), "Cytoplasm: DAB OD mean", od.mean(), 4);
    measurement(json.append(','), "Cytoplasm: DAB OD median", od.median(), 4);
    measurement(json.append(','), "Cytoplasm: DAB OD max", od.max(), 4);
  }

  private static void measurement(StringBuilder json, String name, double value, int decimals) {
    json.append('"').append(name).append("\":").append(Row.decimal(value, decimals));
  }

  /** Classes in QuPath's own words, so that its H-score counts them: {@code Mononuclear: 2+}. */
  private static void classification(StringBuilder json, ClassColour colour, Cell cell) {
    String population = cell.population().csvName();
    json.append("\",\"classification\":{\"name\":\"")
        .append(Character.toUpperCase(population.charAt(0)))
        .append(population, 1, population.length())
        .append(": ")
        .append(colour.qupathName())
        .append("\",\"color\":[")
        .append(colour.red())
        .append(',')
        .append(colour.green())
        .append(',')
        .append(colour.blue())
        .append("]}");
  }

  /** Returns the population of a cell's classification, as the tables call it. */
  static String population(String classification) {
    return classification.substring(0, classification.indexOf(": ")).toLowerCase(Locale.ROOT);
  }

  /** Returns the intensity class of a cell's classification, as QuPath calls it. */
  static String intensity(String classification) {
    return classification.substring(classification.indexOf(": ") + 2);
  }

  private static void nuclei(StringBuilder json, List<Outline> nuclei) {
    if (nuclei.isEmpty()) {
      return;
    }
    json.append(",\"nucleusGeometry\":");
    if (nuclei.size() == 1) {
      polygon(json, nuclei.get(0));
      return;
    }
    json.append("{\"type\":\"MultiPolygon\",\"coordinates\":[");
    for (int i = 0; i < nuclei.size(); i++) {
      json.append(i == 0 ? "[" : ",[");
      ring(json, nuclei.get(i));
      json.append(']');
    }
    json.append("]}");
  }

  private static void polygon(StringBuilder json, Outline outline) {
    json.append("{\"type\":\"Polygon\",\"coordinates\":[");
    ring(json, outline);
    json.append("]}");
  }

  private static void ring(StringBuilder json, Outline outline) {
    json.append('[');
    for (int i = 0; i < outline.points(); i++) {
      point(json, outline, i);
      json.append(',');
    }
    point(json, outline, 0);
    json.append(']');
  }

  private static void point(StringBuilder json, Outline outline, int i) {
    json.append('[')
        .append(Row.decimal(outline.xPx(i), 2))
        .append(',')
        .append(Row.decimal(outline.yPx(i), 2))
        .append(']');
  }

  private void put(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.write(utf8);
    bytes += utf8.length;
  }

  /** Ends the collection; an item that failed leaves its file to be deleted with its folder. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    put("\n]}\n");
    out.close();
  }
}
