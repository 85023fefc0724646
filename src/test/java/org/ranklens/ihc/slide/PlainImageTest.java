package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;
import org.ranklens.NativeOpenCv;

/** PNG and JPEG files, whole and broken; OpenCV would fill up what is missing. */
class PlainImageTest {

  private static final int EDGE = 200;

  @TempDir Path folder;

  @BeforeAll
  static void loadOpenCv() {
    NativeOpenCv.load();
  }

  private static byte[] encoded(String ending, int... options) {
    Mat picture = new Mat(EDGE, EDGE, CvType.CV_8UC3);
    byte[] samples = new byte[3 * EDGE * EDGE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (120 + 60 * Math.sin(i / 31.0) + i * 17 % 23);
    }
    picture.put(0, 0, samples);
    MatOfByte stream = new MatOfByte();
    Imgcodecs.imencode(ending, picture, stream, new MatOfInt(options));
    return stream.toArray();
  }

  private void open(byte[] bytes, String name) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    try (Slide slide = Slides.open(file, SlideOptions.defaults())) {
      assertThat(slide.full().width()).isEqualTo(EDGE);
    }
  }

  @ParameterizedTest
  @CsvSource({
    ".png, 30, ends early",
    ".png, 400, ends early",
    ".png, -5, ends early",
    ".jpg, 400, is corrupt at byte",
    ".jpg, 5000, ends early",
    ".jpg, -2, ends early"
  })
  void aCutFileIsRefused(String ending, int at, String words) throws IOException {
    byte[] whole = encoded(ending);
    open(whole, "whole" + ending);
    byte[] cut = Arrays.copyOf(whole, at < 0 ? whole.length + at : at);
    assertThatThrownBy(() -> open(cut, "cut" + ending))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cut" + ending + ": ")
        .hasMessageContaining(words);
  }

  @Test
  void aPngWithoutItsHeaderIsTold() throws IOException {
    // IEND alone, with its checksum.
    byte[] png = HexFormat.of().parseHex("89504e470d0a1a0a0000000049454e44ae426082");
    Path file = Files.write(folder.resolve("a.png"), png);
    assertThatThrownBy(() -> Slides.open(file, SlideOptions.defaults()))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("a.png: the PNG does not begin with its header.");
  }

  @Test
  void aProgressiveJpegThatIsCutIsRefused() throws IOException {
    byte[] whole = encoded(".jpg", Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1);
    open(whole, "whole.jpg");
    assertThatThrownBy(() -> open(Arrays.copyOf(whole, whole.length / 2), "cut.jpg"))
        .hasMessageContaining("cut.jpg: its JPEG stream ends early.");
  }

  @Test
  void aChangedByteOfAPngIsSeenByItsChecksum() {
    byte[] png = encoded(".png");
    png[png.length / 2] ^= 1;
    assertThatThrownBy(() -> open(png, "a.png")).hasMessageContaining("is corrupt in its chunk at");
  }

  @Test
  void codesOfAJpegThatAreNoneAreSeen() {
    byte[] jpeg = encoded(".jpg");
    Arrays.fill(jpeg, jpeg.length / 2, jpeg.length / 2 + 100, (byte) 0);
    assertThatThrownBy(() -> open(jpeg, "a.jpg")).hasMessageContaining("a.jpg: its JPEG");
  }

  @Test
  void aPngOfAbsurdSizeIsRefusedBeforeAnythingIsAllocated() {
    byte[] png = encoded(".png");
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
    assertThatThrownBy(() -> open(png, "a.png"))
        .hasMessageContaining("a.png: it claims 60000 x 60000 pixels, too many to hold");
  }

  @Test
  void transparentPixelsOfAPngAreShownOnWhite() throws IOException {
    Mat picture = new Mat(1, 2, CvType.CV_8UC4);
    picture.put(0, 0, new byte[] {10, 20, 30, 0, 10, 20, 30, (byte) 255});
    MatOfByte stream = new MatOfByte();
    Imgcodecs.imencode(".png", picture, stream);
    Path file = Files.write(folder.resolve("a.png"), stream.toArray());
    try (Slide slide = Slides.open(file, SlideOptions.defaults())) {
      assertThat(slide.read(Region.of(slide.full())).rgb())
          .containsExactly((byte) 255, (byte) 255, (byte) 255, (byte) 30, (byte) 20, (byte) 10);
    }
  }

  @Test
  void pixelsOfAJpegAreTakenAsTheyAreStoredWhateverExifSays() throws IOException {
    byte[] plain = encoded(".jpg");
    byte[] turned =
        HexFormat.of()
            .parseHex(
                "ffd8ffe1002245786966"
                    + "00004d4d002a00000008"
                    + "0001011200030000000100060000"
                    + "00000000");
    byte[] both = Arrays.copyOf(turned, turned.length + plain.length - 2);
    System.arraycopy(plain, 2, both, turned.length, plain.length - 2);
    try (Slide first = Slides.open(write("a.jpg", plain), SlideOptions.defaults());
        Slide second = Slides.open(write("b.jpg", both), SlideOptions.defaults())) {
      Region all = Region.of(first.full());
      assertThat(second.read(all).rgb()).isEqualTo(first.read(all).rgb());
    }
  }

  @Test
  void anAnimationIsRefused() {
    byte[] png = encoded(".png");
    byte[] control = HexFormat.of().parseHex("000000086163544c0000000200000000f38d9370");
    byte[] both = new byte[png.length + control.length];
    int behindHeader = 33;
    System.arraycopy(png, 0, both, 0, behindHeader);
    System.arraycopy(control, 0, both, behindHeader, control.length);
    System.arraycopy(
        png, behindHeader, both, behindHeader + control.length, png.length - behindHeader);
    assertThatThrownBy(() -> open(both, "a.png"))
        .hasMessageContaining("a.png: it is an animation, not a picture");
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
