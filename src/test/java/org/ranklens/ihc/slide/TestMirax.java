package org.ranklens.ihc.slide;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/**
 * Writes a picture as a MIRAX slide: photographs that overlap, each cut into images, with the index
 * and the file of settings that say so.
 */
final class TestMirax {

  static final int IMAGE_WIDTH = 40;
  static final int IMAGE_HEIGHT = 32;
  static final int OVERLAP = 8;

  /** How the places of the photographs are told. */
  enum Places {
    PLAIN,
    DEFLATED,
    NONE
  }

  private final RgbImage picture;
  private final int columns;
  private final int rows;
  private final int divisions;
  private Places places = Places.PLAIN;
  private boolean png = true;
  private int missingPhoto = -1;
  private int shift;
  private int overlapX = OVERLAP;
  private int overlapY = OVERLAP;

  private record Stored(int number, int file, int offset, int length) {}

  /**
   * A slide of a picture.
   *
   * @param columns of photographs
   * @param rows of photographs
   * @param divisions of a photograph into images, along an edge
   */
  TestMirax(RgbImage picture, int columns, int rows, int divisions) {
    this.picture = picture;
    this.columns = columns;
    this.rows = rows;
    this.divisions = divisions;
  }

  /** Returns the picture's edge that photographs of so many images cover. */
  static int covered(int photos, int divisions, int image) {
    return photos * divisions * image - (photos - 1) * OVERLAP;
  }

  TestMirax places(Places how) {
    places = how;
    return this;
  }

  TestMirax jpeg() {
    png = false;
    return this;
  }

  TestMirax overlap(int across, int down) {
    overlapX = across;
    overlapY = down;
    return this;
  }

  /** Leaves a photograph out. */
  TestMirax without(int photo) {
    missingPhoto = photo;
    return this;
  }

  /** Takes every other photograph this many pixels further right and down. */
  TestMirax shifted(int pixels) {
    shift = pixels;
    return this;
  }

  /** Returns where a photograph lies in the picture. */
  private int x(int photo) {
    return photo % columns * (divisions * IMAGE_WIDTH - overlapX) + photo % 2 * shift;
  }

  private int y(int photo) {
    return photo / columns * (divisions * IMAGE_HEIGHT - overlapY) + photo % 2 * shift;
  }

  /** Writes {@code name.mrxs} and its folder; returns the former. */
  Path write(Path folder, String name) throws IOException {
    Path own = Files.createDirectories(folder.resolve(name));
    List<ByteArrayOutputStream> data =
        List.of(new ByteArrayOutputStream(), new ByteArrayOutputStream());
    List<List<Stored>> levels = List.of(images(data, 1), images(data, 2));
    Stored record = put(data, 0, 1, records());
    for (int i = 0; i < data.size(); i++) {
      Files.write(own.resolve("Data%04d.dat".formatted(i)), data.get(i).toByteArray());
    }
    Files.write(own.resolve("Index.dat"), index(levels, record));
    Files.writeString(own.resolve("Slidedat.ini"), "\ufeff" + settings());
    return Files.write(folder.resolve(name + ".mrxs"), TestTiff.jpeg(RgbImage.blank(30, 20)));
  }

  private List<Stored> images(List<ByteArrayOutputStream> data, int concat) throws IOException {
    List<Stored> stored = new ArrayList<>();
    for (int row = 0; row < rows * divisions; row += concat) {
      for (int column = 0; column < columns * divisions; column += concat) {
        RgbImage image = RgbImage.blank(IMAGE_WIDTH, IMAGE_HEIGHT);
        boolean taken = false;
        for (int part = 0; part < concat * concat; part++) {
          int i = column + part % concat;
          int j = row + part / concat;
          int photo = j / divisions * columns + i / divisions;
          if (photo != missingPhoto) {
            taken = true;
            draw(photo, i, j, concat, image, part);
          }
        }
        if (taken) {
          byte[] stream = png ? png(image) : TestTiff.jpeg(image);
          stored.add(put(data, row * columns * divisions + column, (row + column) % 2, stream));
        }
      }
    }
    return stored;
  }

  /** Draws an image of the finest cut as a part of one: every so-manieth pixel, the mean of it. */
  private void draw(int photo, int i, int j, int concat, RgbImage image, int part) {
    int left = x(photo) + i % divisions * IMAGE_WIDTH;
    int top = y(photo) + j % divisions * IMAGE_HEIGHT;
    int toX = part % concat * IMAGE_WIDTH / concat;
    int toY = part / concat * IMAGE_HEIGHT / concat;
    for (int y = 0; y < IMAGE_HEIGHT / concat; y++) {
      for (int x = 0; x < IMAGE_WIDTH / concat; x++) {
        for (int c = 0; c < 3; c++) {
          int sum = 0;
          for (int k = 0; k < concat * concat; k++) {
            int fromX = left + x * concat + k % concat;
            int fromY = top + y * concat + k / concat;
            sum += picture.rgb()[3 * (fromY * picture.width() + fromX) + c] & 0xff;
          }
          image.rgb()[3 * ((toY + y) * IMAGE_WIDTH + toX + x) + c] =
              (byte) (sum / (concat * concat));
        }
      }
    }
  }

