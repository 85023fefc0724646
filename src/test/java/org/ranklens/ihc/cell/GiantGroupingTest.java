package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ranklens.NativeOpenCv;
import org.ranklens.ihc.stain.PlaneMemory;
import org.ranklens.ihc.stain.StainImages;

/** Drawn by hand, in micrometres: ground of 0.04 haematoxylin, nuclei of 0.45. */
class GiantGroupingTest {

  private static final int EDGE_PX = 400;
  private static final double MIDDLE = 100;

  private final DrawnStains drawn =
      new DrawnStains(EDGE_PX, EDGE_PX).disc(MIDDLE, MIDDLE, 200, 0.04, 0);

  @Test
  void nucleiInARingWithinOneCytoplasmAreOneCell() {
    drawn.disc(MIDDLE, MIDDLE, 18, 0.07, 0.5);
    for (int i = 0; i < 8; i++) {
      nucleus(MIDDLE + 11.5 * Math.cos(i * Math.PI / 4), MIDDLE + 11.5 * Math.sin(i * Math.PI / 4));
    }

    assertThat(giants()).hasSize(1);
    assertThat(giants().get(0)).hasSize(8);
  }

  @Test
  void twoGiantCellsApartAreTwo() {
    for (double x : new double[] {60, 140}) {
      drawn.disc(x, MIDDLE, 17, 0.07, 0.5);
      heap(x, MIDDLE, 12, 3.4, 8.2);
    }

    assertThat(giants()).hasSize(2);
  }

  @Test
  void twoNucleiAreNoGiantCell() {
    drawn.disc(MIDDLE, MIDDLE, 12, 0.07, 0.5);
    nucleus(MIDDLE - 4.5, MIDDLE);
    nucleus(MIDDLE + 4.5, MIDDLE);

    assertThat(giants()).isEmpty();
  }

  @Test
  void touchingCellsOfOneNucleusAreNone() {
    Random random = new Random(4);
    for (double y = 20; y < 180; y += 12) {
      for (double x = 20; x < 180; x += 13) {
        double cx = x + (Math.round(y / 12) % 2) * 6.5 + random.nextDouble();
        drawn.disc(cx, y, 6.9, 0.05, 0.25 + 0.5 * random.nextDouble());
        nucleus(cx, y);
      }
    }

    assertThat(giants()).isEmpty();
  }

  @Test
  void aStrandOfEpitheliumInOneStainIsNone() {
    for (double dab : new double[] {0.02, 0.25, 0.5, 0.8}) {
      drawn.disc(MIDDLE, MIDDLE, 200, 0.04, 0);
      for (double x = 10; x < 190; x += 1) {
        drawn.disc(x, MIDDLE, 13, 0.05, dab);
      }
      for (double x = 14; x < 186; x += 7.4) {
        nucleus(x, MIDDLE - 4 + (x % 3), dab);
      }

      assertThat(giants()).as("DAB %s", dab).isEmpty();
    }
  }

  @Test
  void aWideSheetInOneStainIsNone() {
    Random random = new Random(7);
    for (double dab : new double[] {0.02, 0.25, 0.5, 0.8}) {
      drawn.disc(MIDDLE, MIDDLE, 200, 0.04, 0);
      drawn.disc(MIDDLE, MIDDLE, 75, 0.05, dab);
      for (double y = 40; y < 160; y += 10) {
        for (double x = 40; x < 160; x += 10) {
          nucleus(x + 2 * random.nextDouble(), y + 2 * random.nextDouble(), dab);
        }
      }

      assertThat(giants()).as("DAB %s", dab).isEmpty();
    }
  }

  @Test
  void anUnstainedNeighbourIsLeftToItself() {
    drawn.disc(MIDDLE, MIDDLE, 18, 0.07, 0.5);
    drawn.disc(MIDDLE + 24, MIDDLE, 6.5, 0.05, 0);
    for (int i = 0; i < 8; i++) {
      nucleus(MIDDLE + 11.5 * Math.cos(i * Math.PI / 4), MIDDLE + 11.5 * Math.sin(i * Math.PI / 4));
    }
    nucleus(MIDDLE + 23, MIDDLE, 0);

    assertThat(giants()).hasSize(1);
    assertThat(giants().get(0)).hasSize(8);
  }

  @Test
  void aClumpOfLymphocytesIsNone() {
    heap(MIDDLE, MIDDLE, 32, 2.8, 6.6);

    assertThat(giants()).isEmpty();
  }

