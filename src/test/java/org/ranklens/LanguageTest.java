package org.ranklens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * ImageJ runs in the language of its machine: what writes numbers, or changes letters, by that
 * language gives other words and names there. Looked for in the sources, since few of these are
 * reached by any one run.
 */
class LanguageTest {

  private static final String LITERALS = "(?:\"(?:[^\"\\\\]|\\\\.)*+\"[\\s+)]*)+";
  private static final Pattern BY_LANGUAGE =
      Pattern.compile("(" + LITERALS + ")\\.formatted\\(|String\\.format\\(\\s*(" + LITERALS + ")");
  private static final Pattern NUMBER = Pattern.compile("%[-+ #,(0-9.]*[bcdeEfgGoxXtT]");
  private static final Pattern LETTERS = Pattern.compile("\\.to(?:Lower|Upper)Case\\(\\)");

  @Test
  void noNumberIsFormattedByTheMachinesLanguage() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      found.addAll(numbers(file.getFileName().toString(), Files.readString(file)));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void noLettersAreChangedByTheMachinesLanguage() throws IOException {
    for (Path file : sources()) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(LETTERS);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"%d cells\".formatted(n)",
        "(\"of %s \" + \"%.2f\")\n.formatted(a, b)",
        "String.format(\"%5.1f\", x)"
      })
  void suchANumberWouldBeSeen(String source) {
    assertThat(numbers("A.java", source)).hasSize(1);
  }

  private static List<String> numbers(String name, String source) {
    List<String> found = new ArrayList<>();
    Matcher calls = BY_LANGUAGE.matcher(source);
    while (calls.find()) {
      String words = calls.group(1) == null ? calls.group(2) : calls.group(1);
      if (NUMBER.matcher(words.replace("%%", "")).find()) {
        found.add(name + ": " + words.strip());
      }
    }
    return found;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
      return all.filter(path -> path.toString().endsWith(".java")).toList();
    }
  }
}
