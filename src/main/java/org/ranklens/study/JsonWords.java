package org.ranklens.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What is wrong with a JSON file, in words for who wrote it and not for who wrote its parser. */
final class JsonWords {

  private JsonWords() {}

  /** Returns why a file is no JSON, with its line where that is known. */
  static String notJson(JsonProcessingException e) {
    if (e instanceof StreamConstraintsException) {
      return "it is nested too deeply, or has a number or name of absurd length";
    }
    String line = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
    String why = e.getOriginalMessage();
    if (why.startsWith("Non-standard token")) {
      return why.replaceAll("^[^']*'([^']*)'.*", "$1 is no number") + line;
    }
    if (why.startsWith("Trailing token")) {
      return "something stands behind its end" + line;
    }
    return why.replaceAll("(: maybe a|: was expecting|: enable| \\(but could).*", "") + line;
  }

  /** Returns what a value must be that is of another kind, or the parser's words. */
  static String mismatch(MismatchedInputException e) {
    Class<?> wanted = e.getTargetType();
    if (wanted == boolean.class) {
      return "it must be true or false";
    }
    if (wanted == int.class || wanted == long.class) {
      return "it must be a whole number";
    }
    if (wanted == double.class) {
      return "it must be a number";
    }
    if (wanted != null && wanted.isEnum()) {
      return "it must be one of "
          + Arrays.stream(wanted.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
    }
    return wanted == String.class ? "it must be text in quotes" : e.getOriginalMessage();
  }
}
