package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files damaged by chance, in every form: each opens and reads, or is told by an exception that
 * names the file; nothing else is thrown, and no more memory is taken than the file's tiles need.
 * {@code -Dranklens.fuzz=500} damages each form so often in each way.
 */
class SlideFuzzTest {

  private static final String OME =
      "<?xml version=\"1.0\"?><OME><Image><Pixels SizeX=\"150\" SizeY=\"100\""
          + " PhysicalSizeX=\"0.5\" PhysicalSizeXUnit=\"nm\"/></Image></OME>";

  private static final String PHILIPS =
      "<?xml version=\"1.0\"?><DataObject ObjectType=\"DPUfsImport\">"
          + "<Attribute Name=\"PIIM_PIXEL_DATA_REPRESENTATION_SEQUENCE\"><Array><DataObject>"
          + "<Attribute Name=\"DICOM_PIXEL_SPACING\">\"0.0002\" \"0.0002\"</Attribute>"
          + "</DataObject></Array></Attribute></DataObject>";

  private static final int RUNS = Integer.getInteger("ranklens.fuzz", 40);

  /** A picture of 150 x 100 needs some hundred kB; a tile of the most pixels 200 MB. */
  private static final long MOST_BYTES = 700L << 20;

  @TempDir Path folder;

  /** A form, and the file in it. */
  record Base(String title, TestTiff tiff) {
    @Override
    public String toString() {
      return title;
    }
  }

  static Stream<Base> bases() throws IOException {
    RgbImage picture = RgbImage.blank(150, 100);
    for (int i = 0; i < picture.rgb().length; i++) {
      picture.rgb()[i] = (byte) (100 + 70 * Math.sin(i / 11.0) + i * 31 % 40);
    }
    Map<String, TestTiff> bases = new LinkedHashMap<>();
    bases.put("JPEG tiles", TestTiff.of(picture, TestTiff.Form.tiled(7)));
    bases.put("JPEG strips", TestTiff.of(picture, form(0, 7, false, 8, false, false)));
    bases.put(
        "JPEG 2000 tiles",
        TestTiff.of(
            picture, new TestTiff.Form(64, 33005, false, 8, false, false), TestJpeg2000::rgb));
    bases.put("deflate tiles", TestTiff.of(picture, TestTiff.Form.tiled(8)));
    bases.put("PackBits tiles", TestTiff.of(picture, TestTiff.Form.tiled(32773)));
    bases.put("uncompressed strips", TestTiff.of(picture, form(0, 1, false, 8, false, false)));
    bases.put("big-endian", TestTiff.of(picture, form(64, 8, false, 8, true, false)));
    bases.put("BigTIFF", TestTiff.of(picture, form(64, 7, false, 8, false, true)));
    bases.put("BigTIFF, big-endian", TestTiff.of(picture, form(64, 1, false, 8, true, true)));
    bases.put("planes", TestTiff.of(picture, form(64, 8, true, 8, false, false)));
    bases.put("planes of 16 bits", TestTiff.of(picture, form(64, 1, true, 16, true, false)));
    bases.put("16 bits", TestTiff.of(picture, form(64, 8, false, 16, false, false)));
    bases.put(
        "OME-XML",
        TestTiff.of(
            picture, TestTiff.Form.tiled(8), TestTiff.Extra.text(TiffTag.IMAGE_DESCRIPTION, OME)));
    bases.put(
        "Philips",
        TestTiff.of(
            picture,
            TestTiff.Form.tiled(7),
            TestTiff.Extra.text(TiffTag.IMAGE_DESCRIPTION, PHILIPS)));
    bases.put("pyramid", pyramid(picture));
    TestBif.Grid grid = new TestBif.Grid(3, 2, 24, 18);
    RgbImage mosaic = TestBif.picture(192, 128);
    String xml = TestBif.encodeInfo(grid, "LEFT", "UP");
    bases.put("Ventana BIF", TestBif.file(mosaic, 7, TestTiff.Extra.text(TiffTag.XMP, xml)));
    return bases.entrySet().stream().map(base -> new Base(base.getKey(), base.getValue()));
  }

  private static TestTiff.Form form(
      int tile, int compression, boolean planar, int bits, boolean bigEndian, boolean big) {
    return new TestTiff.Form(tile, compression, planar, bits, bigEndian, big);
  }

