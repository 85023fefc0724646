package org.ranklens.fiji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fiji")
class AnswersTest {

  @Test
  void anEmptyNumberIsNoneAndACommaADecimalPoint() {
    assertThat(Answers.optionalPositive("", "Pixel size")).isEmpty();
    assertThat(Answers.optionalPositive("0,5", "Pixel size")).hasValue(0.5);
  }

  @Test
  void whatIsNoNumberAboveZeroIsRefusedByItsField() {
    for (String text : new String[] {"half", "0.5d", "NaN", "Infinity"}) {
      assertThatThrownBy(() -> Answers.optionalPositive(text, "Pixel size"))
          .hasMessage("'Pixel size': " + text + " is no number.");
    }
    for (String number : new String[] {"0", "-1"}) {
      assertThatThrownBy(() -> Answers.optionalPositive(number, "Pixel size"))
          .hasMessage("'Pixel size' must be above 0, not " + number + ".");
    }
  }

  @Test
  void aMissingFileOrFolderIsNamed(@TempDir Path folder) {
    String missing = folder.resolve("none.tif").toString();
    assertThatThrownBy(() -> Answers.file(missing, "Slide"))
        .hasMessage("'Slide': there is no file " + missing + ".");
    assertThatThrownBy(() -> Answers.folder(missing, "Baseline"))
        .hasMessage("'Baseline': there is no folder " + missing + ".");
    assertThatThrownBy(() -> Answers.path("", "Output"))
        .hasMessage("'Output' is empty; choose a place.");
    assertThat(Answers.optionalFile("", "Regions")).isEmpty();
  }
}
