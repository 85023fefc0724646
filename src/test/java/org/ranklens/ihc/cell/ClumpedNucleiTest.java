package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drawn nuclei, counted by hand. */
class ClumpedNucleiTest {

  private static Outline disc(double radius) {
    return outline(angle -> radius);
  }

  /** The outline of two equal discs side by side, whose centres lie 1.7 radii apart. */
  private static Outline pair(double radius) {
    double half = 0.85 * radius;
    return outline(
        angle -> {
          double along = half * Math.abs(Math.cos(angle));
          double across = half * Math.sin(angle);
          return along + Math.sqrt(radius * radius - across * across);
        });
  }

  private interface Rim {
    double at(double angle);
  }

  private static Outline outline(Rim rim) {
    float[] x = new float[180];
    float[] y = new float[180];
    for (int i = 0; i < x.length; i++) {
      double angle = Math.toRadians(2 * i);
      x[i] = (float) (100 + rim.at(angle) * Math.cos(angle));
      y[i] = (float) (100 + rim.at(angle) * Math.sin(angle));
    }
    return new Outline(x, y);
  }

  private static List<Outline> singles(int count) {
    List<Outline> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(disc(7 + 0.3 * (i % 3)));
    }
    return all;
  }

  private static int withSingles(Outline... others) {
    List<Outline> all = singles(5);
    all.addAll(List.of(others));
    return ClumpedNuclei.count(all);
  }

  @Test
  void nucleiApartCountOnce() {
    assertThat(withSingles()).isEqualTo(5);
    assertThat(ClumpedNuclei.count(List.of(disc(7)))).isEqualTo(1);
  }

  @Test
  void twoThatTouchCountTwice() {
    assertThat(withSingles(pair(7.3))).isEqualTo(7);
    assertThat(withSingles(pair(7.3), pair(7))).isEqualTo(9);
  }

  @Test
  void aLargeRoundNucleusIsOne() {
    assertThat(withSingles(disc(10))).isEqualTo(6);
  }

  @Test
  void aNotchedNucleusOfUsualSizeIsOne() {
    assertThat(withSingles(pair(5.2))).isEqualTo(6);
  }

  @Test
  void theSameNucleiAtAnotherPixelSizeAreAsMany() {
    List<Outline> twice = List.of(disc(14), disc(14.6), disc(14), pair(14.6));
    assertThat(ClumpedNuclei.count(twice)).isEqualTo(5);
  }
}
