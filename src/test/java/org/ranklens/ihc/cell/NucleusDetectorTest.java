package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ranklens.NativeOpenCv;
import org.ranklens.ihc.stain.PlaneMemory;

class NucleusDetectorTest {

  private static final double NUCLEUS_UM2 = Math.PI * 3.5 * 3.5;

  @Test
  void findsTheNucleusNotTheCellWhereDenseCytoplasmShowsCounterstain() {
    DrawnStains drawn =
        new DrawnStains(80, 80).disc(20, 20, 7, 0.16, 0.9).disc(20, 20, 3.5, 0.3, 0.35);

    Nuclei nuclei = find(drawn);

    assertThat(nuclei.count()).isEqualTo(1);
    assertThat(drawn.frame().areaUm2(nuclei.shape(0).area()))
        .as("nucleus of 38.5 um2 in a cell of 154 um2")
        .isCloseTo(NUCLEUS_UM2, within(0.35 * NUCLEUS_UM2));
  }

  @Test
  void findsAPaleNucleusWithoutDab() {
    Nuclei nuclei = find(new DrawnStains(80, 80).disc(20, 20, 3.5, 0.18, 0));

    assertThat(nuclei.count()).isEqualTo(1);
  }

  /** As JPEG 40 leaves it in separate_b: median 16 um2, DAB 0.53 for 0.44, haematoxylin 0.22. */
  @Test
  void aPatchBrownerThanTheDarkCytoplasmAroundIsNoNucleus() {
    DrawnStains cell = new DrawnStains(80, 80).disc(20, 20, 12, 0.09, 0.44);

    assertThat(find(cell.disc(20, 20, 2.3, 0.22, 0.57)).count()).isZero();
    assertThat(find(cell.disc(20, 20, 2.3, 0.22, 0.37)).count())
        .as("of the same haematoxylin, with less DAB than around")
        .isEqualTo(1);
  }

  /** Drawn by hand; found as 2 and 3 when a shape of any size had to fill its ellipse alike. */
  @Test
  void aHeapOfTouchingNucleiIsParted() {
    double[][] three = {{20, 20}, {23.5, 25}, {25.5, 17.5}};
    double[][] four = {{20, 20}, {17, 15}, {24.5, 24.5}, {25, 30.5}};

    assertThat(find(heap(three)).count()).isEqualTo(3);
    assertThat(find(heap(four)).count()).isEqualTo(4);
  }

  @Test
  void aLargeRoundNucleusStaysOne() {
    Nuclei nuclei = find(new DrawnStains(80, 80).disc(20, 20, 7.5, 0.3, 0));

    assertThat(nuclei.count()).as("of 177 um2").isEqualTo(1);
  }

  private static DrawnStains heap(double[]... middles) {
    DrawnStains drawn = new DrawnStains(80, 80);
    for (double[] middle : middles) {
      drawn = drawn.disc(middle[0], middle[1], 3.4, 0.26, 0);
    }
    for (double[] middle : middles) {
      drawn = drawn.disc(middle[0], middle[1], 2.4, 0.33, 0);
    }
    return drawn;
  }

  private static Nuclei find(DrawnStains drawn) {
    NativeOpenCv.load();
    return NucleusDetector.find(
        drawn.images(),
        drawn.frame(),
        CellSettings.defaults(),
        Compartment.CYTOPLASM,
        new PlaneMemory());
  }
}
