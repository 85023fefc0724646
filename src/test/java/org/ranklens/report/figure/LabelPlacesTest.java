package org.ranklens.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ranklens.report.figure.LabelPlaces.Side;

class LabelPlacesTest {

  private static final List<Side> SIDES = List.of(Side.RIGHT, Side.LEFT, Side.BELOW, Side.ABOVE);

  private final LabelPlaces places = new LabelPlaces(new Rectangle2D.Double(0, 0, 100, 100));

  private static Rectangle2D box(double x, double y, double width, double height) {
    return new Rectangle2D.Double(x, y, width, height);
  }

  @Test
  void aLabelStandsOnTheFirstSideThatIsFree() {
    Rectangle2D ring = box(40, 40, 20, 20);
    places.take(ring);
    assertThat(places.place(ring, 20, 10, SIDES)).isEqualTo(box(63, 45, 20, 10));
    assertThat(places.place(ring, 20, 10, SIDES)).isEqualTo(box(17, 45, 20, 10));
    assertThat(places.place(ring, 20, 10, SIDES)).isEqualTo(box(40, 63, 20, 10));
    assertThat(places.place(ring, 20, 10, SIDES)).isEqualTo(box(40, 27, 20, 10));
  }

  @Test
  void aLabelStaysWithinThePicture() {
    assertThat(places.place(box(80, 40, 18, 18), 20, 10, SIDES).getMaxX()).isEqualTo(77);
  }

  @Test
  void whereNothingIsFreeALabelStandsWhereItIsLookedForFirst() {
    places.take(box(0, 0, 100, 100));
    assertThat(places.place(box(40, 40, 20, 20), 20, 10, SIDES)).isEqualTo(box(63, 45, 20, 10));
  }
}
