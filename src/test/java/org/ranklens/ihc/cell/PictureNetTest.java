package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** By hand, but where a row says otherwise. */
class PictureNetTest {

  private static final float[] NINE = {1, 2, 0, 0, 3, 1, 5, 0, 2};

  @Test
  void aWindowWeighsItsSquaresRowByRow() throws IOException {
    // 1 - 2*3 + 1 = -4, 2 - 2*1 + 1 = 1, 0 + 1 - 2*0 = 1, 3 + 1 - 2*2 = 0: mean 0.5, largest 1
    PictureNet net = net("picture 3 1\nconvolve 2 1 1\n1 1 0 0 -2\ngather\njoin 1\n0.25 2 10");

    assertThat(net.of(NINE)).isEqualTo(0.25 + 2 * 0.5 + 10 * 1);
  }

  @Test
  void weightsOfASquareAreThoseOfAllPlanesInTurn() throws IOException {
    PictureNet net = net("picture 1 4\nconvolve 1 1 1\n0 1 10 100 1000\ngather\njoin 1\n0 1 0");

    assertThat(net.of(1, 2, 3, 4)).isEqualTo(4321);
  }

  @Test
  void aWindowThatMovesByTwoLeavesOutWhatItDoesNotReach() throws IOException {
    float[] picture = new float[25];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = i;
    }
    // upper left corners 0, 2, 10, 12; each sum of four is four times the corner and 12 more
    PictureNet net = net("picture 5 1\nconvolve 2 2 1\n0 1 1 1 1\ngather\njoin 1\n0 1 100");

    assertThat(net.of(picture)).isEqualTo((12 + 20 + 52 + 60) / 4.0 + 100 * 60);
  }

  @Test
  void poolingKeepsTheLargestOfFour() throws IOException {
    PictureNet net = net("picture 3 1\npool\ngather\njoin 1\n0 1 1");

    assertThat(net.of(NINE)).isEqualTo(3 + 3);
  }

  @Test
  void whatALastLayerTellsMayBeNegativeAndNothingBefore() throws IOException {
    PictureNet net = net("picture 1 1\ngather\njoin 2\n0 1 0\n0 -1 0\njoin 1\n-1 -2 5");

    assertThat(net.of(3)).isEqualTo(-1 - 2 * 3 + 5 * 0);
  }

  @Test
  void aPictureGetsTheSameOddsAgainAndIsLeftAsItIs() throws IOException {
    PictureNet net = PictureNet.shipped("giant-pictures.txt");
    float[] picture = new float[GroupView.PLANES * GroupView.EDGE * GroupView.EDGE];
    Random random = new Random(5);
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (float) random.nextGaussian();
    }
    float[] before = picture.clone();
    double odds = net.of(picture);

    assertThat(net.of(picture)).isEqualTo(odds);
    assertThat(picture).isEqualTo(before);
    Arrays.fill(picture, 0);
    assertThat(net.of(picture)).isNotCloseTo(odds, within(1e-3));
  }

  @Test
  void whatIsNoNetworkIsTold() {
    assertThatThrownBy(() -> net("pool")).hasMessage("does not begin with a picture");
    assertThatThrownBy(() -> net("picture 3 1\nblur")).hasMessage("no layer: blur");
    assertThatThrownBy(() -> net("picture 3 1\nconvolve 2 1 1\n0 1 1 1"))
        .hasMessage("4 numbers where a layer has 5");
    assertThatThrownBy(() -> net("picture 3 1\nconvolve 3 1 1\n0 1 1 1 1 1 1 1 1 1"))
        .hasMessage("9 weights a plane, not a multiple of 4");
    assertThatThrownBy(() -> net("picture 3 1\npool\ngather"))
        .hasMessage("ends with 2 numbers, not one");
  }

  private static PictureNet net(String text) throws IOException {
    return PictureNet.read(new BufferedReader(new StringReader(text)));
  }
}
