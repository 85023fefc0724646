package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Broken files: the folder {@code defects} has one folder for each, named by its defect, with the
 * file it starts from, the bytes that are put into it, and the words that tell the user.
 */
class DefectsTest {

  @TempDir Path folder;

  static Stream<String> defects() throws IOException, URISyntaxException {
    Path all = Path.of(DefectsTest.class.getResource("defects").toURI());
    try (Stream<Path> folders = Files.list(all)) {
      List<String> names = folders.map(path -> path.getFileName().toString()).sorted().toList();
      return names.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("defects")
  void isToldInOneSentenceWithFileAndPlace(String name) throws Exception {
    Properties defect = new Properties();
    Path description =
        Path.of(DefectsTest.class.getResource("defects/" + name + "/defect.properties").toURI());
    try (Reader reader = Files.newBufferedReader(description)) {
      defect.load(reader);
    }
    String ending = defect.getProperty("base").equals("bif") ? ".bif" : ".tif";
    Path file = Files.write(folder.resolve(name + ending), broken(defect));
    boolean onOpening = defect.getProperty("on").equals("open");
    Throwable thrown =
        catchThrowable(
            () -> {
              try (Slide slide = Slides.open(file, SlideOptions.defaults())) {
                assertThat(onOpening).as("opens though it should not").isFalse();
                slide.read(Region.of(slide.full()));
              }
            });
    assertThat(thrown)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(name + ending + ": ")
        .hasMessageContaining(defect.getProperty("expected"));
    assertThat(thrown instanceof CorruptTileException).isEqualTo(!onOpening);
  }

  private static byte[] broken(Properties defect) throws IOException {
    if (defect.getProperty("base").equals("bif")) {
      return brokenBif(defect);
    }
    TestTiff tiff = base(defect.getProperty("base"));
    byte[] bytes = tiff.bytes();
    if (defect.containsKey("description")) {
      return described(tiff, bytes, defect.getProperty("description"));
    }
    if (defect.containsKey("cut")) {
      return Arrays.copyOf(bytes, Integer.parseInt(defect.getProperty("cut")));
    }
    String patch =
        (defect.getProperty("bytes") + defect.getProperty("then", ""))
            .replace("DIRECTORY", HexFormat.of().formatHex(Arrays.copyOfRange(bytes, 4, 8)));
    byte[] patched = HexFormat.of().parseHex(patch);
    int at = place(tiff, bytes, defect.getProperty("at"));
    System.arraycopy(patched, 0, bytes, at, patched.length);
    return bytes;
  }

  /** Writes a Ventana slide of 3 x 2 tiles with another text in its XML or in its descriptions. */
  private static byte[] brokenBif(Properties defect) throws IOException {
    TestBif.Grid grid = new TestBif.Grid(3, 2, 24, 18);
    RgbImage mosaic = TestBif.picture(192, 128);
    String xml = TestBif.encodeInfo(grid, "RIGHT", "UP");
    if (defect.containsKey("xml")) {
      xml = defect.getProperty("xml");
    } else if (defect.containsKey("in-xml")) {
      assertThat(xml).contains(defect.getProperty("in-xml"));
      xml = xml.replace(defect.getProperty("in-xml"), defect.getProperty("by"));
    }
    TestTiff tiff =
        xml.isEmpty()
            ? TestBif.file(mosaic, 8)
            : TestBif.file(mosaic, 8, TestTiff.Extra.text(TiffTag.XMP, xml));
    String file = new String(tiff.bytes(), StandardCharsets.ISO_8859_1);
    String described = defect.getProperty("in-descriptions", "");
    String by = defect.getProperty("in-descriptions-by", "");
    assertThat(by).as("the same length").hasSameSizeAs(described);
    return file.replace(described, by).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Puts a description in the place of the planar configuration, whose 1 is understood. */
  private static byte[] described(TestTiff tiff, byte[] bytes, String description) {
    byte[] text = description.getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(bytes, bytes.length + text.length);
    System.arraycopy(text, 0, all, bytes.length, text.length);
    ByteBuffer.wrap(all)
        .order(ByteOrder.LITTLE_ENDIAN)
        .position(tiff.entryAt(TiffTag.PLANAR_CONFIGURATION))
        .putShort((short) TiffTag.IMAGE_DESCRIPTION)
        .putShort((short) 2)
        .putInt(text.length)
        .putInt(bytes.length);
    return all;
  }

  private static TestTiff base(String name) throws IOException {
    TestTiff.Form form =
        switch (name) {
          case "jpeg-tiles" -> TestTiff.Form.tiled(7);
          case "deflate-tiles" -> TestTiff.Form.tiled(8);
          case "packbits-tiles" -> TestTiff.Form.tiled(32773);
          default -> new TestTiff.Form(0, 1, false, 8, false, false);
        };
    RgbImage picture = RgbImage.blank(150, 100);
    for (int i = 0; i < picture.rgb().length; i++) {
      picture.rgb()[i] = (byte) (100 + 70 * Math.sin(i / 11.0) + i * 31 % 40);
    }
    return TestTiff.of(picture, form);
  }

  /**
   * Finds a place: {@code header}, {@code directory}, {@code link} (to the next directory), {@code
   * tag:N} (its entry), {@code value:N} (its first value), {@code tile:N}, {@code tile-end:N}
   * (behind it, so with {@code -N} bytes back), {@code frame:N} (the frame header of a tile's JPEG
   * stream); {@code +N} bytes on.
   */
  private static int place(TestTiff tiff, byte[] bytes, String text) {
    int plus = Math.max(text.indexOf('+'), text.indexOf("-", text.indexOf(':') + 1));
    int further = plus < 0 ? 0 : Integer.parseInt(text.substring(plus));
    String place = plus < 0 ? text : text.substring(0, plus);
    int colon = place.indexOf(':');
    int number = colon < 0 ? 0 : Integer.parseInt(place.substring(colon + 1));
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int directory = file.getInt(4);
    int start =
        switch (colon < 0 ? place : place.substring(0, colon)) {
          case "header" -> 0;
          case "directory" -> directory;
          case "link" -> directory + 2 + 12 * file.getShort(directory);
          case "tag" -> tiff.entryAt(number);
          case "value" -> file.getInt(tiff.entryAt(number) + 8);
          case "tile" -> tiff.tileAt(number);
          case "tile-end" -> tiff.tileAt(number) + tiff.tileBytes(number);
          case "frame" -> frame(bytes, tiff.tileAt(number));
          default -> throw new IllegalArgumentException(text);
        };
    return start + further;
  }

  private static int frame(byte[] bytes, int tile) {
    int at = tile;
    while ((bytes[at] & 0xff) != 0xff || (bytes[at + 1] & 0xff) != 0xc0) {
      at++;
    }
    return at;
  }
}
