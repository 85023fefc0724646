package org.ranklens.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class LetteringTest {

  @Test
  void lettersAreDrawnWithoutAnyFontOfTheMachine() {
    BufferedImage image = new BufferedImage(200, 40, BufferedImage.TYPE_3BYTE_BGR);
    Lettering.Strokes.draw(image, "100 µm", 10, 30, 20, false, Color.WHITE);
    int white = 0;
    int right = 0;
    for (int i = 0; i < 200 * 40; i++) {
      if ((image.getRGB(i % 200, i / 200) & 255) > 128) {
        white++;
        right = Math.max(right, i % 200);
      }
    }
    assertThat(white).isGreaterThan(100);
    assertThat(right).isLessThan(10 + Lettering.Strokes.width("100 µm", 20, false) + 5);
  }

  @Test
  void signsThatStrokeLettersLackAreWrittenOut() {
    assertThat(Lettering.Strokes.ascii("×200, 5 µm², 1–2, é")).isEqualTo("x200, 5 um2, 1-2, ?");
  }

  @Test
  void textThatLeavesThePictureIsCutOff() {
    BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_3BYTE_BGR);
    Lettering.Strokes.draw(image, "a long text", 5, 15, 20, true, Color.WHITE);
    assertThat(image.getWidth()).isEqualTo(20);
  }
}
