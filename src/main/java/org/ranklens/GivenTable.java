package org.ranklens;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * A small table as a spreadsheet saves it: with a mark before its first letter or without; comma,
 * semicolon or tab between cells, as the header tells. Where it is no comma, numbers may have one.
 *
 * @param text what stands in it
 * @param separator what stands between cells
 */
public record GivenTable(String text, char separator) {

  /**
   * Reads a file.
   *
   * @throws RefusedException where it is no text in UTF-8: letters would be lost unseen
   */
  public static GivenTable read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new RefusedException(
          "is not text in UTF-8", file.toString(), "", "save it as CSV (UTF-8)");
    }
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return new GivenTable(plain, separatorOf(plain.lines().findFirst().orElse("")));
  }

  private static char separatorOf(String header) {
    if (header.contains(",")) {
      return ',';
    }
    return header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
  }

  /** Returns the number of a cell, empty where there is none. */
  public OptionalDouble number(String cell) {
    return PlainNumber.of(separator == ',' ? cell : cell.replace(',', '.'));
  }
}
