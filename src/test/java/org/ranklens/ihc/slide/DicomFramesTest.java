package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;
import org.ranklens.NativeOpenCv;
import org.ranklens.RefusedException;

/** A DICOM slide of 100 x 60 pixels: 2 x 1 frames of 64 x 64. */
class DicomFramesTest {

  private static final Level FULL = new Level(0, 100, 60, 1);

  @TempDir Path folder;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean inConcatenation;

  private void element(int group, int tag, String vr, byte[] value) {
    ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) group).putShort((short) tag);
    head.put(vr.getBytes(StandardCharsets.US_ASCII)).putShort((short) value.length);
    bytes.writeBytes(head.array());
    bytes.writeBytes(value);
  }

  private void text(int group, int tag, String vr, String text) {
    String even = text.length() % 2 == 0 ? text : text + " ";
    element(group, tag, vr, even.getBytes(StandardCharsets.US_ASCII));
  }

  private void number(int group, int tag, int bits, int number) {
    ByteBuffer value = ByteBuffer.allocate(bits / 8).order(ByteOrder.LITTLE_ENDIAN);
    if (bits == 16) {
      value.putShort((short) number);
    } else {
      value.putInt(number);
    }
    element(group, tag, bits == 16 ? "US" : "UL", value.array());
  }

  private void header(String syntax, String organisation, int frames) {
    bytes.reset();
    bytes.writeBytes(new byte[128]);
    bytes.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    text(2, 0x10, "UI", syntax);
    if (inConcatenation) {
      number(0x20, 0x9162, 16, 1);
    }
    text(0x20, 0x9311, "CS", organisation);
    number(0x28, 2, 16, 3);
    text(0x28, 8, "IS", String.valueOf(frames));
    number(0x28, 0x10, 16, 64);
    number(0x28, 0x11, 16, 64);
    number(0x28, 0x100, 16, 8);
    number(0x48, 6, 32, 100);
    number(0x48, 7, 32, 60);
  }

  private void pixels(int length) {
    ByteBuffer head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) 0x7fe0).putShort((short) 0x10).put((byte) 'O').put((byte) 'B');
    bytes.writeBytes(head.putShort((short) 0).putInt(length).array());
  }

  private void item(int tag, byte... value) {
    ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    bytes.writeBytes(
        head.putShort((short) 0xfffe).putShort((short) tag).putInt(value.length).array());
    bytes.writeBytes(value);
  }

  /** A file of as many JPEG frames as given. */
  private byte[] jpeg(byte[]... frames) {
    header("1.2.840.10008.1.2.4.50", "TILED_FULL", 2);
    pixels(-1);
    item(0xe000);
    for (byte[] frame : frames) {
      item(0xe000, frame);
    }
    item(0xe0dd);
    return bytes.toByteArray();
  }

  private static byte[] frame() {
    NativeOpenCv.load();
    Mat picture = new Mat(64, 64, CvType.CV_8UC3, new Scalar(180, 120, 200));
    MatOfByte stream = new MatOfByte();
    Imgcodecs.imencode(".jpg", picture, stream);
    byte[] bytes = stream.toArray();
    return bytes.length % 2 == 0 ? bytes : Arrays.copyOf(bytes, bytes.length + 1);
  }

  private DicomFrames of(byte[] file) throws IOException {
    return DicomFrames.of(Files.write(folder.resolve("a.dcm"), file));
  }

  private AbstractThrowableAssert<?, ?> isRefused(byte[] file) {
    return assertThatThrownBy(() -> of(file))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("a.dcm: is no whole DICOM slide: ")
        .hasMessageContaining("copy or export it anew");
  }

  @Test
  void aWholeFileIsTakenAndItsFramesTriedOut() throws IOException {
    DicomFrames frames = of(jpeg(frame(), frame()));
    assertThat(frames.isOf(FULL)).isTrue();
    StoredTiles tiles = frames.tiles().orElseThrow();
    assertThat(tiles.of(Region.of(FULL)))
        .hasSize(2)
        .allMatch(part -> tiles.trouble(part, new JpegMemory()).isEmpty());
  }

  @Test
  void aDamagedFrameIsToldByItsColumn() throws IOException {
    byte[] bad = frame();
    Arrays.fill(bad, bad.length - 12, bad.length - 3, (byte) 0x55);
    StoredTiles tiles = of(jpeg(frame(), bad)).tiles().orElseThrow();
    assertThat(tiles.of(Region.of(FULL)))
        .filteredOn(part -> tiles.trouble(part, new JpegMemory()).isPresent())
        .extracting(StoredTiles.Part::column)
        .containsExactly(1);
  }

  @Test
  void aFileCutWithinItsPixelsIsRefused() {
    byte[] whole = jpeg(frame(), frame());
    isRefused(Arrays.copyOf(whole, whole.length - 100))
        .hasMessageContaining("of its 2 frames 1 are there, then the file ends within the next")
        .hasMessageContaining("[(7FE0,0010) PixelData]");
    isRefused(Arrays.copyOf(whole, whole.length - 8))
        .hasMessageContaining("of its 2 frames 2 are there, then the file ends");
  }

  @Test
  void aFileCutBeforeItsPixelsIsRefused() {
    header("1.2.840.10008.1.2.4.50", "TILED_FULL", 2);
    isRefused(bytes.toByteArray()).hasMessageContaining("the file ends before its pixels");
  }

  @Test
  void framesThatAreMissingAreCounted() {
    isRefused(jpeg(frame())).hasMessageContaining("of its 2 frames 1 are there, then no more");
    header("1.2.840.10008.1.2.4.50", "TILED_FULL", 1);
    pixels(-1);
    isRefused(bytes.toByteArray())
        .hasMessageContaining("it has 1 frames, its 100 x 60 pixels need 2")
        .hasMessageContaining("[(0028,0008) NumberOfFrames]");
  }

  @Test
  void aFileOfAConcatenationHasAPartOfTheFrames() throws IOException {
    inConcatenation = true;
    header("1.2.840.10008.1.2.4.50", "TILED_FULL", 1);
    pixels(-1);
    item(0xe000);
    item(0xe000, frame());
    item(0xe0dd);
    assertThat(of(bytes.toByteArray()).tiles()).isEmpty();
  }

  @Test
  void framesOfASparseSlideMayBeLeftOut() throws IOException {
    header("1.2.840.10008.1.2.4.50", "TILED_SPARSE", 1);
    pixels(-1);
    item(0xe000);
    item(0xe000, frame());
    item(0xe0dd);
    assertThat(of(bytes.toByteArray()).tiles()).isEmpty();
  }

  @Test
  void somethingElseAmongFramesIsToldWithItsPlace() {
    byte[] whole = jpeg(frame(), frame());
    int second = whole.length - 8 - frame().length - 8;
    whole[second] = 0;
    isRefused(whole).hasMessageContaining("then something else stands at byte " + second);
  }

  @Test
  void plainFramesNeedAllTheirBytes() throws IOException {
    header("1.2.840.10008.1.2.1", "TILED_FULL", 2);
    pixels(2 * 64 * 64 * 3);
    bytes.writeBytes(new byte[2 * 64 * 64 * 3]);
    byte[] whole = bytes.toByteArray();
    assertThat(of(whole).isOf(FULL)).isTrue();
    isRefused(Arrays.copyOf(whole, whole.length - 1))
        .hasMessageContaining("its frames need 24576 bytes, of which 24575 are there");
  }

  @Test
  void aKindOfStreamThatIsNotDecodedHereIsNoDamage() throws IOException {
    byte[] lossless = frame();
    for (int i = 0; i + 1 < lossless.length; i++) {
      if (lossless[i] == (byte) 0xff && lossless[i + 1] == (byte) 0xc0) {
        lossless[i + 1] = (byte) 0xc3;
      }
    }
    StoredTiles tiles = of(jpeg(lossless, frame())).tiles().orElseThrow();
    assertThat(tiles.of(Region.of(FULL)))
        .hasSize(2)
        .allMatch(part -> tiles.trouble(part, new JpegMemory()).isEmpty());
  }
}