  private static TestTiff pyramid(RgbImage picture) throws IOException {
    RgbImage half = Downsampling.to(picture, 75, 50);
    TestTiff.Extra aperio =
        TestTiff.Extra.text(
            TiffTag.IMAGE_DESCRIPTION, "Aperio Image Library v12\n150x100;x|AppMag = 20|MPP = 0.5");
    return TestTiff.of(picture, TestTiff.Form.tiled(7), aperio)
        .and(half, TestTiff.Form.tiled(7), aperio)
        .and(Downsampling.to(picture, 37, 25), TestTiff.Form.tiled(8));
  }

  @ParameterizedTest
  @MethodSource("bases")
  void aDamagedFileIsReadOrToldByName(Base base) throws IOException {
    Random chance = new Random(base.title().hashCode());
    damaged(base, "anywhere", () -> damage(base.tiff(), chance));
  }

  @ParameterizedTest
  @MethodSource("bases")
  void aFileOfDamagedStructureIsReadOrToldByName(Base base) throws IOException {
    Random chance = new Random(base.title().hashCode() + 1L);
    damaged(base, "structure", () -> StructureDamage.of(base.tiff().bytes(), chance));
  }

  private void damaged(Base base, String where, Supplier<byte[]> damage) throws IOException {
    ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int told = 0;
    long slowestNanos = 0;
    for (int run = 0; run < RUNS; run++) {
      String name = base.title().contains("BIF") ? "broken.bif" : "broken.tif";
      Path file = Files.write(folder.resolve(name), damage.get());
      long before = memory.getCurrentThreadAllocatedBytes();
      long begun = System.nanoTime();
      String title = "%s, %s, run %d".formatted(base, where, run);
      told += read(file, new Random(run), title) ? 0 : 1;
      slowestNanos = Math.max(slowestNanos, System.nanoTime() - begun);
      assertThat(memory.getCurrentThreadAllocatedBytes() - before)
          .as("bytes allocated for %s", title)
          .isLessThan(MOST_BYTES);
    }
    if (System.getProperty("ranklens.fuzz") != null) {
      System.out.printf(
          "%s, %s: %d runs, %d told, slowest %d ms%n",
          base, where, RUNS, told, slowestNanos / 1_000_000);
    }
  }

  /** Returns whether all was read. */
  private static boolean read(Path file, Random chance, String run) {
    SlideOptions options = SlideOptions.defaults().withSkipBadTiles(chance.nextBoolean());
    try (Slide slide = Slides.open(file, options)) {
      for (Level level : slide.levels()) {
        for (int i = 0; i < 3; i++) {
          int x = chance.nextInt(level.width());
          int y = chance.nextInt(level.height());
          int width = Math.min(level.width() - x, 1 + chance.nextInt(100));
          int height = Math.min(level.height() - y, 1 + chance.nextInt(100));
          slide.read(new Region(level.index(), x, y, width, height));
        }
      }
      return true;
    } catch (IOException e) {
      assertThat(e)
          .as(run)
          .hasMessageContaining(file.getFileName().toString())
          .message()
          .doesNotContain(": null", "JJ2000");
      return false;
    } catch (RuntimeException | Error e) {
      return fail(run, e);
    }
  }

  private static byte[] damage(TestTiff base, Random chance) {
    byte[] bytes = base.bytes();
    // Behind the tiles stand the values and the directory, where little damage does much.
    int tail = base.tilesEnd();
    return switch (chance.nextInt(8)) {
      case 0 -> Arrays.copyOf(bytes, chance.nextInt(bytes.length));
      case 1 -> Arrays.copyOf(bytes, bytes.length + chance.nextInt(5_000));
      case 2 -> flipped(bytes, 0, chance);
      case 3, 4 -> flipped(bytes, tail, chance);
      case 5 -> run(bytes, chance);
      default -> odd(bytes, tail, chance);
    };
  }

  private static byte[] flipped(byte[] bytes, int from, Random chance) {
    for (int i = chance.nextInt(4); i >= 0; i--) {
      bytes[from + chance.nextInt(bytes.length - from)] ^= (byte) (1 + chance.nextInt(255));
    }
    return bytes;
  }

  private static byte[] run(byte[] bytes, Random chance) {
    int from = chance.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + 1 + chance.nextInt(200));
    Arrays.fill(bytes, from, to, (byte) (chance.nextBoolean() ? 0 : 0xff));
    return bytes;
  }

  /** Puts a number that is odd wherever it stands for a size, a count or a place. */
  private static byte[] odd(byte[] bytes, int from, Random chance) {
    int[] odd = {0, 1, 2, 8, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 65535, bytes.length, from};
    int at = from + chance.nextInt(bytes.length - from - 4);
    ByteBuffer.wrap(bytes)
        .order(chance.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
        .putInt(at, odd[chance.nextInt(odd.length)]);
    return bytes;
  }
}
