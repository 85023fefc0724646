package org.ranklens.pet.response;

import java.util.List;

/** A category, the rule that fired with its numbers, and what the user must know about it. */
record Ruling(Category category, String rule, List<String> warnings) {

  Ruling {
    warnings = List.copyOf(warnings);
  }

  static Ruling of(Category category, String rule) {
    return new Ruling(category, rule, List.of());
  }
}
