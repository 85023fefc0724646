package org.ranklens.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The list of all slides and scans of a study.
 *
 * @param file the manifest's file
 * @param rows its rows, in the file's order
 */
public record Manifest(Path file, List<ManifestRow> rows) {

  public Manifest {
    rows = List.copyOf(rows);
  }

  /**
   * Reads a manifest (CSV, UTF-8, see {@code docs/data-dictionary.md}).
   *
   * @throws org.ranklens.RefusedException where a column is missing or a value is not valid; names
   *     line, column and the valid values
   * @throws IOException where the file can't be read
   */
  public static Manifest read(Path file) throws IOException {
    return new Manifest(file, ManifestReader.read(file));
  }

  /** Returns the items of work, in the order of their first rows. */
  public List<Item> items() throws IOException {
    return Items.of(this);
  }
}
