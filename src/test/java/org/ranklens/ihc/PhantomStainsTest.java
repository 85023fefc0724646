package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranklens.Execution;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.ihc.slide.Slides;
import org.ranklens.ihc.stain.StainMatrix;
import org.ranklens.ihc.stain.StainSettings;
import org.ranklens.phantom.ihc.FieldSettings;
import org.ranklens.phantom.ihc.IhcPhantom;
import org.ranklens.phantom.ihc.IhcPhantomSettings;
import org.ranklens.phantom.ihc.StainPattern;
import org.ranklens.phantom.ihc.StainVectors;

/** Stain vectors of rendered slides against those that they were rendered with. */
class PhantomStainsTest {

  @TempDir Path folder;

  /**
   * Cells of few strengths: the haematoxylin of each strength differs by chance, and turned DAB by
   * up to 6 degrees while each strength counted alike.
   */
  @ParameterizedTest
  @CsvSource({"1001, 0.5", "1002, 0.5", "1001, 0.25"})
  void cellsOfFewStrengthsDoNotTurnDab(long seed, double pixelSizeMicrons) throws Exception {
    int edge = (int) (500 / pixelSizeMicrons);
    IhcPhantomSettings settings =
        IhcPhantomSettings.of(StainPattern.MIXED, seed)
            .withField(new FieldSettings(edge, edge, pixelSizeMicrons, 40))
            .withStains(StainVectors.RUIFROK);
    Path file = folder.resolve("slide.tif");
    IhcPhantom.writeSlide(IhcPhantom.render(settings), file);

    try (Slide slide = Slides.open(file, SlideOptions.defaults())) {
      StainMatrix found =
          SlideSurvey.of(slide, StainSettings.defaults(), Execution.single()).stains().stains();

      StainMatrix rendered = StainMatrix.ruifrok();
      assertThat(found.dab().degreesTo(rendered.dab())).isLessThan(2.0);
      assertThat(found.hematoxylin().degreesTo(rendered.hematoxylin())).isLessThan(2.0);
    }
  }
}
