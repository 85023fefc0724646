package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ranklens.ihc.stain.PlaneMemory;
import org.ranklens.ihc.stain.StainImages;

/** Squares put together from tiles are those that are summed up over the pixels themselves. */
class CoarseAssemblyTest {

  private static final int WIDTH = 121;
  private static final int HEIGHT = 297;
  private static final TileFrame.Core ALL = new TileFrame.Core(0, 0, WIDTH, HEIGHT);

  private static final int MOST_NUCLEI = 11 * (HEIGHT / 9 + 1);

  private final Random random = new Random(5);
  private final float[] dab = noise();
  private final float[] hematoxylin = noise();
  private final List<Nucleus> nuclei = new ArrayList<>();
  private long pixelsRead;
  private long mostAtOnce;

  @Test
  void squaresOfTilesAreThoseOfPixels() throws IOException {
    // A tile's edge is seldom one of squares of 3 pixels.
    for (double pixelSizeMicrons : new double[] {0.5, 0.34, 1}) {
      CellGrid grid = new CellGrid(WIDTH, HEIGHT, 1, pixelSizeMicrons);
      drawNuclei();
      TileFrame.Core area =
          CoarseStains.aligned(new TileFrame.Core(10, 7, WIDTH, HEIGHT - 10), grid);
      pixelsRead = 0;

      CoarseStains put = assembled(grid, area, tiles(grid, 40));

      assertThat(pixelsRead).isZero();
      assertSame(put, read(grid, area));
    }
  }

  @Test
  void whatNoTileKeptIsRead() throws IOException {
    CellGrid grid = new CellGrid(WIDTH, HEIGHT, 1, 0.5);
    drawNuclei();
    TileFrame.Core area = CoarseStains.aligned(new TileFrame.Core(10, 6, WIDTH, HEIGHT), grid);
    List<MeasuredNuclei> tiles = tiles(grid, 40);
    tiles.set(5, MeasuredNuclei.none());

    CoarseStains put = assembled(grid, area, tiles);

    assertThat(pixelsRead).isEqualTo(40 * 40);
    assertSame(put, read(grid, area));
  }

  @Test
  void whereNoTileKeptAnythingFewRowsAreReadAtOnce() throws IOException {
    CellGrid grid = new CellGrid(WIDTH, HEIGHT, 1, 1);
    drawNuclei();
    CoarseStains all = read(grid, ALL);
    pixelsRead = 0;
    mostAtOnce = 0;

    CoarseStains put = assembled(grid, ALL, List.of(MeasuredNuclei.none()));

    assertThat(pixelsRead).isEqualTo((long) WIDTH * HEIGHT);
    assertThat(mostAtOnce).isEqualTo(128L * WIDTH);
    assertSame(put, all);
  }

  private CoarseStains assembled(CellGrid grid, TileFrame.Core area, List<MeasuredNuclei> tiles)
      throws IOException {
    return CoarseAssembly.of(tiles, nuclei, area, area, grid, this::images, new PlaneMemory());
  }

  private CoarseStains read(CellGrid grid, TileFrame.Core area) {
    PlaneMemory memory = new PlaneMemory();
    return CoarseStains.of(
        images(area, memory), Nuclei.painted(nuclei, area, memory), grid.frame(area, area), memory);
  }

  private List<MeasuredNuclei> tiles(CellGrid grid, int edge) {
    CoarseStains all = read(grid, ALL);
    pixelsRead = 0;
    List<MeasuredNuclei> tiles = new ArrayList<>();
    for (int y = 0; y < HEIGHT; y += edge) {
      for (int x = 0; x < WIDTH; x += edge) {
        TileFrame.Core core =
            new TileFrame.Core(x, y, Math.min(WIDTH, x + edge), Math.min(HEIGHT, y + edge));
        tiles.add(MeasuredNuclei.of(List.of(), all, CoarseStains.squares(core, grid)));
      }
    }
    return tiles;
  }

  /** Ragged ones without a gap between, so that squares hold pixels of several. */
  private void drawNuclei() {
    nuclei.clear();
    int[] labels = new int[WIDTH * HEIGHT];
    for (int p = 0; p < labels.length; p++) {
      int x = p % WIDTH / 11;
      int y = p / WIDTH / 9;
      labels[p] = random.nextInt(10) < 8 && (x + y) % 3 > 0 ? 1 + y * 11 + x : 0;
    }
    LabelRuns runs = LabelRuns.of(labels, WIDTH, MOST_NUCLEI);
    TileFrame frame = new TileFrame(0, 0, ALL, 1, 0.5);
    for (int label = 1; label <= MOST_NUCLEI; label++) {
      if (runs.begin(label) < runs.begin(label + 1)) {
        nuclei.add(new Nucleus(new Ellipse(9, 1, 1, 1, 1, 0), PixelRuns.of(runs, label, 0, frame)));
      }
    }
  }

  private StainImages images(TileFrame.Core area, PlaneMemory memory) {
    pixelsRead += (long) area.width() * area.height();
    mostAtOnce = Math.max(mostAtOnce, (long) area.width() * area.height());
    int pixels = area.width() * area.height();
    float[][] planes = {memory.floats(pixels), memory.floats(pixels), memory.floats(pixels)};
    for (int y = 0; y < area.height(); y++) {
      int from = (area.y0() + y) * WIDTH + area.x0();
      System.arraycopy(hematoxylin, from, planes[0], y * area.width(), area.width());
      System.arraycopy(dab, from, planes[1], y * area.width(), area.width());
    }
    return new StainImages(area.width(), area.height(), planes[0], planes[1], planes[2]);
  }

  private float[] noise() {
    float[] plane = new float[WIDTH * HEIGHT];
    for (int p = 0; p < plane.length; p++) {
      plane[p] = random.nextFloat() - 0.1f;
    }
    return plane;
  }

  private static void assertSame(CoarseStains put, CoarseStains expected) {
    assertThat(put.frame()).isEqualTo(expected.frame());
    assertThat(put.labels()).isEqualTo(expected.labels());
    assertThat(put.cytoplasm()).isEqualTo(expected.cytoplasm());
    assertThat(put.dab()).isEqualTo(expected.dab());
    assertThat(put.hematoxylin()).isEqualTo(expected.hematoxylin());
  }
}
