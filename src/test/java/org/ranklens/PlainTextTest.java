package org.ranklens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What stands in a broken file never breaks the line of a message. */
class PlainTextTest {

  @Test
  void lettersOfAnyScriptStayAndControlCharactersDoNot() {
    assertThat(PlainText.oneLine("M\u00fcller \u5c71\n\u0000\u2028x"))
        .isEqualTo("M\u00fcller \u5c71???x");
    assertThat(PlainText.oneLine("\ud83e\udde0 \ud83e")).isEqualTo("\ud83e\udde0 ?");
  }

  @Test
  void longTextIsCut() {
    assertThat(PlainText.quoted("a".repeat(200))).hasSize(65).endsWith("...\"");
    assertThat(PlainText.quoted("70 kg")).isEqualTo("\"70 kg\"");
  }

  @Test
  void aCutLeavesNoHalfOfAPair() {
    String brains = "\ud83e\udde0".repeat(100);
    assertThat(PlainText.head("x" + brains, 200)).isEqualTo("x" + brains.substring(0, 198));
    assertThat(PlainText.head(brains, 200)).isEqualTo(brains);
    assertThat(PlainText.quoted("x" + brains)).isEqualTo("\"x" + brains.substring(0, 58) + "...\"");
  }

  @Test
  void aRefusalIsOneLine() {
    assertThat(new Refusal("is \"1\n2\"", "a\tb", "", "").sentence()).isEqualTo("a?b: is \"1?2\".");
  }
}
