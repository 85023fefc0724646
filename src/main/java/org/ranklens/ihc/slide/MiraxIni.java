package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ranklens.PlainText;

/** The {@code Slidedat.ini} of a MIRAX slide: sections of keys and values. */
final class MiraxIni {

  /** Those of slides are some kilobytes. */
  private static final long MOST_BYTES = 1 << 20;

  private final Path file;
  private final Map<String, Map<String, String>> sections = new HashMap<>();

  private MiraxIni(Path file) {
    this.file = file;
  }

  static MiraxIni read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException(file + ": is no sound MRXS: it has more than 1 MB.");
    }
    MiraxIni ini = new MiraxIni(file);
    // Keys and numbers are ASCII; what else it holds is not used.
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    Map<String, String> section = new HashMap<>();
    for (String line : text.lines().map(String::strip).toList()) {
      int bracket = line.indexOf('[');
      int equals = line.indexOf('=');
      // The first line may begin with a byte order mark.
      if (line.endsWith("]") && bracket >= 0 && bracket <= 3) {
        String name = line.substring(bracket + 1, line.length() - 1);
        section = ini.sections.computeIfAbsent(name, key -> new HashMap<>());
      } else if (equals > 0) {
        section.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      }
    }
    return ini;
  }

  Optional<String> find(String section, String key) {
    return Optional.ofNullable(sections.getOrDefault(section, Map.of()).get(key));
  }

  String text(String section, String key) throws IOException {
    Optional<String> value = find(section, key);
    if (value.isEmpty() || value.get().isEmpty()) {
      throw broken(section, key, "is missing");
    }
    return value.get();
  }

  int whole(String section, String key, int least, int most) throws IOException {
    return (int) number(section, key, least, most, true);
  }

  double number(String section, String key, double least, double most) throws IOException {
    return number(section, key, least, most, false);
  }

  private double number(String section, String key, double least, double most, boolean whole)
      throws IOException {
    String value = text(section, key);
    double number;
    try {
      number = whole ? Long.parseLong(value) : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw broken(section, key, "is " + PlainText.quoted(value) + ", no number");
    }
    if (!(number >= least && number <= most)) {
      throw broken(section, key, "is " + value + ", which no slide has");
    }
    return number;
  }

  @Override
  public String toString() {
    return file.toString();
  }

  IOException broken(String section, String key, String what) {
    return new IOException(
        "%s: is no sound MRXS: %s of [%s] %s.".formatted(file, key, section, what));
  }
}
