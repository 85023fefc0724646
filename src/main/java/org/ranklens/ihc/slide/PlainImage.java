package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
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

  /**
   * Returns what a file says of itself, after its checksums or codes were looked through; its
   * pixels are not made.
   */
  static SlideFacts facts(Path file, SlideOptions options) throws IOException {
    checkBytes(file);
    try {
      byte[] stream = Files.readAllBytes(file);
      PlainCheck.check(stream);
      return new SlideFacts(
          file.getFileName().toString(),
          "plain",
          List.of(PlainCheck.level(stream)),
          options.pixelSize(PixelSize.unknown()),
          OptionalDouble.empty(),
          "not decoded",
          List.of(),
          List.of(),
          List.of());
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage() + ".", e);
    }
  }

  private static void checkBytes(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new RefusedException(
          "is over 1 GB", file.toString(), "", "save it as a tiled pyramidal TIFF");
    }
  }

  static Slide open(Path file, SlideOptions options) throws IOException {
    NativeOpenCv.load();
    checkBytes(file);
    try {
      RgbImage image = decode(Files.readAllBytes(file));
      return new ArraySlide(
          file.getFileName().toString(), "plain", image, options.pixelSizeMicrons());
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage() + ".", e);
    }
  }

  /**
   * Decodes a whole PNG or JPEG.
   *
   * @throws IOException where it is corrupt; the message says how, not where
   */
  static RgbImage decode(byte[] stream) throws IOException {
    return PlainCheck.check(stream) ? onWhite(stream) : opaque(stream);
  }

  private static RgbImage opaque(byte[] stream) throws IOException {
    Mat pixels = decoded(stream, Imgcodecs.IMREAD_COLOR_RGB | Imgcodecs.IMREAD_IGNORE_ORIENTATION);
    try {
      RgbImage image = RgbImage.blank(pixels.cols(), pixels.rows());
      pixels.get(0, 0, image.rgb());
      return image;
    } finally {
      pixels.release();
    }
  }

  /** Shows transparent pixels on white, as those of a TIFF. */
  private static RgbImage onWhite(byte[] stream) throws IOException {
    Mat pixels = decoded(stream, Imgcodecs.IMREAD_UNCHANGED);
    try {
      if (pixels.channels() != 4) {
        return opaque(stream);
      }
      if (pixels.depth() == CvType.CV_16U) {
        pixels.convertTo(pixels, CvType.CV_8U, 1.0 / 257);
      }
      byte[] bgra = new byte[4 * pixels.cols() * pixels.rows()];
      pixels.get(0, 0, bgra);
      RgbImage image = RgbImage.blank(pixels.cols(), pixels.rows());
      byte[] alpha = new byte[bgra.length / 4];
      for (int i = 0; i < alpha.length; i++) {
        image.rgb()[3 * i] = bgra[4 * i + 2];
        image.rgb()[3 * i + 1] = bgra[4 * i + 1];
        image.rgb()[3 * i + 2] = bgra[4 * i];
        alpha[i] = bgra[4 * i + 3];
      }
      TileDecoder.onWhite(image.rgb(), alpha, false);
      return image;
    } finally {
      pixels.release();
    }
  }

  private static Mat decoded(byte[] stream, int flags) throws IOException {
    MatOfByte input = new MatOfByte(stream);
    try {
      Mat pixels = Imgcodecs.imdecode(input, flags);
      if (pixels.empty()) {
        throw new IOException("it can't be decoded");
      }
      return pixels;
    } catch (CvException e) {
      throw new IOException("it can't be decoded", e);
    } finally {
      input.release();
    }
  }
}
