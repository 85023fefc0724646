package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The series of a file that is the slide itself; its labels and overviews are other series.
 *
 * @param index of the series
 * @param levels its resolutions, the largest first
 * @param resolutions Bio-Formats' number of each level
 * @param others the other series
 */
record BioFormatsSeries(
    int index, List<Level> levels, List<Integer> resolutions, List<OtherImage> others) {

  static BioFormatsSeries largest(BioFormats bioFormats, BioFormats.Opened file)
      throws IOException {
    BioFormatsReader reader = file.reader();
    int largest = -1;
    long most = 0;
    List<OtherImage> all = new ArrayList<>();
    for (int series = 0; series < reader.getSeriesCount(); series++) {
      reader.setSeries(series);
      reader.setResolution(0);
      String name = name(file, series);
      all.add(new OtherImage(name, reader.getSizeX(), reader.getSizeY(), false));
      long pixels = (long) reader.getSizeX() * reader.getSizeY();
      if (pixels > most && !reader.isThumbnailSeries() && !OtherImage.isNamedSo(name)) {
        most = pixels;
        largest = series;
      }
    }
    if (largest < 0) {
      throw new IOException("it holds no picture but labels and overviews");
    }
    List<OtherImage> others = new ArrayList<>();
    for (int series = 0; series < all.size(); series++) {
      if (series != largest) {
        others.add(seen(bioFormats, file, all.get(series), series, largest));
      }
    }
    return levels(reader, largest, List.copyOf(others));
  }

  private static BioFormatsSeries levels(
      BioFormatsReader reader, int series, List<OtherImage> others) throws IOException {
    reader.setSeries(series);
    List<Level> levels = new ArrayList<>();
    List<Integer> resolutions = new ArrayList<>();
    for (int resolution = 0; resolution < reader.getResolutionCount(); resolution++) {
      reader.setResolution(resolution);
      int width = reader.getSizeX();
      int height = reader.getSizeY();
      boolean smaller = levels.isEmpty() || width < levels.get(levels.size() - 1).width();
      if (smaller) {
        double downsample = levels.isEmpty() ? 1 : (double) levels.get(0).width() / width;
        levels.add(new Level(levels.size(), width, height, downsample));
        resolutions.add(resolution);
      }
    }
    reader.setResolution(0);
    return new BioFormatsSeries(series, List.copyOf(levels), List.copyOf(resolutions), others);
  }

  private static String name(BioFormats.Opened file, int series) throws IOException {
    String name = file.metadata().getImageName(series);
    return name == null || name.isBlank() ? "series " + series : name;
  }

  /** Tells another area of tissue by its pixels, which are as large as the slide's. */
  private static OtherImage seen(
      BioFormats bioFormats, BioFormats.Opened file, OtherImage image, int series, int slide)
      throws IOException {
    BioFormatsMetadata metadata = file.metadata();
    OptionalDouble own = bioFormats.microns(metadata.getPixelsPhysicalSizeX(slide));
    OptionalDouble other = bioFormats.microns(metadata.getPixelsPhysicalSizeX(series));
    file.reader().setSeries(series);
    boolean scanned =
        OtherImage.isAsFine(other.orElse(0), own.orElse(0))
            && !file.reader().isThumbnailSeries()
            && !OtherImage.isNamedSo(image.name());
    return new OtherImage(image.name(), image.width(), image.height(), scanned);
  }

  /**
   * Returns what Bio-Formats tells of the slide.
   *
   * @param own the pixel size where it tells none
   */
  SlideFacts facts(
      BioFormats bioFormats,
      BioFormats.Opened opened,
      Path file,
      PixelSize own,
      BioFormatsPixels pixels,
      SlideOptions options)
      throws IOException {
    return new SlideFacts(
        file.getFileName().toString(),
        "bioformats (" + opened.reader().getFormat() + ")",
        levels,
        options.pixelSize(pixelSize(bioFormats, opened.metadata()).or(own)),
        objectivePower(opened.metadata()),
        pixels.words(),
        others,
        remarks(opened.reader()),
        List.of());
  }

  private static List<String> remarks(BioFormatsReader reader) throws IOException {
    int planes = reader.getSizeZ();
    return planes > 1 ? List.of("of its " + planes + " focal planes the first is read") : List.of();
  }

  private PixelSize pixelSize(BioFormats bioFormats, BioFormatsMetadata metadata)
      throws IOException {
    OptionalDouble across = bioFormats.microns(metadata.getPixelsPhysicalSizeX(index));
    OptionalDouble down = bioFormats.microns(metadata.getPixelsPhysicalSizeY(index));
    return across.isPresent()
        ? PixelSize.found(across.getAsDouble(), down.orElse(0), "Bio-Formats")
        : PixelSize.unknown();
  }

  private OptionalDouble objectivePower(BioFormatsMetadata metadata) throws IOException {
    String wanted;
    try {
      wanted = metadata.getObjectiveSettingsID(index);
    } catch (NullPointerException e) {
      // So OME's metadata say that an image names no objective.
      return OptionalDouble.empty();
    }
    for (int instrument = 0; instrument < metadata.getInstrumentCount(); instrument++) {
      for (int i = 0; i < metadata.getObjectiveCount(instrument); i++) {
        Double power = metadata.getObjectiveNominalMagnification(instrument, i);
        if (power != null
            && power > 0
            && wanted != null
            && wanted.equals(metadata.getObjectiveID(instrument, i))) {
          return OptionalDouble.of(power);
        }
      }
    }
    return OptionalDouble.empty();
  }
}
