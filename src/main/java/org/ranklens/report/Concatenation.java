package org.ranklens.report;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One table of many: the header once, then the rows of each in order, streamed. */
public final class Concatenation {

  private Concatenation() {}

  /**
   * Writes a table.
   *
   * @param parts tables of the same columns; one that does not exist has no rows
   * @throws IOException where a part has other columns
   */
  public static void write(Path file, List<String> columns, List<Path> parts) throws IOException {
    String header = String.join(",", columns);
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(header);
      out.write('\n');
      for (Path part : parts) {
        if (Files.exists(part)) {
          append(part, header, out);
        }
      }
    }
  }

  private static void append(Path part, String header, BufferedWriter out) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(part, StandardCharsets.UTF_8)) {
      String first = in.readLine();
      if (!header.equals(first)) {
        throw new IOException(part + ": has other columns; it is of another version.");
      }
      in.transferTo(out);
    }
  }
}
