package org.ranklens.fiji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a macro says where no dialog can open. */
@Tag("fiji")
class MacroQuestionsTest {

  @Test
  void theFirstWordOfALabelIsTheKeyAndBracketsHoldBlanks() {
    MacroQuestions questions =
        new MacroQuestions("input=File slide=[/data/my slide.tif] marker=RANKL ");
    questions.choice("Input", List.of("Open image", "File"), "Open image");
    questions.file("Slide (for Input: File)", "");
    questions.choice("Marker", List.of("RANK", "RANKL"), "RANK");
    questions.text("Pixel size in um (empty: as calibrated)", "0.25");
    assertThat(questions.ask()).isTrue();
    assertThat(questions.nextChoice()).isEqualTo("File");
    assertThat(questions.nextText()).isEqualTo("/data/my slide.tif");
    assertThat(questions.nextChoice()).isEqualTo("RANKL");
    assertThat(questions.nextText()).as("what a macro leaves out has its preset").isEqualTo("0.25");
  }

  @Test
  void aChoiceThatDoesNotExistNamesThoseThatDo() {
    MacroQuestions questions = new MacroQuestions("marker=CD68 ");
    assertThatThrownBy(() -> questions.choice("Marker", List.of("RANK", "RANKL"), "RANK"))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("marker=CD68 is not among the choices: RANK, RANKL.");
  }
}
