package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    return of(file, "a.dcm");
  }

  private DicomFrames of(byte[] file, String name) throws IOException {
    return DicomFrames.of(Files.write(folder.resolve(name), file));
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
  void aConcatenationWithoutAllItsFilesIsRefused() throws IOException {
    inConcatenation = true;
    header("1.2.840.10008.1.2.1", "TILED_FULL", 1);
    number(0x20, 0x9163, 16, 2);
    DicomFrames half = of(plain(1));
    assertThatThrownBy(() -> DicomSet.of(half.file(), List.of(half)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("of the 2 files of 100 x 60 pixels 1 are beside it")
        .hasMessageContaining("[(0020,9163) InConcatenationTotalNumber]");
    assertThatCode(() -> DicomSet.of(half.file(), List.of(half, half))).doesNotThrowAnyException();
  }

  @Test
  void filesOfAnotherSeriesAreNotTakenForTheSameSlide() throws IOException {
    // Bio-Formats 7.3.1 goes by time and number of the series, and shows black.
    header("1.2.840.10008.1.2.1", "TILED_FULL", 2);
    text(0x20, 0xe, "UI", "1.2.3");
    DicomFrames one = of(plain(2), "one.dcm");
    assertThatThrownBy(() -> DicomSet.of(one.file(), List.of(one, one)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("has as many pixels as one.dcm of the same series");
    header("1.2.840.10008.1.2.1", "TILED_FULL", 2);
    text(0x20, 0xe, "UI", "1.2.4");
    DicomFrames two = of(plain(2), "two.dcm");
    assertThatThrownBy(() -> DicomSet.of(one.file(), List.of(one, two)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("is taken for one slide with two.dcm")
        .hasMessageContaining("of two series (1.2.3 and 1.2.4) [(0020,000E) SeriesInstanceUID]");
    header("1.2.840.10008.1.2.1", "TILED_FULL", 2);
    text(0x8, 8, "CS", "ORIGINAL\\PRIMARY\\LABEL\\NONE");
    DicomFrames label = of(plain(2), "label.dcm");
    assertThatCode(() -> DicomSet.of(one.file(), List.of(one, label))).doesNotThrowAnyException();
  }

  @Test
  void whatNoFrameOfASparseSlideShowsIsWhite() throws IOException {
    header("1.2.840.10008.1.2.1", "TILED_SPARSE", 1);
    place(65, 1);
    DicomFrames right = of(plain(1));
    RgbImage read = RgbImage.blank(4, 1);
    DicomSet.of(right.file(), List.of(right)).whiten(FULL, new Region(0, 62, 0, 4, 1), read);
    assertThat(read.rgb()).startsWith(-1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void framesOfASparseSlideNeedAPlaceEach() {
    header("1.2.840.10008.1.2.1", "TILED_SPARSE", 1);
    isRefused(plain(1)).hasMessageContaining("of its 1 frames 0 have a place");
    header("1.2.840.10008.1.2.1", "TILED_SPARSE", 1);
    place(101, 1);
    isRefused(plain(1))
        .hasMessageContaining("its frame 1 lies at column 101, row 1, outside of its 100 x 60");
    header("1.2.840.10008.1.2.1", "TILED_SPARSE", 2);
    place(1, 1);
    place(1, 1);
    isRefused(plain(2)).hasMessageContaining("its frame 2 lies at column 1, row 1, as another");
  }

  /** What Bio-Formats 7.3.1 showed black, garbled or in false colours. */
  @ParameterizedTest
  @CsvSource({
    "1.2.840.10008.1.2.5, RGB, 0, 8, its transfer syntax is RLE",
    "1.2.840.10008.1.2.1.99, RGB, 0, 8, its transfer syntax is deflated",
    "1.2.840.10008.1.2.1, YBR_FULL, 0, 8, its colours are YBR_FULL",
    "1.2.840.10008.1.2.1, RGB, 1, 8, its colours are in planes",
    "1.2.840.10008.1.2.1, RGB, 0, 12, of the 8 bits of its samples 12 are used",
  })
  void pixelsThatBioFormatsShowsWronglyAreRefused(
      String syntax, String colours, int planar, int stored, String why) {
    header(syntax, "TILED_FULL", 2);
    text(0x28, 4, "CS", colours);
    number(0x28, 6, 16, planar);
    number(0x28, 0x101, 16, stored);
    assertThatThrownBy(() -> of(plain(2)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("a.dcm: is a DICOM slide that can't be read rightly: " + why);
  }

  @Test
  void moreFramesThanTheMatrixHasAreRefused() {
    header("1.2.840.10008.1.2.1", "TILED_FULL", 3);
    isRefused(plain(3)).hasMessageContaining("it has 3 frames, its 100 x 60 pixels need 2");
    header("1.2.840.10008.1.2.1", "", Integer.MAX_VALUE);
    isRefused(plain(1)).hasMessageContaining("it claims 2147483647 frames");
    isRefused(jpeg(frame(), frame(), frame()))
        .hasMessageContaining("it has 3 fragments for 2 frames");
  }

  private void place(int column, int row) {
    number(0x48, 0x21e, 32, column);
    number(0x48, 0x21f, 32, row);
  }

  private byte[] plain(int frames) {
    pixels(frames * 64 * 64 * 3);
    bytes.writeBytes(new byte[frames * 64 * 64 * 3]);
    return bytes.toByteArray();
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
