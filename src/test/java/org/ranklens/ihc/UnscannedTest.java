package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranklens.Execution;
import org.ranklens.ihc.slide.ArraySlide;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.stain.StainSettings;
import org.ranklens.ihc.stain.WhitePoint;
import org.ranklens.phantom.ihc.CameraSettings;
import org.ranklens.phantom.ihc.FieldSettings;
import org.ranklens.phantom.ihc.IhcPhantom;
import org.ranklens.phantom.ihc.IhcPhantomSettings;
import org.ranklens.phantom.ihc.RenderedField;
import org.ranklens.phantom.ihc.Rgb;
import org.ranklens.phantom.ihc.StainPattern;

/** Pure white or black that no scanner saw is neither white nor tissue; pure white glass is. */
class UnscannedTest {

  private static final Rgb LAMP = new Rgb(226, 224, 221);
  private static final int EDGE = 900;

  /**
   * Two strips at the slide's edges, as wide as most of its glass, and a place amid tissue; the rim
   * of a black one, 8 um, goes with it.
   */
  @ParameterizedTest
  @ValueSource(ints = {255, 0})
  void whiteAndTissueAreThoseOfTheSlideThatWasScannedAsAWhole(int level) throws IOException {
    RgbImage whole = field(LAMP, 60);
    RgbImage partly = field(LAMP, 60);
    blank(partly, 0, 0, EDGE, 90, level);
    blank(partly, 0, 0, 90, EDGE, level);
    blank(partly, 300, 300, 160, 160, level);

    SlideSurvey expected = survey(whole);
    SlideSurvey found = survey(partly);

    assertThat(expected.stains().white().green()).isEqualTo(224, within(1.0));
    assertSame(expected.stains().white(), found.stains().white(), 1);
    assertThat(found.stains().warnings()).isEmpty();
    double gap = 0.08 * 0.08;
    assertThat(found.tissueAreaMm2())
        .isEqualTo(expected.tissueAreaMm2() - gap, within(level == 0 ? 0.004 : 0.002));
  }

  @Test
  void withoutGlassWhiteIsGuessedFromTissueAndNotTakenFromWhatWasLeftOut() throws IOException {
    RgbImage partly = field(LAMP, 0);
    blank(partly, 0, 0, EDGE, 90, 255);
    blank(partly, 300, 300, 160, 160, 255);

    SlideSurvey found = survey(partly);

    assertThat(found.stains().white().green()).isEqualTo(224, within(6.0));
    assertThat(found.stains().warnings()).hasSize(1);
  }

  @Test
  void glassThatTheCameraSawAsPureWhiteIsWhite() throws IOException {
    SlideSurvey found = survey(field(new Rgb(255, 255, 255), 60));
    assertSame(new WhitePoint(255, 255, 255), found.stains().white(), 2);
  }

  private static void assertSame(WhitePoint expected, WhitePoint found, double levels) {
    assertThat(found.red()).isEqualTo(expected.red(), within(levels));
    assertThat(found.green()).isEqualTo(expected.green(), within(levels));
    assertThat(found.blue()).isEqualTo(expected.blue(), within(levels));
  }

  private static RgbImage field(Rgb white, double glassMicrons) {
    RenderedField field =
        IhcPhantom.render(
            IhcPhantomSettings.of(StainPattern.MIXED, 32)
                .withField(new FieldSettings(EDGE, EDGE, 0.5, glassMicrons))
                .withCamera(new CameraSettings(white, 0.01, 0.35, 1.5, 85)));
    return new RgbImage(field.width(), field.height(), field.rgb());
  }

  private static void blank(RgbImage image, int x, int y, int width, int height, int level) {
    for (int row = y; row < y + height; row++) {
      int from = 3 * (row * image.width() + x);
      Arrays.fill(image.rgb(), from, from + 3 * width, (byte) level);
    }
  }

  private static SlideSurvey survey(RgbImage image) throws IOException {
    ArraySlide slide = new ArraySlide("field", "memory", image, OptionalDouble.of(0.5));
    return SlideSurvey.of(slide, StainSettings.defaults(), Execution.single());
  }
}
