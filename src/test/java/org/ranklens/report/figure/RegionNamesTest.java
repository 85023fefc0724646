package org.ranklens.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names of regions in a picture of 800 x 600 pixels. */
class RegionNamesTest {

  private static final Rectangle2D PICTURE = new Rectangle2D.Double(0, 0, 800, 600);

  private final RegionNames names = new RegionNames(800, 600);

  @Test
  void aNameAtAMarginStandsWithinThePicture() {
    List<Rectangle2D> boxes =
        List.of(
            box(-50, -40, 60, 50), box(300, 594, 200, 6), box(790, 300, 10, 10), box(797, 0, 3, 3));
    for (Rectangle2D box : boxes) {
      assertThat(names.place("at the margin", box)).singleElement().matches(PICTURE::contains);
    }
  }

  @Test
  void aNameWiderThanThePictureIsCut() {
    String cut = names.fitting("n".repeat(200));
    assertThat(cut).startsWith("nnn").endsWith("n...").hasSizeLessThan(150);
    assertThat(names.place(cut, box(0, 0, 800, 600))).singleElement().matches(PICTURE::contains);
    assertThat(names.fitting("tumour")).isEqualTo("tumour");
  }

  @Test
  void noNameLiesOverAnother() {
    List<Rectangle2D> placed = new ArrayList<>();
    for (int k = 0; k < 6; k++) {
      placed.addAll(names.place("region " + k, box(200 + 10 * k, 200, 150, 120)));
    }
    assertThat(placed).hasSize(6);
    for (int i = 0; i < placed.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(placed.get(i).intersects(placed.get(j))).isFalse();
      }
    }
  }

  @Test
  void whereNoPlaceIsFreeThereIsNoName() {
    for (int k = 0; k < 100; k++) {
      names.place("region", box(200, 200, 30, 30));
    }
    assertThat(names.place("region", box(200, 200, 30, 30))).isEmpty();
  }

  private static Rectangle2D box(double x, double y, double width, double height) {
    return new Rectangle2D.Double(x, y, width, height);
  }
}
