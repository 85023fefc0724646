package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;
import org.ranklens.NativeOpenCv;

/** The tail that a decoder is given, over streams as OpenCV writes them. */
class JpegTailTest {

  private static final int WIDTH = 96;
  private static final int HEIGHT = 128;

  private final JpegMemory memory = new JpegMemory();
  private final JpegMemory other = new JpegMemory();

  @BeforeAll
  static void loadOpenCv() {
    NativeOpenCv.load();
  }

  private static byte[] jpeg(int sampling) {
    Mat picture = new Mat(HEIGHT, WIDTH, CvType.CV_8UC3);
    byte[] samples = new byte[3 * HEIGHT * WIDTH];
    Random random = new Random(3);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (120 + 50 * Math.sin(i / 37.0 + i % 3) + random.nextInt(12));
    }
    picture.put(0, 0, samples);
    MatOfByte stream = new MatOfByte();
    Imgcodecs.imencode(
        ".jpg",
        picture,
        stream,
        new MatOfInt(
            Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR, sampling, Imgcodecs.IMWRITE_JPEG_QUALITY, 80));
    return stream.toArray();
  }

  private static JpegHeader header(byte[] stream) throws IOException {
    return JpegHeader.of(stream, new JpegTables(new byte[0]));
  }

  private static byte[] pixels(JpegMemory.Picture picture, int rows) {
    RgbImage all = RgbImage.blank(WIDTH, rows);
    picture.copyTo(0, 0, all, 0, 0, WIDTH, rows);
    return all.rgb();
  }

  /** Returns whether a stream would be walked over. */
  private boolean doubt(byte[] stream) throws IOException {
    JpegHeader header = header(stream);
    Optional<JpegTail> tail = JpegTail.of(stream, header);
    if (tail.isEmpty() || JpegEvidence.oddCodes(stream, header.scanAt(), stream.length - 2)) {
      return true;
    }
    try {
      var picture = memory.decode(tail.get().stream(), WIDTH, tail.get().height());
      return !picture.oneColourFrom(HEIGHT + 1) || JpegEvidence.saturated(picture, WIDTH, HEIGHT);
    } catch (IOException e) {
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420,
        Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_422,
        Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_440,
        Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444
      })
  void aWholeStreamShowsThePictureAndTheTail(int sampling) throws IOException {
    byte[] stream = jpeg(sampling);
    JpegTail tail = JpegTail.of(stream, header(stream)).orElseThrow();
    JpegMemory.Picture higher = memory.decode(tail.stream(), WIDTH, tail.height());
    assertThat(higher.oneColourFrom(HEIGHT + 1)).isTrue();
    JpegSeam.of(header(stream), true).orElseThrow().mend(higher, HEIGHT - 1);
    byte[] alone = pixels(other.decode(stream, WIDTH, HEIGHT), HEIGHT);
    byte[] withTail = pixels(higher, HEIGHT);
    // The seam is put right to within rounding; every other row is the same.
    int seam = alone.length - 3 * WIDTH;
    for (int i = 0; i < alone.length; i++) {
      int difference = Math.abs((alone[i] & 0xff) - (withTail[i] & 0xff));
      assertThat(difference).isLessThanOrEqualTo(i < seam ? 0 : 3);
    }
  }

  /** Single changed bits, the hardest to see: a fifth of what the walk sees may be lost. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420,
        Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444
      })
  void whatTheWalkSeesTheTailSeesToo(int sampling) throws IOException {
    byte[] whole = jpeg(sampling);
    int from = header(whole).scanAt();
    Random random = new Random(11);
    int walkSees = 0;
    int missed = 0;
    for (int trial = 0; trial < 200; trial++) {
      byte[] stream = whole.clone();
      stream[from + random.nextInt(stream.length - from - 20)] ^= (byte) (1 << random.nextInt(8));
      try {
        JpegScan.check(stream, header(stream));
      } catch (IOException e) {
        walkSees++;
        missed += doubt(stream) ? 0 : 1;
      }
    }
    assertThat(walkSees).isGreaterThan(15);
    assertThat(missed).isLessThanOrEqualTo(Math.max(4, walkSees / 5));
  }
}
