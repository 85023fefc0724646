package org.ranklens.phantom.ihc;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;
import org.ranklens.NativeOpenCv;

/** Encodes the tiles of a level as JPEG, row by row; tiles at the border repeat its pixels. */
final class JpegTiles {

  private JpegTiles() {}

  /** Chroma at full resolution from quality 90 on, at half below, as slide writers commonly do. */
  static int subsampling(int quality) {
    return quality >= 90 ? 1 : 2;
  }

  static List<byte[]> encode(RgbRaster level, int tile, int quality) {
    NativeOpenCv.load();
    int factor =
        subsampling(quality) == 1
            ? Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444
            : Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420;
    MatOfInt options =
        new MatOfInt(
            Imgcodecs.IMWRITE_JPEG_QUALITY,
            quality,
            Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR,
            factor);
    List<byte[]> tiles = new ArrayList<>();
    for (int y = 0; y < level.height(); y += tile) {
      for (int x = 0; x < level.width(); x += tile) {
        tiles.add(encode(bgr(level, x, y, tile), tile, options));
      }
    }
    options.release();
    return tiles;
  }

  private static byte[] encode(byte[] bgr, int tile, MatOfInt options) {
    Mat image = new Mat(tile, tile, CvType.CV_8UC3);
    MatOfByte jpeg = new MatOfByte();
    try {
      image.put(0, 0, bgr);
      if (!Imgcodecs.imencode(".jpg", image, jpeg, options)) {
        throw new IllegalStateException("OpenCV could not encode a JPEG tile");
      }
      return jpeg.toArray();
    } finally {
      image.release();
      jpeg.release();
    }
  }

  private static byte[] bgr(RgbRaster level, int left, int top, int tile) {
    byte[] bgr = new byte[3 * tile * tile];
    for (int y = 0; y < tile; y++) {
      for (int x = 0; x < tile; x++) {
        for (int c = 0; c < 3; c++) {
          bgr[3 * (y * tile + x) + 2 - c] = (byte) level.at(left + x, top + y, c);
        }
      }
    }
    return bgr;
  }
}
