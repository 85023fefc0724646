package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.ranklens.NativeOpenCv;
import org.ranklens.RefusedException;

/** A PNG or JPEG, read into memory as a whole. */
final class PlainImage {

  /** Larger pictures belong into a pyramid. */
  private static final long MOST_BYTES = 1L << 30;

  private PlainImage() {}

  static Slide open(Path file, SlideOptions options) throws IOException {
    NativeOpenCv.load();
    if (Files.size(file) > MOST_BYTES) {
      throw new RefusedException(
          "is over 1 GB", file.toString(), "", "save it as a tiled pyramidal TIFF");
    }
    try {
      byte[] stream = Files.readAllBytes(file);
      PlainCheck.check(stream);
      RgbImage image = decode(stream);
      return new ArraySlide(
          file.getFileName().toString(), "plain", image, options.pixelSizeMicrons());
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage() + ".", e);
    }
  }

  private static RgbImage decode(byte[] stream) throws IOException {
    MatOfByte input = new MatOfByte(stream);
    Mat pixels = new Mat();
    try {
      pixels = Imgcodecs.imdecode(input, Imgcodecs.IMREAD_COLOR_RGB);
      if (pixels.empty()) {
        throw new IOException("it can't be decoded");
      }
      RgbImage image = RgbImage.blank(pixels.cols(), pixels.rows());
      pixels.get(0, 0, image.rgb());
      return image;
    } catch (CvException e) {
      throw new IOException("it can't be decoded", e);
    } finally {
      input.release();
      pixels.release();
    }
  }
}