  private static byte[] png(RgbImage image) throws IOException {
    BufferedImage buffered =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < image.width() * image.height(); i++) {
      int rgb = 0;
      for (int c = 0; c < 3; c++) {
        rgb = (rgb << 8) | (image.rgb()[3 * i + c] & 0xff);
      }
      buffered.setRGB(i % image.width(), i / image.width(), rgb);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(buffered, "png", out);
    return out.toByteArray();
  }

  private static Stored put(
      List<ByteArrayOutputStream> data, int number, int file, byte[] content) {
    Stored stored = new Stored(number, file, data.get(file).size(), content.length);
    data.get(file).writeBytes(content);
    return stored;
  }

  /** A byte of flags, x and y of each photograph; those that were not taken lie at 0, 0. */
  private byte[] records() {
    byte[] bytes = new byte[9 * columns * rows];
    ByteBuffer records = little(bytes);
    for (int photo = 0; photo < columns * rows; photo++) {
      boolean taken = photo != missingPhoto;
      records.put((byte) (taken ? 1 : 0));
      records.putInt(taken ? x(photo) : 0);
      records.putInt(taken ? y(photo) : 0);
    }
    if (places != Places.DEFLATED) {
      return bytes;
    }
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    byte[] packed = new byte[1_000];
    int length = deflater.deflate(packed);
    deflater.end();
    return java.util.Arrays.copyOf(packed, length);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] index(List<List<Stored>> levels, Stored other) {
    byte[] head = ("01.02" + "F".repeat(32)).getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = new byte[100_000];
    ByteBuffer out = little(bytes);
    out.put(head);
    int tables = head.length + 8;
    out.putInt(tables).putInt(tables + 4 * levels.size());
    out.position(tables + 4 * levels.size() + 4);
    for (int i = 0; i < levels.size(); i++) {
      out.putInt(tables + 4 * i, out.position());
      out.putInt(0).putInt(out.position() + 4);
      List<Stored> images = levels.get(i);
      int half = images.size() / 2;
      page(out, images.subList(0, half), false);
      page(out, images.subList(half, images.size()), true);
    }
    out.putInt(tables + 4 * levels.size(), out.position());
    out.putInt(0).putInt(out.position() + 4);
    out.putInt(1).putInt(0).putInt(0).putInt(0);
    out.putInt(other.offset()).putInt(other.length()).putInt(other.file());
    return java.util.Arrays.copyOf(bytes, out.position());
  }

  private static void page(ByteBuffer out, List<Stored> images, boolean last) {
    out.putInt(images.size());
    out.putInt(last ? 0 : out.position() + 4 + 16 * images.size());
    for (Stored image : images) {
      out.putInt(image.number()).putInt(image.offset());
      out.putInt(image.length()).putInt(image.file());
    }
  }

  private String settings() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        [GENERAL]
        SLIDE_ID = %s
        IMAGENUMBER_X = %d
        IMAGENUMBER_Y = %d
        OBJECTIVE_MAGNIFICATION = 20
        CameraImageDivisionsPerSide = %d
        [HIERARCHICAL]
        HIER_COUNT = 1
        NONHIER_COUNT = %d
        INDEXFILE = Index.dat
        HIER_0_NAME = Slide zoom level
        HIER_0_COUNT = 2
        HIER_0_VAL_0_SECTION = LEVEL_0
        HIER_0_VAL_1_SECTION = LEVEL_1
        NONHIER_0_NAME = %s
        NONHIER_0_COUNT = 1
        [DATAFILE]
        FILE_COUNT = 2
        FILE_0 = Data0000.dat
        FILE_1 = Data0001.dat
        """
            .formatted(
                "F".repeat(32),
                columns * divisions,
                rows * divisions,
                divisions,
                places == Places.NONE ? 0 : 1,
                places == Places.PLAIN ? "VIMSLIDE_POSITION_BUFFER" : "StitchingIntensityLayer"));
    for (int level = 0; level < 2; level++) {
      text.append(
          """
          [LEVEL_%d]
          IMAGE_CONCAT_FACTOR = %d
          OVERLAP_X = %s
          OVERLAP_Y = %s
          MICROMETER_PER_PIXEL_X = %s
          MICROMETER_PER_PIXEL_Y = %s
          IMAGE_FORMAT = %s
          DIGITIZER_WIDTH = %d
          DIGITIZER_HEIGHT = %d
          """
              .formatted(
                  level,
                  level,
                  overlapX >> level,
                  overlapY >> level,
                  0.325 * (1 << level),
                  0.325 * (1 << level),
                  png ? "PNG" : "JPEG",
                  IMAGE_WIDTH,
                  IMAGE_HEIGHT));
    }
    return text.toString();
  }
}
