package org.ranklens.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import org.ranklens.NativeOpenCv;

/** PNG files, encoded by OpenCV: the same pixels give the same bytes. */
public final class PngFile {

  private PngFile() {}

  /**
   * Writes a picture.
   *
   * @param rgb {@code 3 * width * height} bytes, interleaved
   */
  public static void write(Path file, int width, int height, byte[] rgb) throws IOException {
    Files.write(file, encode(width, height, rgb));
  }

  /** Returns the bytes of a PNG file. */
  public static byte[] encode(int width, int height, byte[] rgb) {
    NativeOpenCv.load();
    Mat mat = new Mat(height, width, CvType.CV_8UC3);
    MatOfByte png = new MatOfByte();
    try {
      mat.put(0, 0, rgb);
      Imgproc.cvtColor(mat, mat, Imgproc.COLOR_RGB2BGR);
      Imgcodecs.imencode(".png", mat, png);
      return png.toArray();
    } finally {
      mat.release();
      png.release();
    }
  }
}
