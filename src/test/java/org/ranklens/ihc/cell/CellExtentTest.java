package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.ranklens.NativeOpenCv;
import org.ranklens.ihc.stain.PlaneMemory;
import org.ranklens.ihc.stain.StainImages;

/** Drawn by hand, in micrometres: ground of 0.04 haematoxylin, nuclei of 0.45. */
class CellExtentTest {

  private static final int EDGE_PX = 240;
  private static final double MIDDLE = 60;
  private static final double NUCLEUS = 3.4;
  private static final Offset<Double> HALF_A_PIXEL = within(DrawnStains.PIXEL_MICRONS / 2);
  private static final DabReading READING = new DabReading(0.2, SlideTexture.ofGrain(0));

  private final DrawnStains drawn =
      new DrawnStains(EDGE_PX, EDGE_PX).disc(MIDDLE, MIDDLE, 200, 0.04, 0);

  @Test
  void stainedCellEndsWhereItsStainEnds() throws IOException {
    drawn.disc(MIDDLE, MIDDLE, 7, 0.06, 0.6);
    nucleus(MIDDLE, MIDDLE);

    // The disc that was drawn; without its edge the cell would reach 10.4 um.
    assertThat(radius(cells(List.of()).get(0))).isCloseTo(7, HALF_A_PIXEL);
  }

  @Test
  void cellStainedOnOneSideEndsAtTheStainThere() throws IOException {
    drawn.disc(MIDDLE + 2.5, MIDDLE, 6.5, 0.06, 0.6);
    nucleus(MIDDLE, MIDDLE);

    assertThat(radius(cells(List.of()).get(0))).isCloseTo(6.5, HALF_A_PIXEL);
  }

  @Test
  void unstainedCellIsARingOfFiveMicrons() throws IOException {
    nucleus(MIDDLE, MIDDLE);

    assertThat(radius(cells(List.of()).get(0))).isCloseTo(NUCLEUS + 5, HALF_A_PIXEL);
  }

  @Test
  void giantCellTakesItsWholeBodyFarFromItsNucleiToo() throws IOException {
    giant();

    Cell giant = cells(List.of(new int[] {0, 1, 2, 3})).get(0);

    assertThat(giant.population()).isEqualTo(Population.MULTINUCLEATED);
    assertThat(radius(giant)).isCloseTo(20, HALF_A_PIXEL);
    // The body's middle, not that of its nuclei, which lie on the left.
    assertThat(giant.xPx() * DrawnStains.PIXEL_MICRONS).isCloseTo(MIDDLE, within(0.5));
  }

  @Test
  void giantCellLeavesItsNeighboursTheirs() throws IOException {
    giant();
    drawn.disc(MIDDLE + 26, MIDDLE, 6.2, 0.06, 0.6);
    nucleus(MIDDLE + 26, MIDDLE);

    List<Cell> cells = cells(List.of(new int[] {0, 1, 2, 3}));

    assertThat(cells).hasSize(2);
    // All together what was drawn: nothing is counted twice.
    assertThat(cells.stream().mapToDouble(Cell::cellAreaUm2).sum())
        .isCloseTo(Math.PI * (400 + 6.2 * 6.2), within(45.0));
  }

  /** Returns the radius of a disc as large as a cell, micrometres. */
  private static double radius(Cell cell) {
    return Math.sqrt(cell.cellAreaUm2() / Math.PI);
  }

  /** A body of 20 um with four nuclei in its left half, which are found first. */
  private void giant() {
    drawn.disc(MIDDLE, MIDDLE, 20, 0.06, 0.6);
    for (int i = 0; i < 4; i++) {
      nucleus(MIDDLE - 10 + 4.5 * ((i % 2) * 2 - 1), MIDDLE + 4.5 * ((i / 2) * 2 - 1));
    }
  }

  private void nucleus(double x, double y) {
    drawn.disc(x, y, NUCLEUS, 0.45, 0.15);
  }

  /** Puts together cells of all nuclei that are found, some of them as giant cells. */
  private List<Cell> cells(List<int[]> giants) throws IOException {
    NativeOpenCv.load();
    CellSettings settings = CellSettings.defaults();
    StainImages images = drawn.images();
    TileFrame frame = drawn.frame();
    Nuclei nuclei =
        NucleusDetector.find(images, frame, settings, Compartment.CYTOPLASM, new PlaneMemory());
    LabelRuns own = LabelRuns.of(nuclei.labels(), images.width(), nuclei.count());
    List<Nucleus> found =
        IntStream.range(0, nuclei.count())
            .mapToObj(i -> new Nucleus(nuclei.shape(i), PixelRuns.of(own, i + 1, 0, frame)))
            .toList();
    CellMeasurement measurement =
        new CellMeasurement(
            images,
            found,
            frame.core(),
            frame,
            READING,
            settings,
            Compartment.CYTOPLASM,
            new PlaneMemory());
    List<MeasuredNucleus> measured =
        IntStream.range(0, found.size()).mapToObj(measurement::measure).toList();
    CellGrid grid = new CellGrid(EDGE_PX, EDGE_PX, 1, DrawnStains.PIXEL_MICRONS);
    GiantExtent extent =
        new GiantExtent(grid, (area, memory) -> part(images, area), READING, measured);
    return new CellAssembly(measured, frame, extent).cells(giants);
  }

  private static StainImages part(StainImages all, TileFrame.Core area) {
    float[][] planes = new float[3][area.width() * area.height()];
    float[][] from = {all.hematoxylinOd(), all.dabOd(), all.residualOd()};
    IntStream.range(0, area.height())
        .forEach(
            y -> {
              for (int i = 0; i < 3; i++) {
                int first = (area.y0() + y) * all.width() + area.x0();
                System.arraycopy(from[i], first, planes[i], y * area.width(), area.width());
              }
            });
    return new StainImages(area.width(), area.height(), planes[0], planes[1], planes[2]);
  }
}
