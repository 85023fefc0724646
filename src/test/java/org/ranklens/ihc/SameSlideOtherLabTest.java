package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranklens.Execution;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.ihc.slide.Slides;
import org.ranklens.phantom.ihc.CameraSettings;
import org.ranklens.phantom.ihc.FieldSettings;
import org.ranklens.phantom.ihc.IhcPhantom;
import org.ranklens.phantom.ihc.IhcPhantomSettings;
import org.ranklens.phantom.ihc.RenderedField;
import org.ranklens.phantom.ihc.Rgb;
import org.ranklens.phantom.ihc.StainPattern;
import org.ranklens.phantom.ihc.StainVectors;

/**
 * The same tissue as other microscopes, reagents and compressions would show it: the H-score stays
 * within 4 points of that of the slide as it is usually rendered.
 */
class SameSlideOtherLabTest {

  private static final double MOST_SHIFT = 4;

  @TempDir Path folder;

  /** Brightness as a share of white 222, degrees, JPEG quality, micrometres per pixel. */
  @ParameterizedTest
  @CsvSource({
    "0.9, 0, 85, 0.5",
    "1.1, 0, 85, 0.5",
    "1, -5, 85, 0.5",
    "1, 5, 85, 0.5",
    "1, 0, 40, 0.5",
    "1, 0, 95, 0.5",
    "1, 0, 85, 0.25",
  })
  void movesTheScoreByNoMoreThanFourPoints(
      double brightness, double degrees, int quality, double pixelSizeMicrons) throws IOException {
    double usual = hScore(1, 0, 85, 0.5);

    double other = hScore(brightness, degrees, quality, pixelSizeMicrons);

    assertThat(other).isCloseTo(usual, within(MOST_SHIFT));
  }

  private double hScore(double brightness, double degrees, int quality, double pixelSizeMicrons)
      throws IOException {
    int edge = (int) Math.round(500 / pixelSizeMicrons);
    double level = 222 * brightness;
    RenderedField field =
        IhcPhantom.render(
            IhcPhantomSettings.of(StainPattern.MIXED, 77)
                .withField(new FieldSettings(edge, edge, pixelSizeMicrons, 40))
                .withStains(StainVectors.RUIFROK.turned(degrees))
                .withCamera(
                    new CameraSettings(new Rgb(level, level, level), 0.02, 0.35, 1.5, quality)));
    Path file = folder.resolve("slide.tif");
    IhcPhantom.writeSlide(field, file);
    try (Slide slide = Slides.open(file, SlideOptions.defaults())) {
      return IhcAnalysis.run(
              slide,
              List.of(),
              IhcSettings.defaults(),
              MarkerProtocol.none("RANK"),
              Execution.single(),
              cell -> {})
          .regions()
          .get(0)
          .populations()
          .get(0)
          .hScore()
          .orElseThrow();
    }
  }
}
