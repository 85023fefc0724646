package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What honest scanners and programs write though TIFF 6.0 has it otherwise. */
class OddTiffTest {

  private static final TestTiff.Form TILES = TestTiff.Form.tiled(8);

  @TempDir Path folder;

  /** Smooth and unlike in every direction and channel. */
  private static RgbImage picture(int width, int height) {
    RgbImage image = RgbImage.blank(width, height);
    for (int i = 0; i < width * height; i++) {
      image.rgb()[3 * i] = (byte) (40 + i % width);
      image.rgb()[3 * i + 1] = (byte) (230 - i / width);
      image.rgb()[3 * i + 2] = (byte) (100 + (i % width + i / width) / 4);
    }
    return image;
  }

  private Slide open(TestTiff tiff) throws IOException {
    return open(tiff.bytes());
  }

  private Slide open(byte[] bytes) throws IOException {
    return Slides.open(Files.write(folder.resolve("a.tif"), bytes), SlideOptions.defaults());
  }

  /** A file whose table of tiles names some more than its picture has. */
  private static TestTiff withMore(RgbImage picture, int... further) throws IOException {
    TestTiff plain = TestTiff.of(picture, TILES);
    int tiles = (picture.width() + 63) / 64 * ((picture.height() + 63) / 64);
    int[] offsets = Arrays.copyOf(new int[0], tiles + further.length);
    int[] counts = offsets.clone();
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = i < tiles ? plain.tileAt(i) : further[i - tiles];
      counts[i] = i < tiles ? plain.tileBytes(i) : Math.min(1, further[i - tiles]);
    }
    return TestTiff.of(
        picture,
        TILES,
        TestTiff.Extra.numbers(TiffTag.TILE_OFFSETS, offsets),
        TestTiff.Extra.numbers(TiffTag.TILE_BYTE_COUNTS, counts));
  }

  @Test
  void entriesOfTilesThatHoldNothingAreLeftAlone() throws IOException {
    RgbImage picture = picture(150, 100);
    try (Slide slide = open(withMore(picture, 0, 0))) {
      assertThat(slide.read(Region.of(slide.full())).rgb()).isEqualTo(picture.rgb());
    }
  }

  @Test
  void aFurtherRowOfTilesBehindAFullLastOneIsLeftAlone() throws IOException {
    RgbImage picture = picture(150, 128);
    try (Slide slide = open(withMore(picture, 9, 9, 9))) {
      assertThat(slide.read(Region.of(slide.full())).rgb()).isEqualTo(picture.rgb());
    }
  }

  @Test
  void furtherTilesThatHoldSomethingContradictTheSize() {
    assertThatThrownBy(() -> open(withMore(picture(150, 100), 9, 9, 9)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("an image of 6 tiles lists 9");
  }

  @Test
  void tilesThatWereNeverWrittenAreWhiteAndCounted() throws IOException {
    TestTiff tiff =
        TestTiff.of(
            picture(100, 60),
            TILES,
            TestTiff.Extra.numbers(TiffTag.TILE_OFFSETS, 0, 0),
            TestTiff.Extra.numbers(TiffTag.TILE_BYTE_COUNTS, 0, 0));
    try (Slide slide = open(tiff)) {
      assertThat(slide.read(Region.of(slide.full())).rgb()).containsOnly(255);
      assertThat(slide.facts().remarks())
          .containsExactly("2 of its 2 tiles were never written and are white");
    }
  }

  @Test
  void anAperioTileOfNoLengthIsWhiteAndCountedWhereverItIsSaidToLie() throws IOException {
    TestTiff tiff =
        TestTiff.of(
            picture(100, 60),
            TILES,
            TestTiff.Extra.text(TiffTag.IMAGE_DESCRIPTION, "Aperio Image Library v12\n100x60"),
            TestTiff.Extra.numbers(TiffTag.TILE_OFFSETS, 8, 8),
            TestTiff.Extra.numbers(TiffTag.TILE_BYTE_COUNTS, 0, 0));
    try (Slide slide = open(tiff)) {
      assertThat(slide.read(Region.of(slide.full())).rgb()).containsOnly(255);
      assertThat(slide.facts().remarks())
          .containsExactly("2 of its 2 tiles were never written and are white");
    }
  }

  @Test
  void anAperioTileThatIsMissingShowsWhatTheLargerLevelHas() throws IOException {
    RgbImage large = RgbImage.blank(256, 192);
    Arrays.fill(large.rgb(), 0, large.rgb().length / 2, (byte) 90);
    TestTiff.Extra aperio =
        TestTiff.Extra.text(TiffTag.IMAGE_DESCRIPTION, "Aperio Image Library v12\n256x192");
    TestTiff first = TestTiff.of(large, TILES, aperio);
    TestTiff both =
        first.and(
            picture(64, 48),
            TILES,
            aperio,
            TestTiff.Extra.numbers(TiffTag.TILE_OFFSETS, 8),
            TestTiff.Extra.numbers(TiffTag.TILE_BYTE_COUNTS, 0));
    try (Slide slide = open(both)) {
      assertThat(slide.levels()).hasSize(2);
      byte[] small = slide.read(Region.of(slide.levels().get(1))).rgb();
      assertThat(Arrays.copyOf(small, small.length / 2)).containsOnly(90);
      assertThat(Arrays.copyOfRange(small, small.length / 2, small.length)).containsOnly(0);
    }
  }

  @Test
  void aPhilipsLevelEndsWhereItsSpacingSaysNotWhereItsTilesDo() throws IOException {
    String xml =
        "<?xml version=\"1.0\"?><DataObject ObjectType=\"DPUfsImport\">"
            + "<Attribute Name=\"PIIM_PIXEL_DATA_REPRESENTATION_SEQUENCE\"><Array>"
            + "<DataObject><Attribute Name=\"DICOM_PIXEL_SPACING\">\"0.00025\" \"0.00025\"</Attribute>"
            + "</DataObject><DataObject><Attribute Name=\"DICOM_PIXEL_SPACING\">\"0.0005\" \"0.0005\""
            + "</Attribute></DataObject></Array></Attribute></DataObject>";
    // The smaller level has 160 x 96 pixels, and is filled up to tiles of 64.
    TestTiff tiff =
        TestTiff.of(picture(320, 192), TILES, TestTiff.Extra.text(TiffTag.IMAGE_DESCRIPTION, xml))
            .and(picture(192, 128), TILES);
    try (Slide slide = open(tiff)) {
      assertThat(slide.levels())
          .containsExactly(new Level(0, 320, 192, 1), new Level(1, 160, 96, 2));
      RgbImage small = slide.read(Region.of(slide.levels().get(1)));
      RgbImage part = RgbImage.blank(160, 96);
      picture(192, 128).copyTo(0, 0, part, 0, 0, 160, 96);
      assertThat(small.rgb()).isEqualTo(part.rgb());
    }
  }

  @Test
  void tilesCutAtTheEdgesAreRead() throws IOException {
    RgbImage picture = picture(100, 80);
    int[] tile = {0};
    TestTiff tiff =
        TestTiff.of(
            picture,
            TestTiff.Form.tiled(7),
            whole -> {
              RgbImage cut =
                  RgbImage.blank(tile[0] % 2 == 0 ? 64 : 100 - 64, tile[0] < 2 ? 64 : 80 - 64);
              whole.copyTo(0, 0, cut, 0, 0, cut.width(), cut.height());
              tile[0]++;
              return TestTiff.jpeg(cut);
            });
    try (Slide slide = open(tiff)) {
      PictureComparison.assertSame(picture, slide.read(Region.of(slide.full())), 2);
    }
  }

  @Test
  void aStreamThatCallsItselfRgbIsRgbWhateverTheTagSays() throws IOException {
    RgbImage picture = picture(100, 80);
    // Adobe's marker, transform 0, behind the start of image in the place of JFIF's.
    byte[] adobe = {-1, -18, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
    TestTiff tiff =
        TestTiff.of(
            picture,
            TestTiff.Form.tiled(7),
            tile -> {
              byte[] jfif = TestTiff.jpeg(inYcc(tile));
              int behind = 4 + (jfif[5] & 0xff);
              ByteArrayOutputStream stream = new ByteArrayOutputStream();
              stream.write(jfif, 0, 2);
              stream.write(adobe, 0, adobe.length);
              stream.write(jfif, behind, jfif.length - behind);
              return stream.toByteArray();
            });
    try (Slide slide = open(tiff)) {
      PictureComparison.assertSame(picture, slide.read(Region.of(slide.full())), 3);
    }
  }

  /** Returns colours that the encoder's change to YCbCr turns into the given ones. */
  private static RgbImage inYcc(RgbImage samples) {
    RgbImage rgb = RgbImage.blank(samples.width(), samples.height());
    for (int i = 0; i < rgb.rgb().length; i += 3) {
      double y = samples.rgb()[i] & 0xff;
      double cb = (samples.rgb()[i + 1] & 0xff) - 128;
      double cr = (samples.rgb()[i + 2] & 0xff) - 128;
      rgb.rgb()[i] = clamp(y + 1.402 * cr);
      rgb.rgb()[i + 1] = clamp(y - 0.344136 * cb - 0.714136 * cr);
      rgb.rgb()[i + 2] = clamp(y + 1.772 * cb);
    }
    return rgb;
  }

  private static byte clamp(double value) {
    return (byte) Math.max(0, Math.min(255, Math.rint(value)));
  }

  @Test
  void bitsOfFillOrderTwoAreTurnedRound() throws IOException {
    RgbImage picture = picture(128, 64);
    TestTiff tiff =
        TestTiff.of(
            new RgbImage(128, 64, Unpacking.mirrored(picture.rgb())),
            TestTiff.Form.tiled(1),
            TestTiff.Extra.numbers(TiffTag.FILL_ORDER, 2));
    // 0x01 has the bit at the other end of 0x80, 0x0b that of 0xd0.
    assertThat(Unpacking.mirrored(new byte[] {1, 0x0b, -1}))
        .containsExactly((byte) 0x80, (byte) 0xd0, (byte) 0xff);
    try (Slide slide = open(tiff)) {
      assertThat(slide.read(Region.of(slide.full())).rgb()).isEqualTo(picture.rgb());
    }
  }

  @Test
  void tilesMayBeListedByTheTagsOfStrips() throws IOException {
    RgbImage picture = picture(150, 100);
    TestTiff tiff = TestTiff.of(picture, TILES);
    byte[] bytes = renamed(tiff, tiff.bytes(), TiffTag.TILE_OFFSETS, TiffTag.STRIP_OFFSETS);
    renamed(tiff, bytes, TiffTag.TILE_BYTE_COUNTS, TiffTag.STRIP_BYTE_COUNTS);
    try (Slide slide = open(bytes)) {
      assertThat(slide.read(Region.of(slide.full())).rgb()).isEqualTo(picture.rgb());
    }
  }

  @Test
  void threeSamplesAreRgbWhereTheFileDoesNotSayItAndFourAreRefused() throws IOException {
    RgbImage picture = picture(150, 100);
    int otherTag = 60_000;
    TestTiff tiff = TestTiff.of(picture, TILES);
    try (Slide slide = open(renamed(tiff, tiff.bytes(), TiffTag.PHOTOMETRIC, otherTag))) {
      assertThat(slide.read(Region.of(slide.full())).rgb()).isEqualTo(picture.rgb());
    }
    TestTiff four =
        TestTiff.of(picture, TILES, TestTiff.Extra.numbers(TiffTag.SAMPLES_PER_PIXEL, 4));
    assertThatThrownBy(() -> open(renamed(four, four.bytes(), TiffTag.PHOTOMETRIC, otherTag)))
        .hasMessageContaining("tag 262 is missing");
  }

  @Test
  void aThumbnailIsNotTakenForASlideThatCannotBeRead() throws IOException {
    TestTiff floats =
        TestTiff.of(picture(200, 160), TILES, TestTiff.Extra.numbers(TiffTag.SAMPLE_FORMAT, 3));
    assertThatThrownBy(() -> open(floats.and(picture(100, 80), TILES)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("(its largest, 200 x 160, has 3 x 8 bits a pixel, floating point)");
  }

  @Test
  void anOrientationIsToldNotApplied() throws IOException {
    RgbImage picture = picture(150, 100);
    TestTiff tiff = TestTiff.of(picture, TILES, TestTiff.Extra.numbers(TiffTag.ORIENTATION, 6));
    try (Slide slide = open(tiff)) {
      assertThat(slide.read(Region.of(slide.full())).rgb()).isEqualTo(picture.rgb());
      assertThat(slide.facts().remarks())
          .containsExactly(
              "its orientation tag is not applied: the pixels are taken as they are stored");
    }
  }

  @Test
  void differencesAreUndoneInLzwAndDeflateAlone() throws IOException {
    // As libtiff reads a stray predictor beside uncompressed pixels: not at all.
    RgbImage picture = picture(150, 100);
    TestTiff tiff =
        TestTiff.of(picture, TestTiff.Form.tiled(1), TestTiff.Extra.numbers(TiffTag.PREDICTOR, 2));
    try (Slide slide = open(tiff)) {
      assertThat(slide.read(Region.of(slide.full())).rgb()).isEqualTo(picture.rgb());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "317, 4, 3", // a predictor of floats beside uncompressed pixels
    "339, 4, 4", // samples of a kind that the writer didn't know
    "256, 9, 150", // a width with a sign
    "277, 8, 3", // samples with a sign
    "278, 9, -1", // one strip
  })
  void tagsThatOtherReadersPutUpWithAreRead(int tag, int type, int value) throws IOException {
    RgbImage picture = picture(150, 100);
    TestTiff.Form form = new TestTiff.Form(tag == 278 ? 0 : 64, 1, false, 8, false, false);
    TestTiff tiff =
        TestTiff.of(picture, form, oneStrip(tag), TestTiff.Extra.numbers(tag, value).as(type));
    try (Slide slide = open(tiff)) {
      assertThat(slide.read(Region.of(slide.full())).rgb()).isEqualTo(picture.rgb());
    }
  }

  /** Strips of 32 rows lie behind each other, so that they may be called one. */
  private static TestTiff.Extra oneStrip(int tag) {
    return TestTiff.Extra.numbers(tag == 278 ? TiffTag.STRIP_BYTE_COUNTS : 60_000, 150 * 100 * 3);
  }

  @Test
  void ofATagThatStandsThereTwiceTheFirstCounts() throws IOException {
    RgbImage picture = picture(150, 100);
    TestTiff tiff = TestTiff.of(picture, TILES, TestTiff.Extra.numbers(60_000, 75));
    try (Slide slide = open(renamed(tiff, tiff.bytes(), 60_000, TiffTag.IMAGE_WIDTH))) {
      assertThat(slide.read(Region.of(slide.full())).rgb()).isEqualTo(picture.rgb());
    }
  }

  @ParameterizedTest
  @CsvSource({"false, 1", "true, 2"})
  void aSubIfdThatWasNeverWrittenOrIsInTheChainIsLetBe(boolean inChain, int levels)
      throws IOException {
    RgbImage picture = picture(300, 200);
    TestTiff tiff =
        TestTiff.of(picture, TILES, TestTiff.Extra.numbers(TiffTag.SUB_IFDS, 0))
            .and(picture(150, 100), TILES);
    ByteBuffer file = ByteBuffer.wrap(tiff.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    int directory = file.getInt(4);
    int link = directory + 2 + 12 * file.getShort(directory);
    int next = file.getInt(link);
    int entry = directory + 2;
    while (Short.toUnsignedInt(file.getShort(entry)) != TiffTag.SUB_IFDS) {
      entry += 12;
    }
    file.putInt(entry + 8, inChain ? next : 0).putInt(link, inChain ? next : 0);
    try (Slide slide = open(file.array())) {
      assertThat(slide.read(Region.of(slide.full())).rgb()).isEqualTo(picture.rgb());
      assertThat(slide.levels()).hasSize(levels);
    }
  }

  @Test
  void pagesAsLargeAsTheSlideAreToldAsLeftOut() throws IOException {
    RgbImage picture = picture(150, 100);
    TestTiff pages = TestTiff.of(picture, TILES).and(picture, TILES).and(picture(75, 50), TILES);
    try (Slide slide = open(pages)) {
      assertThat(slide.levels()).hasSize(2);
      assertThat(slide.facts().warnings())
          .containsExactly(
              "of its 2 scanned areas only the largest is analysed, not: image 1, 150 x 100"
                  + " pixels");
    }
  }

  @Test
  void theChannelsOfImageJAreNotTakenForGrey() throws IOException {
    TestTiff composite =
        TestTiff.of(
            picture(150, 100),
            TILES,
            TestTiff.Extra.text(
                TiffTag.IMAGE_DESCRIPTION, "ImageJ=1.53t\nimages=12\nchannels=4\nslices=3\n"));
    assertThatThrownBy(() -> open(composite))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has 4 channels as pictures of their own");
  }

  @Test
  void aBrokenTagThatNothingNeedsIsLetBe() throws IOException {
    RgbImage picture = picture(150, 100);
    TestTiff.Extra text = TestTiff.Extra.text(60_000, "of no use to a reader of slides");
    TestTiff tiff = TestTiff.of(picture, TILES, text);
    byte[] bytes = tiff.bytes();
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(tiff.entryAt(60_000) + 8, bytes.length);
    try (Slide slide = open(bytes)) {
      assertThat(slide.read(Region.of(slide.full())).rgb()).isEqualTo(picture.rgb());
    }
  }

  @ParameterizedTest
  @CsvSource({
    TiffTag.IMAGE_DESCRIPTION + ",2",
    TiffTag.ORIENTATION + ",3",
    TiffTag.X_RESOLUTION + ",5",
    TiffTag.Y_RESOLUTION + ",5",
    TiffTag.RESOLUTION_UNIT + ",3",
    TiffTag.SOFTWARE + ",2",
    TiffTag.XMP + ",1"
  })
  void aBrokenTagThatOnlyDescribesIsPassedOverWithAWarning(int tag, int type) throws IOException {
    RgbImage picture = picture(150, 100);
    TestTiff tiff =
        TestTiff.of(picture, TILES, TestTiff.Extra.text(tag, "overwritten: some words"));
    byte[] past = tiff.bytes();
    ByteBuffer entry = ByteBuffer.wrap(past).order(ByteOrder.LITTLE_ENDIAN);
    entry.putShort(tiff.entryAt(tag) + 2, (short) type).putInt(tiff.entryAt(tag) + 8, past.length);
    assertPassedOver(past, picture, "the values of tag %d lie past the end".formatted(tag));
    byte[] many = tiff.bytes();
    ByteBuffer.wrap(many).order(ByteOrder.LITTLE_ENDIAN).putInt(tiff.entryAt(tag) + 4, -1);
    assertPassedOver(many, picture, "tag %d claims 4294967295 values".formatted(tag));
    byte[] odd = tiff.bytes();
    ByteBuffer.wrap(odd).order(ByteOrder.LITTLE_ENDIAN).putShort(tiff.entryAt(tag) + 2, (short) 99);
    assertPassedOver(odd, picture, "tag %d is of the unknown type 99".formatted(tag));
  }

  private void assertPassedOver(byte[] file, RgbImage picture, String why) throws IOException {
    try (Slide slide = open(file)) {
      assertThat(slide.read(Region.of(slide.full())).rgb()).isEqualTo(picture.rgb());
      assertThat(slide.facts().warnings())
          .singleElement()
          .asString()
          .startsWith("what only describes the slide was passed over: " + why);
    }
  }

  @Test
  void aVentanaSlideWhoseXmlIsBrokenIsNotReadAsAPlainTiff() throws IOException {
    TestTiff tiff =
        TestTiff.of(
            picture(150, 100),
            TILES,
            TestTiff.Extra.text(TiffTag.IMAGE_DESCRIPTION, "level=0 mag=20 quality=95"),
            TestTiff.Extra.text(TiffTag.XMP, "<iScan/>"));
    byte[] bytes = tiff.bytes();
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(tiff.entryAt(TiffTag.XMP) + 8, bytes.length);
    assertThatThrownBy(() -> open(bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the values of tag 700 lie past the end");
  }

  /** TIFF 6.0, ExtraSamples: 0 is unspecified data, 1 alpha, 2 alpha not multiplied. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"0;90;its fourth sample, which is not said to be alpha, is left out", "2;255;"})
  void aFourthSampleOfZerosHidesThePictureOnlyWhereItIsAlpha(int extra, int seen, String remark)
      throws IOException {
    byte[] four = new byte[64 * 64 * 4];
    for (int i = 0; i < four.length; i++) {
      four[i] = (byte) (i % 4 == 3 ? 0 : 90);
    }
    TestTiff tiff =
        TestTiff.of(
            picture(64, 64),
            new TestTiff.Form(64, 40_000, false, 8, false, false),
            tile -> four,
            TestTiff.Extra.numbers(TiffTag.COMPRESSION, 1),
            TestTiff.Extra.numbers(TiffTag.BITS_PER_SAMPLE, 8, 8, 8, 8),
            TestTiff.Extra.numbers(TiffTag.SAMPLES_PER_PIXEL, 4),
            TestTiff.Extra.numbers(TiffTag.EXTRA_SAMPLES, extra));
    try (Slide slide = open(tiff)) {
      assertThat(slide.read(Region.of(slide.full())).rgb()).containsOnly(seen);
      assertThat(String.join("", slide.facts().remarks())).isEqualTo(remark == null ? "" : remark);
    }
  }

  @Test
  void anAperioThumbnailAloneIsNoSlide() throws IOException {
    TestTiff.Form strips = new TestTiff.Form(0, 8, false, 8, false, false);
    TestTiff.Extra thumbnail =
        TestTiff.Extra.text(
            TiffTag.IMAGE_DESCRIPTION, "Aperio Image Library v11.2.1 \n2220x2967 -> 150x100 - ;x");
    TestTiff.Extra label =
        TestTiff.Extra.text(
            TiffTag.IMAGE_DESCRIPTION, "Aperio Image Library v11.2.1 \nlabel 64x64");
    assertThatThrownBy(
            () ->
                open(
                    TestTiff.of(picture(150, 100), strips, thumbnail)
                        .and(picture(64, 64), strips, label)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds no picture but labels, macro photographs and thumbnails");
  }

  @Test
  void anAperioSlideThatLostItsLargestPictureHasNoPixelSize() throws IOException {
    // The form of a real level: its MPP is that of level 0.
    TestTiff level =
        TestTiff.of(
            picture(150, 100),
            TILES,
            TestTiff.Extra.text(
                TiffTag.IMAGE_DESCRIPTION,
                "Aperio Image Library v10.0.51\n920x714 [0,100 600x400] (240x240) -> 150x100"
                    + " JPEG/RGB Q=65|AppMag = 20|MPP = 0.4990"));
    try (Slide slide = open(level)) {
      assertThat(slide.facts().pixelSize())
          .isEqualTo(
              PixelSize.missing(
                  "its largest picture was made smaller from one 600 pixels wide, which the file"
                      + " does not hold"));
    }
  }

  @Test
  void samplesOfSeveralKindsAreToldOneByOne() throws IOException {
    TestTiff mixed =
        TestTiff.of(
            picture(200, 160),
            TILES,
            TestTiff.Extra.numbers(TiffTag.BITS_PER_SAMPLE, 8, 8, 16),
            TestTiff.Extra.numbers(TiffTag.SAMPLE_FORMAT, 1, 1, 2));
    assertThatThrownBy(() -> open(mixed))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has 3 x 8/16 bits a pixel, whole numbers and with a sign)");
  }

  @Test
  void sharedJpegTablesMayLackTheirEnd() throws IOException {
    RgbImage picture = picture(100, 80);
    byte[] stream = TestTiff.jpeg(cut(picture));
    int frame = indexOf(stream, 0xc0);
    // JFIF's marker is 18 bytes behind the start of image; quantisation and Huffman tables follow.
    byte[] tables =
        ByteBuffer.allocate(frame - 18)
            .putShort((short) 0xffd8)
            .put(stream, 20, frame - 20)
            .array();
    int huffman = indexOf(stream, 0xc4);
    int scan = indexOf(stream, 0xda);
    byte[] all = Arrays.copyOf(tables, tables.length + scan - huffman);
    System.arraycopy(stream, huffman, all, tables.length, scan - huffman);
    TestTiff tiff =
        TestTiff.of(
            picture,
            TestTiff.Form.tiled(7),
            tile -> without(TestTiff.jpeg(tile), frame, huffman, scan),
            TestTiff.Extra.bytes(TiffTag.JPEG_TABLES, all));
    try (Slide slide = open(tiff)) {
      PictureComparison.assertSame(picture, slide.read(Region.of(slide.full())), 2);
    }
  }

  private static RgbImage cut(RgbImage picture) {
    RgbImage tile = RgbImage.blank(64, 64);
    picture.copyTo(0, 0, tile, 0, 0, 64, 64);
    return tile;
  }

  /** Leaves an abbreviated stream: start, frame, scan. */
  private static byte[] without(byte[] stream, int frame, int huffman, int scan) {
    return ByteBuffer.allocate(2 + huffman - frame + stream.length - scan)
        .put(stream, 0, 2)
        .put(stream, frame, huffman - frame)
        .put(stream, scan, stream.length - scan)
        .array();
  }

  private static int indexOf(byte[] stream, int marker) {
    int at = 2;
    while ((stream[at + 1] & 0xff) != marker) {
      at += 2 + ((stream[at + 2] & 0xff) << 8 | (stream[at + 3] & 0xff));
    }
    return at;
  }

  @Test
  void jpegTilesMayEndWithTheFirstByteOfTheNext() throws IOException {
    RgbImage picture = picture(100, 80);
    TestTiff tiff =
        TestTiff.of(
            picture,
            TestTiff.Form.tiled(7),
            tile -> {
              byte[] stream = TestTiff.jpeg(tile);
              byte[] longer = Arrays.copyOf(stream, stream.length + 1);
              longer[stream.length] = (byte) 0xff;
              return longer;
            });
    try (Slide slide = open(tiff)) {
      PictureComparison.assertSame(picture, slide.read(Region.of(slide.full())), 2);
    }
  }

  private static byte[] renamed(TestTiff tiff, byte[] bytes, int tag, int name) {
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(tiff.entryAt(tag), (short) name);
    return bytes;
  }
}
