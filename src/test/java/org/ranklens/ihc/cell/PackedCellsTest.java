package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ranklens.ihc.stain.PlaneMemory;

/**
 * Nuclei and cells that wait for their tile's neighbours: packed, few bytes, and the same again.
 */
class PackedCellsTest {

  private static final int EDGE = 240;
  private static final CytoplasmOd OD = new CytoplasmOd(0.31, -0.02, 1.25, 0.75);

  @Test
  void aWholeNumberComesBackWhateverItsSize() {
    int[] numbers = {0, 1, -1, 63, 64, -64, -65, 100_000, Integer.MAX_VALUE, Integer.MIN_VALUE};
    PackedWriter out = new PackedWriter();
    for (int number : numbers) {
      out.whole(number);
    }
    PackedReader in = new PackedReader(out.written());
    for (int number : numbers) {
      assertThat(in.whole()).isEqualTo(number);
    }
    assertThat(in.hasMore()).isFalse();
  }

  @Test
  void nucleiComeBackAsTheyWere() {
    List<MeasuredNucleus> nuclei = nuclei();
    TileFrame.Core all = new TileFrame.Core(0, 0, EDGE, EDGE);

    List<MeasuredNucleus> again =
        MeasuredNuclei.within(List.of(MeasuredNuclei.of(packed(nuclei).bytes())), all);

    assertThat(again).usingRecursiveComparison().isEqualTo(nuclei);
    List<Nucleus> found = nuclei.stream().map(MeasuredNucleus::nucleus).toList();
    assertThat(FoundNuclei.of(found).nuclei()).usingRecursiveComparison().isEqualTo(found);
  }

  @Test
  void nucleiOutsideOfAnAreaAreLeftOut() {
    List<MeasuredNucleus> nuclei = nuclei();
    TileFrame.Core half = new TileFrame.Core(0, 0, EDGE, EDGE / 2);

    List<MeasuredNucleus> within = MeasuredNuclei.within(List.of(packed(nuclei)), half);

    assertThat(within).hasSizeBetween(1, nuclei.size() - 1);
    assertThat(within)
        .usingRecursiveComparison()
        .isEqualTo(nuclei.stream().filter(n -> n.nucleus().shape().y() < EDGE / 2.0).toList());
  }

  /**
   * A nucleus of 9 um in a cell of 17 um. On a slide of 100,000 pixels of 0.5 um 98 tiles lie side
   * by side, each of up to some 800 such cells, and four rows of them are known: 150 MB, of which
   * the shelf holds 48. As objects they took 2 kB each.
   */
  @Test
  void aNucleusWithItsCytoplasmTakesLessThanHalfAKilobyte() {
    List<MeasuredNucleus> nuclei = nuclei();
    List<Nucleus> found = nuclei.stream().map(MeasuredNucleus::nucleus).toList();

    int bytes = FoundNuclei.of(found).bytes().length + packed(nuclei).bytes().length;

    assertThat(bytes / nuclei.size()).isLessThan(480);
  }

  @Test
  void cellsComeBackAsTheyWere() {
    Outline triangle = new Outline(new float[] {1, 3.5f, 7e6f}, new float[] {0, 2, 1});
    Outline square = new Outline(new float[] {0, 4, 4, 0}, new float[] {0, 0, 4, 4});
    List<Cell> cells =
        List.of(
            cell(Population.MONONUCLEAR, Optional.of(OD), triangle, List.of(square)),
            cell(Population.MONONUCLEAR, Optional.empty(), square, List.of(triangle)),
            cell(
                Population.MULTINUCLEATED,
                Optional.of(OD),
                square,
                List.of(triangle, square, triangle)));

    assertThat(CellBytes.cells(CellBytes.of(cells))).usingRecursiveComparison().isEqualTo(cells);
  }

  private static Cell cell(
      Population population, Optional<CytoplasmOd> od, Outline outline, List<Outline> nuclei) {
    return new Cell(
        population,
        12.25,
        7e4 + 1.0 / 3,
        nuclei.size(),
        30,
        70.5,
        100.5,
        -0.01,
        od,
        outline,
        nuclei);
  }

  private static MeasuredNuclei packed(List<MeasuredNucleus> nuclei) {
    TileFrame.Core none = new TileFrame.Core(0, 0, 0, 0);
    return MeasuredNuclei.of(
        nuclei,
        CoarseStains.empty(0, 0, new TileFrame(0, 0, none, 1, 0.5), new PlaneMemory()),
        none);
  }

  private static List<MeasuredNucleus> nuclei() {
    List<MeasuredNucleus> nuclei = new ArrayList<>();
    for (int y = 40; y < EDGE; y += 40) {
      for (int x = 40; x < EDGE; x += 40) {
        Nucleus nucleus =
            new Nucleus(new Ellipse(254, x + 1.0 / 3, y + 1.0 / 7, 20, 21, -3), disc(x, y, 0, 9));
        Optional<CytoplasmOd> od = x % 80 == 0 ? Optional.empty() : Optional.of(OD);
        nuclei.add(
            new MeasuredNucleus(nucleus, disc(x, y, 0, 17), 1.0 / x, disc(x, y, 10, 14), od, od));
      }
    }
    return nuclei;
  }

  private static PixelRuns disc(int x, int y, double from, double to) {
    PixelRuns.Gathering pixels = new PixelRuns.Gathering();
    for (int row = y - 20; row <= y + 20; row++) {
      for (int column = x - 20; column <= x + 20; column++) {
        double away = Math.hypot(column - x, row - y);
        if (away >= from && away <= to) {
          pixels.add(column, row);
        }
      }
    }
    return pixels.runs();
  }
}
