package org.ranklens.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranklens.ihc.ShowField;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.ihc.slide.Slides;
import org.ranklens.report.PngFile;

/** Figures of a field have a size that a page and a screen can show. */
class FieldFigureTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "1000, 800, 1000",
    "800, 600, 1000",
    "80, 800, 1000",
    "100, 60, 1000",
    "1, 900, 1000"
  })
  void aFieldOfAnyShapeFitsAScreen(int width, int height, int figureWidth) throws IOException {
    Canvas figure = draw(width, height);
    assertThat(figure.width()).isEqualTo(figureWidth);
    assertThat(figure.height()).isBetween(300, 1300);
  }

  @Test
  void aTallFieldKeepsItsShape() throws IOException {
    Canvas figure = draw(80, 800);
    // 800 pixels of the field are 1200 of the figure, so its 80 are 120; paper stands beside them.
    int row = 3 * 600 * figure.width();
    assertThat(figure.rgb()[row + 3 * 118]).isEqualTo((byte) 100);
    assertThat(figure.rgb()[row + 3 * 121]).isEqualTo((byte) 255);
  }

  private Canvas draw(int width, int height) throws IOException {
    byte[] grey = new byte[3 * width * height];
    java.util.Arrays.fill(grey, (byte) 100);
    Path file = folder.resolve("field.png");
    PngFile.write(file, width, height, grey);
    try (Slide slide = Slides.open(file, SlideOptions.defaults())) {
      return new FieldFigure(slide, new ShowField(0, 0, width, height), 0.5).plain("");
    }
  }
}