  @Test
  void nucleiOfStromaInARowAreNone() {
    for (int row = 0; row < 4; row++) {
      for (double x = 20 + 5 * row; x < 180; x += 16) {
        for (double along = -4; along <= 4; along += 0.5) {
          drawn.disc(x + along, 80 + 9 * row, 2, 0.45, 0);
        }
      }
    }

    assertThat(giants()).isEmpty();
  }

  private void nucleus(double x, double y) {
    nucleus(x, y, 0.5);
  }

  /** With so much DAB around it. */
  private void nucleus(double x, double y, double dabOd) {
    drawn.disc(x, y, 3.4, 0.45, 0.3 * dabOd);
  }

  /** Nuclei at random within a circle, no two centres closer than the spacing. */
  private void heap(double x, double y, double radius, double nucleus, double spacing) {
    Random random = new Random(9);
    List<double[]> placed = new ArrayList<>();
    for (int tries = 0; tries < 3000; tries++) {
      double u = x + radius * (2 * random.nextDouble() - 1);
      double v = y + radius * (2 * random.nextDouble() - 1);
      boolean free = placed.stream().allMatch(p -> Math.hypot(p[0] - u, p[1] - v) >= spacing);
      if (free && Math.hypot(u - x, v - y) <= radius) {
        placed.add(new double[] {u, v});
        drawn.disc(u, v, nucleus, 0.5, 0.05);
      }
    }
  }

  @Test
  void giantCellsChosenAmongGroupsSeenBeforeAreThoseOfASecondLook() {
    for (double x : new double[] {60, 140}) {
      drawn.disc(x, MIDDLE, 17, 0.07, 0.5);
      heap(x, MIDDLE, 12, 3.4, 8.2);
    }
    NucleusScene scene = scene();
    CellSettings settings = CellSettings.defaults();
    TileFrame.Core left = new TileFrame.Core(0, 0, EDGE_PX / 4, EDGE_PX / 2);
    TileFrame.Core right = new TileFrame.Core(EDGE_PX / 4, 0, EDGE_PX / 2, EDGE_PX / 2);
    SeenGroups ofLeft = GiantGrouping.seen(scene, settings, left, left);
    SeenGroups ofRight = GiantGrouping.seen(scene, settings, right, right);

    assertThat(chosen(scene, ofLeft, List.of(ofLeft, ofRight)).orElseThrow())
        .usingElementComparator(Arrays::compare)
        .isEqualTo(GiantGrouping.groups(scene, settings, SlideGroups.usual(), group -> true));
    assertThat(chosen(scene, ofLeft, List.of(ofLeft))).isEmpty();
  }

  private static Optional<List<int[]>> chosen(
      NucleusScene scene, SeenGroups area, List<SeenGroups> seen) {
    return GiantGrouping.groups(
        area, scene.nuclei()::shape, new KnownGroups(seen), SlideGroups.usual(), group -> true);
  }

  private List<int[]> giants() {
    return GiantGrouping.groups(
        scene(), CellSettings.defaults(), SlideGroups.usual(), group -> true);
  }

  private NucleusScene scene() {
    NativeOpenCv.load();
    CellSettings settings = CellSettings.defaults();
    StainImages images = drawn.images();
    TileFrame frame = drawn.frame();
    int width = images.width();
    Nuclei nuclei =
        NucleusDetector.find(images, frame, settings, Compartment.CYTOPLASM, new PlaneMemory());
    CoarseStains stains = CoarseStains.of(images, nuclei.labels(), frame, new PlaneMemory());
    CytoplasmGrowth growth =
        CytoplasmGrowth.of(stains, settings.cytoplasmReachMicrons(), new PlaneMemory());
    LabelRuns runs = LabelRuns.of(nuclei.labels(), width, nuclei.count());
    CytoplasmMeter meter =
        new CytoplasmMeter(growth, nuclei.labels(), width, images.height(), frame);
    List<Optional<CytoplasmOd>> cytoplasm = new ArrayList<>();
    for (int label = 1; label <= nuclei.count(); label++) {
      PixelRuns mask = PixelRuns.of(runs, label, 0, frame);
      cytoplasm.add(
          new DabReading(0.2, SlideTexture.ofGrain(0))
              .of(meter.ring(mask, label).of(images.dabOd(), width, frame), frame));
    }
    List<Ellipse> shapes = new ArrayList<>();
    for (int i = 0; i < nuclei.count(); i++) {
      shapes.add(CoarseStains.shape(nuclei.shape(i), CoarseStains.edge(frame.pixelSizeMicrons())));
    }
    return new NucleusScene(
        stains, shapes, cytoplasm.stream().map(GiantGroupingTest::mean).toList());
  }

  private static OptionalDouble mean(Optional<CytoplasmOd> od) {
    return od.stream().mapToDouble(CytoplasmOd::mean).findFirst();
  }
}
