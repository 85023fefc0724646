package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.Locale;

/** Writes a picture as a Ventana BIF: cut into tiles that overlap, with the XML that says so. */
final class TestBif {

  static final int TILE = 64;

  static final String SCAN =
      "<iScan Magnification=\"20\" ScanRes=\"0.465\" ScannerModel=\"VENTANA DP 200\""
          + " Z-layers=\"1\"/>";

  /**
   * A grid of tiles.
   *
   * @param columns of tiles
   * @param rows of tiles
   * @param overlapX of neighbours in pixels
   * @param overlapY of neighbours in pixels
   */
  record Grid(int columns, int rows, int overlapX, int overlapY) {

    int width() {
      return TILE + (columns - 1) * (TILE - overlapX);
    }

    int height() {
      return TILE + (rows - 1) * (TILE - overlapY);
    }

    /** Returns the number of a tile: from the lower left corner on, to and fro. */
    int number(int column, int row) {
      int fromBottom = rows - 1 - row;
      return fromBottom * columns + (fromBottom % 2 == 0 ? column : columns - 1 - column) + 1;
    }
  }

  private TestBif() {}

  /** Returns a picture of this size in which no two places look the same. */
  static RgbImage picture(int width, int height) {
    RgbImage image = RgbImage.blank(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = 3 * (y * width + x);
        image.rgb()[at] = (byte) (40 + x);
        image.rgb()[at + 1] = (byte) (230 - y);
        image.rgb()[at + 2] = (byte) (100 + (x + y) / 4);
      }
    }
    return image;
  }

  /** Returns the tiles side by side, each with what it shows of the picture. */
  static RgbImage mosaic(RgbImage picture, Grid grid) {
    RgbImage mosaic = RgbImage.blank(grid.columns() * TILE, grid.rows() * TILE);
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        int x = column * (TILE - grid.overlapX());
        int y = row * (TILE - grid.overlapY());
        picture.copyTo(x, y, mosaic, column * TILE, row * TILE, TILE, TILE);
      }
    }
    return mosaic;
  }

  /** Returns a joint from one tile to another. */
  static String joint(String direction, int confidence, int one, int other, double x, double y) {
    return String.format(
        Locale.ROOT,
        "<TileJointInfo FlagJoined=\"1\" Confidence=\"%d\" Direction=\"%s\" Tile1=\"%d\""
            + " Tile2=\"%d\" OverlapX=\"%s\" OverlapY=\"%s\"/>",
        confidence,
        direction,
        one,
        other,
        x,
        y);
  }

  /** Returns all joints of a grid. */
  static String joints(Grid grid, String horizontal, String vertical) {
    StringBuilder joints = new StringBuilder();
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        int tile = grid.number(column, row);
        if (column + 1 < grid.columns()) {
          int right = grid.number(column + 1, row);
          joints.append(joint(horizontal, 99, tile, right, grid.overlapX(), 0));
        }
        if (row > 0) {
          int upper = grid.number(column, row - 1);
          joints.append(joint(vertical, 97, tile, upper, 0, grid.overlapY()));
        }
      }
    }
    return joints.toString();
  }

  /** Returns an area's element; its place is counted from below. */
  static String area(Grid grid, int x, int fromBottom, String joints) {
    return String.format(
        Locale.ROOT,
        "<ImageInfo AOIScanned=\"1\" AOIIndex=\"0\" Width=\"%d\" Height=\"%d\" NumRows=\"%d\""
            + " NumCols=\"%d\" Pos-X=\"%d\" Pos-Y=\"%d\">%s</ImageInfo>",
        TILE,
        TILE,
        grid.rows(),
        grid.columns(),
        x,
        fromBottom,
        joints);
  }

  /** Returns the XML of level 0 with areas, whose tiles begin at these columns. */
  static String encodeInfo(String areas, int... firstColumns) {
    StringBuilder origins = new StringBuilder();
    for (int i = 0; i < firstColumns.length; i++) {
      origins.append("<AOI%d OriginX=\"%d\" OriginY=\"0\"/>".formatted(i, firstColumns[i] * TILE));
    }
    return "<?xml version=\"1.0\"?><EncodeInfo Ver=\"2\"><SlideInfo>"
        + SCAN
        + "</SlideInfo><SlideStitchInfo>"
        + areas
        + "</SlideStitchInfo><AoiOrigin>"
        + origins
        + "</AoiOrigin></EncodeInfo>";
  }

  static String encodeInfo(Grid grid, String horizontal, String vertical) {
    return encodeInfo(area(grid, 0, 0, joints(grid, horizontal, vertical)), 0);
  }

  /** Writes the tiles of level 0 and those of level 1, behind a label. */
  static byte[] file(RgbImage mosaic, int compression, String encodeInfo) throws IOException {
    return file(mosaic, compression, TestTiff.Extra.text(TiffTag.XMP, encodeInfo)).bytes();
  }

  /** Writes the same, level 0 with whatever tags. */
  static TestTiff file(RgbImage mosaic, int compression, TestTiff.Extra... tags)
      throws IOException {
    TestTiff.Extra[] full = new TestTiff.Extra[tags.length + 1];
    System.arraycopy(tags, 0, full, 1, tags.length);
    full[0] = described("level=0 mag=20 quality=90");
    TestTiff.Form form = TestTiff.Form.tiled(compression);
    RgbImage half = Downsampling.to(mosaic, mosaic.width() / 2, mosaic.height() / 2);
    return TestTiff.of(
            picture(60, 140),
            form,
            described("Label_Image"),
            TestTiff.Extra.text(TiffTag.XMP, "<Metadata>" + SCAN + "</Metadata>"))
        .and(mosaic, form, full)
        .and(half, form, described("level=1 mag=10 quality=90"));
  }

  static TestTiff.Extra described(String text) {
    return TestTiff.Extra.text(TiffTag.IMAGE_DESCRIPTION, text);
  }
}
