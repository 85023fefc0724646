package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ranklens.NativeOpenCv;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.stain.PlaneMemory;
import org.ranklens.ihc.stain.StainImages;
import org.ranklens.ihc.stain.StainMatrix;
import org.ranklens.ihc.stain.WhitePoint;

class CellFinderTest {

  private static final int EDGE_PX = 256;

  @Test
  void theFinderThatKnowsMoreWorksInTheMemoryOfTheOneBefore() throws IOException {
    NativeOpenCv.load();
    List<PlaneMemory> used = new ArrayList<>();
    StainReader reader =
        (area, memory) -> {
          used.add(memory);
          int pixels = area.width() * area.height();
          return new StainImages(
              area.width(), area.height(), new float[pixels], new float[pixels], new float[pixels]);
        };
    TileFrame.Core all = new TileFrame.Core(0, 0, EDGE_PX, EDGE_PX);
    CellFinder first = finder(reader);

    first.nuclei(all, (images, frame) -> {});
    first.with(SlideGroups.usual(), List.of()).nuclei(all, (images, frame) -> {});

    assertThat(used).hasSize(2);
    assertThat(used.get(1)).isSameAs(used.get(0));
  }

  private static CellFinder finder(StainReader reader) {
    int edge = EDGE_PX / 16;
    RgbImage squares = new RgbImage(edge, edge, new byte[3 * edge * edge]);
    TissueMask tissue =
        TissueMask.of(
            new SlideOverview(squares, squares, 16, 8),
            new WhitePoint(240, 240, 240),
            StainMatrix.ruifrok());
    return new CellFinder(
        CellSettings.defaults(),
        Compartment.CYTOPLASM,
        new DabReading(0.2, SlideTexture.ofGrain(0)),
        new CellGrid(EDGE_PX, EDGE_PX, 1, 0.5),
        tissue,
        reader,
        Optional.empty());
  }
}
