package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.opencv.core.CvType;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * Native memory in which a thread decodes one JPEG tile after another: OpenCV writes the pixels
 * where they are wanted, so that they are copied once, into the region. This takes bytedeco's API,
 * for {@code org.opencv} has no decoding into a picture that is there.
 */
final class JpegMemory {

  private static final int FLAGS = Imgcodecs.IMREAD_COLOR_RGB | Imgcodecs.IMREAD_IGNORE_ORIENTATION;

  /**
   * Rows begin off these bounds by {@link #OFF}: where they are on them, libjpeg-turbo writes past
   * the processor's cache, and the pixels have to be fetched again (a quarter slower in all).
   */
  private static final int BOUND = 32;

  private static final int OFF = 8;

  private ByteBuffer stream = ByteBuffer.allocateDirect(1 << 16);
  private ByteBuffer pixels = ByteBuffer.allocateDirect(0);
  private Mat input = input();
  private Mat output = new Mat();
  private final DecodedTiles kept;

  /** Keeps no tiles but the last. */
  JpegMemory() {
    this(new DecodedTiles(0));
  }

  /**
   * Begins with nothing.
   *
   * @param kept of all threads that read the slide
   */
  JpegMemory(DecodedTiles kept) {
    this.kept = kept;
  }

  /** Returns the tiles that were decoded before. */
  DecodedTiles kept() {
    return kept;
  }

  private Mat input() {
    return new Mat(1, stream.capacity(), CvType.CV_8UC1, new BytePointer(stream));
  }

  /**
   * Decodes a stream.
   *
   * @param width in pixels, as the stream's header has it
   * @param height likewise
   * @throws IOException where OpenCV finds nothing that it can decode
   */
  Picture decode(byte[] jpeg, int width, int height) throws IOException {
    int stride = (3 * width + BOUND - 1) / BOUND * BOUND;
    reserve(jpeg.length, stride * height);
    // What is not written must not look like what a decoder might have written.
    int last = stride * (height - 1) + 3 * width - 1;
    pixels.put(last, (byte) ~pixels.get(Math.max(0, last - 3)));
    stream.put(0, jpeg);
    input.cols(jpeg.length);
    if (!ready(width, height)) {
      output.close();
      output = new Mat(height, width, CvType.CV_8UC3, new BytePointer(pixels), stride);
    }
    boolean decoded;
    try (Mat result = opencv_imgcodecs.imdecode(input, FLAGS, output)) {
      decoded = !result.empty();
    } catch (RuntimeException e) {
      throw new IOException("it can't be decoded", e);
    }
    if (!decoded || !ready(width, height)) {
      throw new IOException("it can't be decoded");
    }
    return new Picture(pixels, stride, width, height);
  }

  private void reserve(int streamBytes, int pixelBytes) {
    if (stream.capacity() < streamBytes) {
      stream = ByteBuffer.allocateDirect(2 * streamBytes);
      input.close();
      input = input();
    }
    if (pixels.capacity() < pixelBytes) {
      int room = pixelBytes + 2 * BOUND + OFF;
      pixels = ByteBuffer.allocateDirect(room).alignedSlice(BOUND).slice(OFF, pixelBytes);
      output.close();
      output = new Mat();
    }
  }

  /** Returns whether OpenCV would write, or has written, into our memory and not its own. */
  private boolean ready(int width, int height) {
    return output.cols() == width
        && output.rows() == height
        && output.data().address() == new BytePointer(pixels).address();
  }

  /** What was decoded last; the next decoding overwrites it. */
  record Picture(ByteBuffer pixels, int stride, int width, int height) implements TilePixels {

    @Override
    public void copyTo(
        int x, int y, RgbImage target, int targetX, int targetY, int wide, int high) {
      for (int row = 0; row < high; row++) {
        pixels.get(
            (y + row) * stride + 3 * x,
            target.rgb(),
            3 * ((targetY + row) * target.width() + targetX),
            3 * wide);
      }
    }

    /** Copies a row out; whole rows, for single bytes of native memory are slow to read. */
    void row(int row, byte[] to) {
      pixels.get(row * stride, to, 0, 3 * width);
    }

    void putRow(int row, byte[] from) {
      pixels.put(row * stride, from, 0, 3 * width);
    }

    /** Returns whether the rows from one on are of one colour. */
    boolean oneColourFrom(int row) {
      ByteBuffer first = pixels.slice(row * stride, 3 * width);
      if (first.slice(0, 3 * width - 3).mismatch(first.slice(3, 3 * width - 3)) >= 0) {
        return false;
      }
      for (int other = row + 1; other < height; other++) {
        if (first.mismatch(pixels.slice(other * stride, 3 * width)) >= 0) {
          return false;
        }
      }
      return true;
    }
  }
}
