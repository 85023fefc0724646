package org.ranklens.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import org.ranklens.NativeOpenCv;

/** A figure as it stands inside the page: the PNG where it is small, a JPEG of it otherwise. */
final class EmbeddedPicture {

  private static final int SMALL_PNG_BYTES = 60_000;
  private static final int JPEG_QUALITY = 86;

  private EmbeddedPicture() {}

  /** Returns a {@code data:} address of the picture, at most so wide. */
  static String dataUri(Path png, int widestPx) throws IOException {
    byte[] bytes = Files.readAllBytes(png);
    if (bytes.length <= SMALL_PNG_BYTES) {
      return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes);
    }
    return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg(bytes, widestPx));
  }

  private static byte[] jpeg(byte[] png, int widestPx) {
    NativeOpenCv.load();
    MatOfByte in = new MatOfByte(png);
    Mat image = Imgcodecs.imdecode(in, Imgcodecs.IMREAD_COLOR);
    MatOfByte out = new MatOfByte();
    MatOfInt quality = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, JPEG_QUALITY);
    try {
      if (image.cols() > widestPx) {
        double scale = (double) widestPx / image.cols();
        Imgproc.resize(image, image, new Size(0, 0), scale, scale, Imgproc.INTER_AREA);
      }
      Imgcodecs.imencode(".jpg", image, out, quality);
      return out.toArray();
    } finally {
      in.release();
      image.release();
      out.release();
      quality.release();
    }
  }
}
