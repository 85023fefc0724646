package org.ranklens.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.ranklens.RefusedException;

/** Reads the slides of a results folder back. */
final class ScoredSlides {

  private static final String CELLS = "cells.csv";
  private static final int DEPTH = 5;

  private final SheetSettings settings;

  ScoredSlides(SheetSettings settings) {
    this.settings = settings;
  }

  /** All slides with cells, in the order of their folders. */
  List<ScoredSlide> read() throws IOException {
    if (!Files.isDirectory(settings.results())) {
      throw new RefusedException(
          "is no folder of results", settings.results().toString(), "", "give what 'run' wrote");
    }
    List<Path> folders;
    try (Stream<Path> walk = Files.walk(settings.results(), DEPTH)) {
      folders =
          walk.filter(path -> path.getFileName().toString().equals(CELLS))
              .map(Path::getParent)
              .sorted()
              .toList();
    }
    List<ScoredSlide> slides = new ArrayList<>();
    for (Path folder : folders) {
      ScoredSlide slide = slide(folder);
      if (!slide.cells().isEmpty()) {
        slides.add(slide);
      }
    }
    if (slides.isEmpty()) {
      throw new RefusedException(
          "holds no slide with cells", settings.results().toString(), "", "score slides first");
    }
    return slides;
  }

  private ScoredSlide slide(Path folder) throws IOException {
    String[] label = label(folder.resolve("ihc.csv"));
    List<MachineCell> cells = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    double farthest = 0;
    double pixelSize = 0;
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve(CELLS))) {
      for (NamedCsvRecord row : csv) {
        // A cell in several regions has a row in each.
        if (seen.add(row.getField("cell_id"))) {
          cells.add(cell(row));
          double x = Double.parseDouble(row.getField("x_px"));
          if (x > farthest) {
            farthest = x;
            pixelSize = Double.parseDouble(row.getField("x_um")) / x;
          }
        }
      }
    }
    // Table places have two decimals; four are as many as the division is sure of.
    double rounded = Math.round(pixelSize * 1e4) / 1e4;
    return new ScoredSlide(
        label[0], label[1], label[2], label[3], slideFile(folder), rounded, cells);
  }

  private static String[] label(Path table) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(table)) {
      for (NamedCsvRecord row : csv) {
        return new String[] {
          row.getField("case"),
          row.getField("timepoint"),
          row.getField("slide"),
          row.getField("marker")
        };
      }
    }
    throw new RefusedException("has no row", table.toString(), "", "score the slide again");
  }

  private static MachineCell cell(NamedCsvRecord row) {
    String intensity = row.getField("intensity_class");
    return new MachineCell(
        "multinucleated".equals(row.getField("population")),
        Double.parseDouble(row.getField("x_px")),
        Double.parseDouble(row.getField("y_px")),
        intensity.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(intensity)));
  }

  /** The slide as provenance names it, found again and still of the same size. */
  private Path slideFile(Path folder) throws IOException {
    Path provenance = folder.resolve("provenance.json");
    JsonNode input = new ObjectMapper().readTree(provenance.toFile()).path("inputs").path(0);
    String name = input.path("name").asText();
    for (Path base : bases()) {
      Path file = base.resolve(name);
      if (Files.isRegularFile(file)) {
        if (Files.size(file) != input.path("bytes").asLong()) {
          throw new RefusedException(
              "is not the file that was scored: its size differs",
              file.toString(),
              "",
              "give the folder of the scored slides by --slides");
        }
        return file;
      }
    }
    throw new RefusedException(
        "the slide " + name + " is not found",
        folder.toString(),
        "",
        "give the folder of the manifest by --slides");
  }

  private List<Path> bases() {
    if (settings.slides().isPresent()) {
      return List.of(settings.slides().get());
    }
    Path above = settings.results().toAbsolutePath().normalize().getParent();
    return above == null ? List.of(Path.of("")) : List.of(Path.of(""), above);
  }

  /** For opening a slide as it was scored. */
  static OptionalDouble pixelSize(ScoredSlide slide) {
    return OptionalDouble.of(slide.pixelSizeMicrons());
  }
}
