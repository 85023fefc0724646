package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * Squares of a micrometre, drawn by hand: a dark body of three nuclei, of 25 squares each, and a
 * pale nucleus beside it. The middle of the three is the middle of a square.
 */
class GroupViewTest {

  private static final int EDGE = 120;
  private static final int MIDDLE = 60;
  private static final int HALF_BODY = 11;
  private static final float DARK = 0.25f;
  private static final float PALE = 0.05f;
  private static final int[] MEMBERS = {0, 1, 2};

  private static final int SQUARES = GroupView.EDGE * GroupView.EDGE;
  private static final double SQUARE_UM2 = GroupView.SQUARE_MICRONS * GroupView.SQUARE_MICRONS;

  @Test
  void ownNucleiAndThoseOfOthersKeepTheirAreas() {
    float[] picture = picture(scene(0));

    assertThat(sum(picture, 3) * SQUARE_UM2).isCloseTo(75, within(4.0));
    assertThat(sum(picture, 4) * SQUARE_UM2).isCloseTo(25, within(2.0));
  }

  @Test
  void cytoplasmOfTheGroupsLevelIsNothingAndPalerOneIsNegative() {
    float[] picture = picture(scene(0));

    assertThat(at(picture, 0, 0, 0)).isCloseTo(0, within(1e-6f));
    assertThat(at(picture, 1, 0, 0)).isCloseTo(DARK, within(1e-6f));
    // 24 um to the left, (0.05 - 0.25) / (0.1 + 0.25)
    assertThat(at(picture, 0, -15, 0)).isCloseTo(-0.2f / 0.35f, within(1e-5f));
    assertThat(at(picture, 1, -15, 0)).isCloseTo(PALE, within(1e-6f));
  }

  @Test
  void hematoxylinIsToldBesideThatOfThePicturesCytoplasm() {
    float[] picture = picture(scene(0));

    // some 700 squares of 0.5 above and as many below, summed as single precision
    assertThat(sum(picture, 2)).isCloseTo(0, within(0.1));
    // 0.1 and 0.3 on either side of a line through the middle
    assertThat(at(picture, 2, 15, 0) - at(picture, 2, -15, 0)).isCloseTo(5 * 0.2f, within(1e-4f));
  }

  @Test
  void aPictureIsADiscAndEndsWhereTheSlideDoes() {
    double disc = Math.PI / 4 * SQUARES;

    assertThat(sum(picture(scene(0)), 5)).isCloseTo(disc, within(0.02 * disc));
    // the slide's edge through the middle of the group: half of the disc
    assertThat(sum(picture(scene(MIDDLE - 1)), 5)).isCloseTo(disc / 2, within(0.05 * disc));
  }

  @Test
  void whatIsSeenDoesNotDependOnTheTile() {
    assertThat(picture(scene(10))).isEqualTo(picture(scene(0)));
  }

  private static float[] picture(NucleusScene scene) {
    return new GroupView(scene).of(MEMBERS);
  }

  private static double sum(float[] picture, int plane) {
    double sum = 0;
    for (int p = 0; p < SQUARES; p++) {
      sum += picture[plane * SQUARES + p];
    }
    return sum;
  }

  /** Squares right of and below the middle. */
  private static float at(float[] picture, int plane, int right, int below) {
    return picture[
        plane * SQUARES
            + (GroupView.EDGE / 2 + below) * GroupView.EDGE
            + GroupView.EDGE / 2
            + right];
  }

  /** What is left of a scene that begins so many squares further right. */
  private static NucleusScene scene(int left) {
    int width = EDGE - left;
    int[] labels = new int[EDGE * width];
    float[] cytoplasm = new float[labels.length];
    float[] dab = new float[labels.length];
    float[] hematoxylin = new float[labels.length];
    List<Ellipse> shapes = new ArrayList<>();
    int[][] places = {{-6, -4}, {6, -4}, {0, 8}, {20, 2}};
    for (int[] place : places) {
      for (int dy = -2; dy <= 2; dy++) {
        for (int dx = Math.max(-2, left - MIDDLE - place[0]); dx <= 2; dx++) {
          labels[(MIDDLE + place[1] + dy) * width + MIDDLE + place[0] + dx - left] =
              shapes.size() + 1;
        }
      }
      shapes.add(new Ellipse(25, MIDDLE + place[0] + 0.5, MIDDLE + place[1] + 0.5, 2, 2, 0));
    }
    for (int q = 0; q < labels.length; q++) {
      int x = q % width + left - MIDDLE;
      int off = Math.max(Math.abs(x), Math.abs(q / width - MIDDLE));
      cytoplasm[q] = labels[q] > 0 ? 0 : 1;
      dab[q] = labels[q] > 0 ? 0 : off <= HALF_BODY ? DARK : PALE;
      hematoxylin[q] = labels[q] > 0 ? 0 : x < 0 ? 0.1f : 0.3f;
    }
    TileFrame frame = new TileFrame(left, 0, new TileFrame.Core(left, 0, EDGE, EDGE), 1, 1);
    return new NucleusScene(
        new CoarseStains(frame, width, labels, cytoplasm, dab, hematoxylin),
        shapes,
        shapes.stream().map(shape -> OptionalDouble.of(DARK)).toList());
  }
}
