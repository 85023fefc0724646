package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranklens.Execution;
import org.ranklens.Progress;
import org.ranklens.ihc.cell.Artefact;
import org.ranklens.ihc.cell.TissueMask;
import org.ranklens.ihc.slide.ArraySlide;
import org.ranklens.ihc.slide.ReaderChoice;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.ihc.slide.Slides;
import org.ranklens.ihc.stain.StainSettings;
import org.ranklens.phantom.ihc.ArtefactKind;
import org.ranklens.phantom.ihc.ArtefactSettings;
import org.ranklens.phantom.ihc.FieldSettings;
import org.ranklens.phantom.ihc.HistologySettings;
import org.ranklens.phantom.ihc.IhcPhantom;
import org.ranklens.phantom.ihc.IhcPhantomSettings;
import org.ranklens.phantom.ihc.RenderedField;
import org.ranklens.phantom.ihc.StainPattern;

/**
 * What is taken out of rendered slides with artefacts, and that nothing is where there are none.
 */
class ArtefactTest {

  private static final Path REFERENCE = Path.of(System.getProperty("ranklens.reference"));
  private static final double PIXEL_MICRONS = 0.5;

  /** The Dice overlap with what was drawn; 1 is the same area. */
  @ParameterizedTest
  @CsvSource({
    "PEN, PEN, 1, 0.85",
    "PEN, PEN, 2, 0.85",
    "FOLD, FOLD, 3, 0.75",
    "FOLD, FOLD, 4, 0.75",
    "BUBBLE, BUBBLE, 1, 0.85",
    "BUBBLE, BUBBLE, 2, 0.85",
    "OUT_OF_FOCUS, OUT_OF_FOCUS, 1, 0.8",
    "OUT_OF_FOCUS, OUT_OF_FOCUS, 2, 0.8",
    "PIGMENT, PIGMENT, 1, 0.9",
    "PIGMENT, PIGMENT, 2, 0.9"
  })
  void whatWasDrawnIsTakenOut(ArtefactKind drawn, Artefact kind, long seed, double least)
      throws IOException {
    RenderedField field = IhcPhantom.render(with(drawn, seed));

    TissueMask mask = survey(slide(field), StainSettings.defaults()).tissue();

    assertThat(dice(field, drawn, mask, kind)).isGreaterThan(least);
    for (Artefact other : Artefact.values()) {
      if (other != kind) {
        assertThat(squares(mask, other)).as(other.words()).isZero();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ihc/fields/separate_a/field.tif",
        "ihc/fields/separate_b/field.tif",
        "ihc/fields/tissue_a/field.tif",
        "ihc/fields/tissue_b/field.tif",
        "ihc/fields/tissue_c/field.tif",
        "ihc/fields/tissue_d/field.tif",
        "ihc/fields/grainy_a/field.tif",
        "ihc/fields/grainy_b/field.tif",
        "ihc/ihc.png",
        "ihc/bcdata/0.png",
        "ihc/bcdata/1.png",
        "ihc/bcdata/2.png",
        "ihc/bcdata/4.png",
        "ihc/bcdata/5.png",
        "ihc/bcdata/7.png",
        "ihc/bcdata/8.png",
        "ihc/bcdata/10.png",
        "ihc/bcdata/12.png",
        "slides/CMU-1-Small-Region.svs"
      })
  void fieldsWithoutArtefactsLoseNoTissue(String name) throws IOException {
    Path file = REFERENCE.resolve(name);
    assumeTrue(Files.exists(file), "needs the reference data: " + file);
    OptionalDouble given =
        name.contains("bcdata")
            ? OptionalDouble.of(0.25)
            : name.endsWith("ihc.png") ? OptionalDouble.of(0.5) : OptionalDouble.empty();
    SlideOptions options =
        new SlideOptions(ReaderChoice.AUTO, given, SlideOptions.defaults().plugins());
    try (Slide slide = Slides.open(file, options)) {
      TissueMask mask = survey(slide, StainSettings.defaults()).tissue();

      long lost = 0;
      for (Artefact kind : Artefact.values()) {
        lost += squares(mask, kind);
      }
      assertThat((double) lost / (lost + mask.tissueSquares())).isLessThan(0.01);
    }
  }

  private static IhcPhantomSettings with(ArtefactKind kind, long seed) {
    ArtefactSettings artefacts =
        switch (kind) {
          case PEN -> new ArtefactSettings(2, 0, 0, 0, 0);
          case FOLD -> new ArtefactSettings(0, 1, 0, 0, 0);
          case BUBBLE -> new ArtefactSettings(0, 0, 1, 0, 0);
          case OUT_OF_FOCUS -> new ArtefactSettings(0, 0, 0, 1, 0);
          case PIGMENT -> new ArtefactSettings(0, 0, 0, 0, 2);
        };
    return IhcPhantomSettings.of(StainPattern.MIXED, seed)
        .withField(new FieldSettings(2000, 1800, PIXEL_MICRONS, 60))
        .withHistology(new HistologySettings(StainPattern.MIXED, 0.7, 8, 0.15, true, true))
        .withArtefacts(artefacts);
  }

  private static Slide slide(RenderedField field) {
    return new ArraySlide(
        "phantom",
        "test",
        new RgbImage(field.width(), field.height(), field.rgb()),
        OptionalDouble.of(PIXEL_MICRONS));
  }

  private static SlideSurvey survey(Slide slide, StainSettings settings) throws IOException {
    return SlideSurvey.of(slide, settings, new Execution(1, Progress.silent()));
  }

  private static long squares(TissueMask mask, Artefact kind) {
    long count = 0;
    for (int row = 0; row < mask.rows(); row++) {
      for (int column = 0; column < mask.columns(); column++) {
        count += mask.artefact(column, row).filter(kind::equals).isPresent() ? 1 : 0;
      }
    }
    return count;
  }

  private static double dice(
      RenderedField field, ArtefactKind drawn, TissueMask mask, Artefact kind) {
    long both = 0;
    long either = 0;
    for (int y = 0; y < field.height(); y++) {
      for (int x = 0; x < field.width(); x++) {
        int column = Math.min(mask.columns() - 1, (int) (x / mask.squarePx()));
        int row = Math.min(mask.rows() - 1, (int) (y / mask.squarePx()));
        boolean found = mask.artefact(column, row).filter(kind::equals).isPresent();
        boolean truth = field.holds(drawn, x, y);
        both += found && truth ? 2 : 0;
        either += (found ? 1 : 0) + (truth ? 1 : 0);
      }
    }
    return either == 0 ? 1 : (double) both / either;
  }
}
