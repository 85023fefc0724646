package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.RefusedException;

/**
 * What the {@code Slidedat.ini} of a MIRAX slide (3DHISTECH) tells. The names are the file's; what
 * they mean is as OpenSlide's description of the format has it.
 *
 * @param folder of the slide's files
 * @param id stands in the index too
 * @param columns of images of the finest cut
 * @param rows of images of the finest cut
 * @param overlapX of neighbouring photographs, in pixels, where their places are not told
 * @param overlapY likewise
 * @param zooms from the largest on
 * @param places where the photographs' places are told; empty where nowhere
 * @param dataFiles whose places the index tells by number
 * @param index the index's file
 * @param pixelSize of level 0
 * @param objectivePower magnification
 * @param remarks what a user may want to know
 */
record MiraxScan(
    Path folder,
    String id,
    int columns,
    int rows,
    double overlapX,
    double overlapY,
    List<MiraxZoom> zooms,
    Optional<Places> places,
    List<Path> dataFiles,
    Path index,
    PixelSize pixelSize,
    OptionalDouble objectivePower,
    List<String> remarks) {

  /**
   * Where the places of the photographs are told.
   *
   * @param record its number among those of the index that belong to no level
   * @param deflated whether they are compressed
   */
  record Places(int record, boolean deflated) {}

  private static final String GENERAL = "GENERAL";
  private static final String HIERARCHY = "HIERARCHICAL";
  private static final int MOST_EDGE_IMAGES = 100_000;
  private static final int MOST_FILES = 10_000;
  private static final int MOST_LAYERS = 1_000;

  /** Level 30 of the largest slide would be a pixel. */
  private static final int MOST_ZOOMS = 30;

  private static final int MOST_DIVISIONS = 64;
  private static final int MOST_IMAGE_EDGE = 8_192;

  static MiraxScan read(Path folder) throws IOException {
    MiraxIni ini = MiraxIni.read(folder.resolve("Slidedat.ini"));
    int divisions =
        ini.find(GENERAL, "CameraImageDivisionsPerSide").isPresent()
            ? ini.whole(GENERAL, "CameraImageDivisionsPerSide", 1, MOST_DIVISIONS)
            : 1;
    List<MiraxZoom> zooms = zooms(ini, divisions);
    String full = section(ini, 0);
    return new MiraxScan(
        folder,
        ini.text(GENERAL, "SLIDE_ID"),
        ini.whole(GENERAL, "IMAGENUMBER_X", 1, MOST_EDGE_IMAGES),
        ini.whole(GENERAL, "IMAGENUMBER_Y", 1, MOST_EDGE_IMAGES),
        ini.number(full, "OVERLAP_X", 0, MOST_IMAGE_EDGE),
        ini.number(full, "OVERLAP_Y", 0, MOST_IMAGE_EDGE),
        zooms,
        places(ini),
        dataFiles(ini, folder),
        inside(ini, folder, HIERARCHY, "INDEXFILE"),
        pixelSize(ini, full),
        objective(ini),
        focus(ini));
  }

  private static PixelSize pixelSize(MiraxIni ini, String section) {
    String key = "MICROMETER_PER_PIXEL_X";
    double across = positive(ini.find(section, key));
    double down = positive(ini.find(section, "MICROMETER_PER_PIXEL_Y"));
    return across > 0 ? PixelSize.found(across, down, key) : PixelSize.unknown();
  }

  private static OptionalDouble objective(MiraxIni ini) {
    return TiffText.positive(ini.find(GENERAL, "OBJECTIVE_MAGNIFICATION").orElse(""));
  }

  private static double positive(Optional<String> value) {
    return TiffText.positive(value.orElse("")).orElse(0);
  }

  private static String section(MiraxIni ini, int zoom) throws IOException {
    return ini.text(HIERARCHY, "HIER_0_VAL_" + zoom + "_SECTION");
  }

  private static List<MiraxZoom> zooms(MiraxIni ini, int divisions) throws IOException {
    if (!ini.text(HIERARCHY, "HIER_0_NAME").equals("Slide zoom level")) {
      throw ini.broken(HIERARCHY, "HIER_0_NAME", "is not \"Slide zoom level\"");
    }
    List<MiraxZoom> zooms = new ArrayList<>();
    int exponent = 0;
    int count = ini.whole(HIERARCHY, "HIER_0_COUNT", 1, MOST_ZOOMS);
    for (int i = 0; i < count; i++) {
      String section = section(ini, i);
      exponent += ini.whole(section, "IMAGE_CONCAT_FACTOR", Math.min(i, 1), MOST_ZOOMS - exponent);
      int concat = 1 << exponent;
      if (concat % divisions != 0 && divisions % concat != 0) {
        throw ini.broken(
            GENERAL, "CameraImageDivisionsPerSide", "is " + divisions + ", no power of two");
      }
      checkFormat(ini, section);
      zooms.add(
          new MiraxZoom(
              concat,
              divisions,
              ini.whole(section, "DIGITIZER_WIDTH", 1, MOST_IMAGE_EDGE),
              ini.whole(section, "DIGITIZER_HEIGHT", 1, MOST_IMAGE_EDGE)));
    }
    return zooms;
  }

  private static void checkFormat(MiraxIni ini, String section) throws IOException {
    String format = ini.text(section, "IMAGE_FORMAT");
    if (!format.equals("JPEG") && !format.equals("PNG")) {
      throw new RefusedException(
          "is a MRXS whose images are " + format + ", which Ranklens does not read",
          ini.toString(),
          "IMAGE_FORMAT",
          Slides.EXPORT_MRXS);
    }
  }

  private static List<Path> dataFiles(MiraxIni ini, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    int count = ini.whole("DATAFILE", "FILE_COUNT", 1, MOST_FILES);
    for (int i = 0; i < count; i++) {
      files.add(inside(ini, folder, "DATAFILE", "FILE_" + i));
    }
    return files;
  }

  private static Path inside(MiraxIni ini, Path folder, String section, String key)
      throws IOException {
    String name = ini.text(section, key);
    if (name.contains("/") || name.contains("\\") || name.contains(":") || name.contains("\0")) {
      throw ini.broken(section, key, "is no name of a file in its folder");
    }
    return folder.resolve(name);
  }

  private static Optional<Places> places(MiraxIni ini) throws IOException {
    Optional<Places> deflated = Optional.empty();
    int record = 0;
    int layers = ini.whole(HIERARCHY, "NONHIER_COUNT", 0, MOST_LAYERS);
    for (int i = 0; i < layers; i++) {
      String name = ini.text(HIERARCHY, "NONHIER_" + i + "_NAME");
      if (name.equals("VIMSLIDE_POSITION_BUFFER")) {
        return Optional.of(new Places(record, false));
      }
      if (name.equals("StitchingIntensityLayer") && deflated.isEmpty()) {
        deflated = Optional.of(new Places(record, true));
      }
      record += ini.whole(HIERARCHY, "NONHIER_" + i + "_COUNT", 1, MOST_LAYERS);
    }
    return deflated;
  }

  private static List<String> focus(MiraxIni ini) throws IOException {
    List<String> remarks = new ArrayList<>();
    int hierarchies = ini.whole(HIERARCHY, "HIER_COUNT", 1, MOST_LAYERS);
    for (int i = 1; i < hierarchies; i++) {
      String name = ini.find(HIERARCHY, "HIER_" + i + "_NAME").orElse("");
      String count = ini.find(HIERARCHY, "HIER_" + i + "_COUNT").orElse("");
      if (name.toLowerCase(Locale.ROOT).contains("focus") && positive(Optional.of(count)) > 1) {
        remarks.add("of its " + count + " focal planes the one of its zoom levels is read");
      }
    }
    return remarks;
  }
}
