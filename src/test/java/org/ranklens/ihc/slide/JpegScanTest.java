package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;
import org.ranklens.NativeOpenCv;

class JpegScanTest {

  private static final int EDGE = 136;

  @BeforeAll
  static void loadOpenCv() {
    NativeOpenCv.load();
  }

  /** A picture of texture and edges; {@code options} are OpenCV's pairs for JPEG. */
  private static byte[] jpeg(int type, int... options) {
    Mat picture = new Mat(EDGE, EDGE, type);
    byte[] samples = new byte[EDGE * EDGE * picture.channels()];
    Random random = new Random(7);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (128 + 60 * Math.sin(i / 37.0) + random.nextInt(30));
    }
    picture.put(0, 0, samples);
    MatOfByte stream = new MatOfByte();
    Imgcodecs.imencode(".jpg", picture, stream, new MatOfInt(options));
    return stream.toArray();
  }

  private static void check(byte[] stream) throws IOException {
    JpegScan.check(stream, JpegHeader.of(stream, new JpegTables(new byte[0])));
  }

  @Test
  void wholeStreamsPass() throws IOException {
    int sampling = Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR;
    check(jpeg(CvType.CV_8UC3));
    check(jpeg(CvType.CV_8UC3, sampling, Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444));
    check(jpeg(CvType.CV_8UC3, sampling, Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_422));
    check(jpeg(CvType.CV_8UC1, Imgcodecs.IMWRITE_JPEG_QUALITY, 100));
    check(jpeg(CvType.CV_8UC3, Imgcodecs.IMWRITE_JPEG_RST_INTERVAL, 3));
    check(jpeg(CvType.CV_8UC3, Imgcodecs.IMWRITE_JPEG_OPTIMIZE, 1));
    check(jpeg(CvType.CV_8UC3, Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1));
  }

  @Test
  void aStreamCutAnywhereAndClosedAgainIsSeen() throws IOException {
    byte[] whole = jpeg(CvType.CV_8UC3);
    for (int length = 700; length < whole.length - 10; length += 97) {
      byte[] cut = Arrays.copyOf(whole, length + 2);
      cut[length] = (byte) 0xff;
      cut[length + 1] = (byte) 0xd9;
      assertThatThrownBy(() -> check(cut)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aMissingRestartIsSeen() throws IOException {
    byte[] stream = jpeg(CvType.CV_8UC3, Imgcodecs.IMWRITE_JPEG_RST_INTERVAL, 3);
    int at = stream.length - 2;
    while ((stream[at] & 0xff) != 0xff || (stream[at + 1] & 0xf8) != 0xd0) {
      at--;
    }
    stream[at + 1] ^= 1;
    assertThatThrownBy(() -> check(stream)).hasMessageContaining("marker too early or none");
  }

  /** Most, not all: codes that fall into step again can't be told from true ones. */
  @Test
  void noiseOverCodesIsMostlySeen() throws IOException {
    byte[] whole = jpeg(CvType.CV_8UC3);
    Random random = new Random(1);
    int seen = 0;
    for (int trial = 0; trial < 100; trial++) {
      byte[] noisy = whole.clone();
      int at = 700 + random.nextInt(whole.length - 900);
      byte[] noise = new byte[64];
      random.nextBytes(noise);
      System.arraycopy(noise, 0, noisy, at, noise.length);
      try {
        check(noisy);
      } catch (IOException e) {
        seen++;
      }
    }
    assertThat(seen).isGreaterThanOrEqualTo(85);
  }
}
