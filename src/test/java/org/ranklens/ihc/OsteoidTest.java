package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.ranklens.Execution;
import org.ranklens.Progress;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.score.PopulationScore;
import org.ranklens.ihc.slide.RegionOfInterest;

/** Mononuclear cells near osteoid, drawn or found. */
class OsteoidTest {

  private static final IhcSettings LOOK =
      IhcSettings.defaults().withRegions(RegionSettings.defaults().withOsteoid(true));

  @Test
  void cellsNearFoundOsteoidAreScoredByThemselves() throws IOException {
    IhcResult result = run(field(true), List.of(), LOOK);

    // Two cells lie 10 um beside the disc of 50 um in radius.
    PopulationScore near = near(result.regions().get(0));
    assertThat(near.cells()).isEqualTo(2);
    assertThat(near.positivePercent()).hasValue(50);
    assertThat(result.regions()).extracting(RegionScore::roi).containsExactly("", "osteoid-found");
    // The disc's area is 0.00785 mm2; squares of 8 um find it within a rim.
    assertThat(result.regions().get(1).tissueAreaMm2()).isCloseTo(0.00785, within(0.0015));
  }

  @Test
  void cellsNearDrawnOsteoidAreScoredByThemselves() throws IOException {
    RegionOfInterest drawn =
        new RegionOfInterest(
            "Osteoid 1", new GeometryFactory().toGeometry(new Envelope(300, 500, 200, 400)));

    IhcResult result = run(field(false), List.of(drawn), IhcSettings.defaults());

    assertThat(near(result.regions().get(0)).cells()).isEqualTo(2);
  }

  @Test
  void nothingIsToldOfOsteoidThatNobodyAskedFor() throws IOException {
    IhcResult result = run(field(true), List.of(), IhcSettings.defaults());

    assertThat(result.regions().get(0).populations())
        .extracting(PopulationScore::population)
        .containsExactlyElementsOf(Population.onEverySlide());
  }

  @Test
  void osteoidThatIsNotThereIsTold() throws IOException {
    IhcResult result = run(field(false), List.of(), LOOK);

    assertThat(result.warnings()).contains("no osteoid was found");
    assertThat(near(result.regions().get(0)).cells()).isZero();
    assertThat(near(result.regions().get(0)).hScore()).isEmpty();
  }

  private static PopulationScore near(RegionScore region) {
    return region.populations().stream()
        .filter(score -> score.population() == Population.OSTEOID_NEAR)
        .findFirst()
        .orElseThrow();
  }

  /** A disc of osteoid at 400, 300 with a cell at either side, and others far away. */
  private static DrawnField field(boolean pink) {
    DrawnField field = new DrawnField(900, 600).tissue(20, 20, 880, 580);
    field.cell(280, 300, 0.03).cell(520, 300, 0.5);
    for (int x = 60; x < 860; x += 50) {
      field.cell(x, 60, 0.2 * (x / 50 % 4)).cell(x, 540, 0.2 * (x / 50 % 4));
    }
    return pink ? field.over(400, 300, 100, 0.124, 0.312, 0.217) : field;
  }

  private static IhcResult run(
      DrawnField field, List<RegionOfInterest> regions, IhcSettings settings) throws IOException {
    return IhcAnalysis.run(
        field.slide(),
        regions,
        settings,
        MarkerProtocol.none("RANK"),
        new Execution(1, Progress.silent()),
        cell -> {});
  }
}
