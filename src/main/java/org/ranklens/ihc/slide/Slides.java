package org.ranklens.ihc.slide;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opencv.imgcodecs.Imgcodecs;
import org.ranklens.NativeOpenCv;
import org.ranklens.RefusedException;

/** Opens slides: the door that chooses the reader. */
public final class Slides {

  /** A plain image is read as a whole; larger ones belong into a pyramid. */
  private static final long MOST_PLAIN_BYTES = 1L << 30;

  private Slides() {}

  /**
   * Opens a slide.
   *
   * @throws RefusedException where no reader that is there can read it; the message names the one
   *     that could
   * @throws IOException where the file is missing or broken
   */
  public static Slide open(Path file, SlideOptions options) throws IOException {
    if (Files.isDirectory(file)) {
      throw new RefusedException("is a folder", file.toString(), "", "give the slide's file");
    }
    byte[] head = head(file);
    if (head.length == 0) {
      throw new IOException(file + ": is empty.");
    }
    if (isTiff(head)) {
      return TiffSlide.open(file, options);
    }
    if (isPng(head) || isJpeg(head)) {
      return plain(file, options);
    }
    throw new RefusedException(
        "is no TIFF, PNG or JPEG; Bio-Formats may read it",
        file.toString(),
        "",
        "put bioformats_package.jar into the plugins folder, or run 'ranklens readers --install"
            + " bioformats'");
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(16);
    }
  }

  private static boolean isTiff(byte[] head) {
    return head.length >= 4
        && ((head[0] == 'I' && head[1] == 'I' && (head[2] == 42 || head[2] == 43))
            || (head[0] == 'M' && head[1] == 'M' && (head[3] == 42 || head[3] == 43)));
  }

  private static boolean isPng(byte[] head) {
    return head.length >= 4 && head[1] == 'P' && head[2] == 'N' && head[3] == 'G';
  }

  private static boolean isJpeg(byte[] head) {
    return head.length >= 3 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xd8;
  }

  private static Slide plain(Path file, SlideOptions options) throws IOException {
    NativeOpenCv.load();
    if (Files.size(file) > MOST_PLAIN_BYTES) {
      throw new RefusedException(
          "is over 1 GB", file.toString(), "", "save it as a tiled pyramidal TIFF");
    }
    try {
      RgbImage image = JpegTile.decode(Files.readAllBytes(file), Imgcodecs.IMREAD_COLOR);
      return new ArraySlide(
          file.getFileName().toString(), "plain", image, options.pixelSizeMicrons());
    } catch (RefusedException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage() + ".", e);
    }
  }
}
