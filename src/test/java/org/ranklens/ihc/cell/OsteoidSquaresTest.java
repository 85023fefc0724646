package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.stain.StainMatrix;
import org.ranklens.ihc.stain.StainVector;
import org.ranklens.ihc.stain.WhitePoint;

/**
 * Osteoid on drawn overviews of 60 x 60 squares of 8 um: tissue but for a margin of glass of 5
 * squares. Densities are of haematoxylin and DAB along Ruifrok's vectors and of eosin along
 * Ruifrok's (0.072 0.990 0.105), as the phantoms have them.
 */
class OsteoidSquaresTest {

  private static final int EDGE = 60;
  private static final int MARGIN = 5;
  private static final WhitePoint WHITE = new WhitePoint(243, 242, 240);

  /** What the phantoms draw in osteoid, in stroma and between tumour cells. */
  private static final double[] OSTEOID = {0.06, 0, 0.06};

  private static final double[] STROMA = {0.07, 0, 0.02};
  private static final double[] TUMOUR = {0.1, 0.15, 0.012};

  @Test
  void osteoidAsPaleAsThePhantomsIsFoundWithItsOutline() {
    Drawn drawn = new Drawn().block(20, 20, 12, 10, OSTEOID, OSTEOID);

    boolean[] found = drawn.find();

    // 120 squares were drawn; the outline is off by less than a quarter of its 44 squares.
    assertThat(count(found)).isCloseTo(120, within(11));
    assertThat(found[25 * EDGE + 25]).isTrue();
    assertThat(found[25 * EDGE + 40]).isFalse();
  }

  @Test
  void aBandOfTwoSquaresIsFound() {
    boolean[] found = new Drawn().block(10, 30, 40, 2, OSTEOID, OSTEOID).find();

    assertThat(count(found)).isBetween(60, 120);
    assertThat(found[30 * EDGE + 30]).isTrue();
  }

  @Test
  void osteoidIsFoundBehindTheCellsThatLieInIt() {
    double[] withCells = {0.12, 0.1, 0.04};

    boolean[] found =
        new Drawn()
            .block(20, 20, 12, 12, OSTEOID, OSTEOID)
            .block(24, 24, 4, 4, withCells, OSTEOID)
            .find();

    assertThat(found[25 * EDGE + 25]).isTrue();
    assertThat(count(found)).isCloseTo(144, within(12));
  }

  @Test
  void stromaIsNoOsteoid() {
    assertThat(count(new Drawn().block(5, 5, 30, 50, STROMA, STROMA).find())).isZero();
  }

  @Test
  void stromaWhoseHaematoxylinIsFiveDegreesOffTheVectorsIsNoOsteoid() {
    Drawn drawn = new Drawn().block(5, 5, 30, 50, STROMA, STROMA);
    StainMatrix right = StainMatrix.ruifrok();
    StainVector h = right.hematoxylin();

    // By 0.06 more red and less green the vector is turned by 4.9 degrees; the slide's is pinker.
    StainVector off = new StainVector(h.red() + 0.06, h.green() - 0.06, h.blue());
    assertThat(off.degreesTo(h)).isBetween(4.5, 5.5);
    assertThat(count(drawn.find(new StainMatrix(off, right.dab())))).isZero();
  }

  @Test
  void tissueThatIsPinkAllOverIsNoOsteoid() {
    double[] eosin = {0.1, 0, 0.08};
    Drawn drawn = new Drawn().block(MARGIN, MARGIN, 50, 50, eosin, eosin);

    assertThat(count(drawn.block(20, 20, 10, 10, TUMOUR, TUMOUR).find())).isZero();
  }

  @Test
  void redCellsAreTooSmall() {
    // A disc of 3 um in radius is 28 of a square's 64 um2, of eosin 0.36: as BackgroundPainter.
    double[] withRedCell = {0.07, 0, 0.17};
    Drawn drawn = new Drawn();
    for (int y = 10; y < 50; y += 6) {
      for (int x = 10; x < 50; x += 6) {
        drawn.block(x, y, 1, 1, withRedCell, STROMA);
      }
    }

    assertThat(count(drawn.find())).isZero();
  }

  @Test
  void darkDabWhoseHueIsOffIsNoOsteoid() {
    // Measured in nuclei of real Ki-67 fields: (48 20 12) is 0.17 pink of 1.85.
    Drawn drawn = new Drawn();
    drawn.rgb(20, 20, 10, 10, 48, 20, 12);

    assertThat(count(drawn.find())).isZero();
  }

  private static int count(boolean[] squares) {
    int count = 0;
    for (boolean square : squares) {
      count += square ? 1 : 0;
    }
    return count;
  }

  private static final class Drawn {

    private final byte[] mean = new byte[3 * EDGE * EDGE];
    private final byte[] palest = new byte[3 * EDGE * EDGE];

    Drawn() {
      block(0, 0, EDGE, EDGE, new double[3], new double[3]);
      block(
          MARGIN,
          MARGIN,
          EDGE - 2 * MARGIN,
          EDGE - 2 * MARGIN,
          TUMOUR,
          new double[] {0.018, 0, 0.012});
    }

    Drawn block(int x, int y, int wide, int high, double[] onMean, double[] between) {
      fill(mean, x, y, wide, high, rgb(onMean));
      fill(palest, x, y, wide, high, rgb(between));
      return this;
    }

    void rgb(int x, int y, int wide, int high, int red, int green, int blue) {
      byte[] colour = {(byte) red, (byte) green, (byte) blue};
      fill(mean, x, y, wide, high, colour);
      fill(palest, x, y, wide, high, colour);
    }

    boolean[] find() {
      return find(StainMatrix.ruifrok());
    }

    boolean[] find(StainMatrix stains) {
      SlideOverview overview =
          new SlideOverview(
              new RgbImage(EDGE, EDGE, mean), new RgbImage(EDGE, EDGE, palest), 16, 8);
      TissueMask tissue = TissueMask.of(overview, WHITE, stains);
      return OsteoidSquares.find(overview, tissue, WHITE, stains);
    }

    private static void fill(byte[] rgb, int x, int y, int wide, int high, byte[] colour) {
      for (int v = y; v < y + high; v++) {
        for (int u = x; u < x + wide; u++) {
          System.arraycopy(colour, 0, rgb, 3 * (v * EDGE + u), 3);
        }
      }
    }

    private static byte[] rgb(double[] stains) {
      StainMatrix ruifrok = StainMatrix.ruifrok();
      StainVector h = ruifrok.hematoxylin();
      StainVector d = ruifrok.dab();
      double red = stains[0] * h.red() + stains[1] * d.red() + stains[2] * 0.072;
      double green = stains[0] * h.green() + stains[1] * d.green() + stains[2] * 0.990;
      double blue = stains[0] * h.blue() + stains[1] * d.blue() + stains[2] * 0.105;
      return new byte[] {
        level(WHITE.red(), red), level(WHITE.green(), green), level(WHITE.blue(), blue)
      };
    }

    private static byte level(double white, double od) {
      return (byte) Math.round(white * Math.pow(10, -od));
    }
  }
}
