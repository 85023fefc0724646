package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ranklens.Execution;
import org.ranklens.Progress;
import org.ranklens.RefusedException;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.slide.ArraySlide;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.phantom.ihc.FieldSettings;
import org.ranklens.phantom.ihc.IhcPhantom;
import org.ranklens.phantom.ihc.IhcPhantomSettings;
import org.ranklens.phantom.ihc.RenderedField;
import org.ranklens.phantom.ihc.StainPattern;
import org.ranklens.phantom.ihc.TmaLayout;

/** A rendered tissue microarray of three rows and four columns, two of its cores missing. */
class TmaTest {

  private static final IhcSettings TMA =
      IhcSettings.defaults().withRegions(RegionSettings.defaults().withTmaCores(true));

  private final List<ScoredCell> cells = new ArrayList<>();

  @Test
  void coresAreNamedByRowAndColumnAndMissingOnesAreTold() throws IOException {
    RenderedField field =
        IhcPhantom.render(
            IhcPhantomSettings.of(StainPattern.MIXED, 31)
                .withField(
                    new FieldSettings(
                        2700, 2100, 0.5, 0, new TmaLayout(3, 4, 240, 320, Set.of(3, 5)))));

    IhcResult result = run(slide(field), TMA);

    assertThat(result.regions())
        .extracting(RegionScore::roi)
        .containsExactly(
            "", "A-1", "A-2", "A-3", "A-4", "B-1", "B-2", "B-3", "B-4", "C-1", "C-2", "C-3", "C-4");
    assertThat(result.warnings()).contains("no core was found at A-4, B-2");
    for (RegionScore region : result.regions().subList(1, 13)) {
      long found = region.populations().get(0).cells();
      if (region.roi().equals("A-4") || region.roi().equals("B-2")) {
        assertThat(found).isZero();
        assertThat(region.tissueAreaMm2()).isZero();
      } else {
        // A disc of 240 micrometres has 0.0452 mm2.
        assertThat(region.tissueAreaMm2()).as(region.roi()).isCloseTo(0.0452, within(0.006));
        assertThat(found).as(region.roi()).isPositive();
      }
    }
    assertThat(cells).isNotEmpty().noneMatch(cell -> cell.roi().isEmpty());
  }

  @Test
  void oneLargePieceOfTissueIsNoMicroarray() {
    RenderedField field =
        IhcPhantom.render(
            IhcPhantomSettings.of(StainPattern.MIXED, 32)
                .withField(new FieldSettings(1000, 800, 0.5, 60)));

    assertThatThrownBy(() -> run(slide(field), TMA))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no cores on a grid");
  }

  @Test
  void rowsGoOnAfterZ() {
    assertThat(List.of(TmaCores.letters(0), TmaCores.letters(25), TmaCores.letters(27)))
        .containsExactly("A", "Z", "AB");
  }

  private static ArraySlide slide(RenderedField field) {
    return new ArraySlide(
        "tma",
        "test",
        new RgbImage(field.width(), field.height(), field.rgb()),
        OptionalDouble.of(0.5));
  }

  private IhcResult run(ArraySlide slide, IhcSettings settings) throws IOException {
    return IhcAnalysis.run(
        slide,
        List.of(),
        settings,
        MarkerProtocol.none("RANK"),
        new Execution(2, Progress.silent()),
        cells::add);
  }
}
