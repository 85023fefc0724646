package org.ranklens.fiji;

import java.util.ArrayList;
import java.util.List;

/** Reads RFC 4180 text back into rows. */
final class CsvText {

  private final String text;
  private int at;

  private CsvText(String text) {
    this.text = text;
  }

  static List<List<String>> rows(String text) {
    CsvText csv = new CsvText(text);
    List<List<String>> rows = new ArrayList<>();
    while (csv.at < text.length()) {
      rows.add(csv.row());
    }
    return rows;
  }

  private List<String> row() {
    List<String> fields = new ArrayList<>();
    do {
      fields.add(text.startsWith("\"", at) ? quoted() : plain());
    } while (skip(","));
    if (!skip("\r\n")) {
      skip("\n");
    }
    return fields;
  }

  private String plain() {
    int from = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted() {
    StringBuilder field = new StringBuilder();
    at++;
    while (at < text.length()) {
      int end = text.indexOf('"', at);
      int to = end < 0 ? text.length() : end;
      field.append(text, at, to);
      at = to + 1;
      if (!skip("\"")) {
        break;
      }
      field.append('"');
    }
    return field.toString();
  }

  private boolean skip(String token) {
    boolean there = text.startsWith(token, at);
    if (there) {
      at += token.length();
    }
    return there;
  }
}
