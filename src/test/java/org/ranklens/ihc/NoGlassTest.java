package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranklens.Execution;
import org.ranklens.ihc.slide.ArraySlide;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.stain.StainEstimate;
import org.ranklens.ihc.stain.StainSettings;
import org.ranklens.ihc.stain.WhitePoint;
import org.ranklens.phantom.ihc.CameraSettings;
import org.ranklens.phantom.ihc.FieldSettings;
import org.ranklens.phantom.ihc.IhcPhantom;
import org.ranklens.phantom.ihc.IhcPhantomSettings;
import org.ranklens.phantom.ihc.RenderedField;
import org.ranklens.phantom.ihc.Rgb;
import org.ranklens.phantom.ihc.StainPattern;

/** White of fields that show no glass: it is told, and brightened from the palest tissue. */
class NoGlassTest {

  /** The palest tissue of these fields takes 0.014 to 0.036 of optical density away. */
  @ParameterizedTest
  @CsvSource({"31, 243, 242, 240", "32, 226, 224, 221", "33, 236, 232, 226"})
  void whiteIsGuessedFromThePalestTissue(long seed, double red, double green, double blue)
      throws IOException {
    StainEstimate found = estimate(seed, new Rgb(red, green, blue), 0);

    WhitePoint white = found.white();
    assertThat(Math.abs(Math.log10(white.red() / red))).isLessThan(0.01);
    assertThat(Math.abs(Math.log10(white.green() / green))).isLessThan(0.012);
    assertThat(Math.abs(Math.log10(white.blue() / blue))).isLessThan(0.01);
    assertThat(found.warnings())
        .singleElement()
        .asString()
        .startsWith("no glass is in view, so white is a guess from the palest tissue");
  }

  /** Also where the glass is as magenta as pale tissue. */
  @ParameterizedTest
  @CsvSource({"31, 243, 242, 240", "32, 226, 224, 221", "33, 247, 237, 239"})
  void glassIsTakenAsItIs(long seed, double red, double green, double blue) throws IOException {
    StainEstimate found = estimate(seed, new Rgb(red, green, blue), 60);

    assertThat(found.white().green()).isLessThan(green + 1);
    assertThat(found.warnings()).isEmpty();
  }

  private static StainEstimate estimate(long seed, Rgb white, double glassMicrons)
      throws IOException {
    RenderedField field =
        IhcPhantom.render(
            IhcPhantomSettings.of(StainPattern.MIXED, seed)
                .withField(new FieldSettings(900, 900, 0.5, glassMicrons))
                .withCamera(new CameraSettings(white, 0.01, 0.35, 1.5, 85)));
    RgbImage image = new RgbImage(field.width(), field.height(), field.rgb());
    ArraySlide slide = new ArraySlide("field", "memory", image, OptionalDouble.of(0.5));
    return SlideSurvey.of(slide, StainSettings.defaults(), Execution.single()).stains();
  }
}
