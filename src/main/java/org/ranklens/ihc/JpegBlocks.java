package org.ranklens.ihc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ranklens.ihc.cell.TissueMask;
import org.ranklens.ihc.slide.Region;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.slide.Slide;

/**
 * Tells by its pixels how strongly a slide was compressed as JPEG, whatever file it is in now:
 * colour changes more from block to block than within blocks, the more so the less quality (Wang Z,
 * Sheikh HR, Bovik AC. No-reference perceptual quality assessment of JPEG compressed images. ICIP
 * 2002;1:477-480, look at brightness that way). Colour of half as many pixels has blocks of 16.
 */
final class JpegBlocks {

  private static final int BLOCK_PX = 16;
  private static final int EDGE_PX = 256;
  private static final int MOST_PIECES = 16;

  /**
   * Where else in a block colour changes are compared: an even way from its beginning, for pixels
   * of one pair of colours differ less; not at its middle, where blocks of whole colour begin.
   */
  private static final int[] WITHIN_PX = {2, 4, 6, 10, 12, 14};

  private final double[] across = new double[BLOCK_PX];
  private final double[] down = new double[BLOCK_PX];

  JpegBlocks() {}

  /** Returns it for up to 16 squares of 256 pixels, spread over the tissue. */
  static double of(Slide slide, TissueMask tissue) throws IOException {
    List<Region> pieces = pieces(slide, tissue);
    JpegBlocks blocks = new JpegBlocks();
    for (int i = 0; i < Math.min(MOST_PIECES, pieces.size()); i++) {
      Region piece = GoldenOrder.take(pieces, i);
      blocks.add(slide.read(piece));
    }
    return blocks.compression();
  }

  private static List<Region> pieces(Slide slide, TissueMask tissue) {
    List<Region> pieces = new ArrayList<>();
    for (int y = 0; y + EDGE_PX <= slide.full().height(); y += EDGE_PX) {
      for (int x = 0; x + EDGE_PX <= slide.full().width(); x += EDGE_PX) {
        if (tissue.touches(x, y, EDGE_PX, EDGE_PX)) {
          pieces.add(new Region(0, x, y, EDGE_PX, EDGE_PX));
        }
      }
    }
    return pieces;
  }

  /** Adds a piece, which begins at a multiple of 16 pixels of the slide. */
  void add(RgbImage piece) {
    byte[] rgb = piece.rgb();
    int width = piece.width();
    for (int y = 1; y < piece.height(); y++) {
      for (int x = 1; x < width; x++) {
        int p = y * width + x;
        across[x % BLOCK_PX] += change(rgb, 3 * p, 3 * (p - 1));
        down[y % BLOCK_PX] += change(rgb, 3 * p, 3 * (p - width));
      }
    }
  }

  /** Returns how red and blue change, each against green: brightness is compressed by itself. */
  private static int change(byte[] rgb, int p, int q) {
    int green = (rgb[p + 1] & 0xff) - (rgb[q + 1] & 0xff);
    int red = (rgb[p] & 0xff) - (rgb[q] & 0xff);
    int blue = (rgb[p + 2] & 0xff) - (rgb[q + 2] & 0xff);
    return Math.abs(red - green) + Math.abs(blue - green);
  }

  /** Returns the logarithm of change across blocks over change within; 0 where none is seen. */
  double compression() {
    return Math.log((ratio(across) + ratio(down)) / 2);
  }

  /** Blocks may begin anywhere, where the picture was cut out of another. */
  private static double ratio(double[] changes) {
    double most = 1;
    for (int begin = 0; begin < BLOCK_PX; begin++) {
      double within = 0;
      for (int way : WITHIN_PX) {
        within += changes[(begin + way) % BLOCK_PX] / WITHIN_PX.length;
      }
      if (within > 0) {
        most = Math.max(most, changes[begin] / within);
      }
    }
    return most;
  }
}
