package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.ranklens.RefusedException;
import org.ranklens.plugin.PluginLibrary;

/**
 * Which images of a plain TIFF are the levels of the slide: the largest one and those of its shape.
 * Labels, macro pictures and thumbnails are named so, of another shape or stripped, and left out.
 */
final class PlainPyramid {

  /** How far the aspect of a level may be from that of level 0: rounding of small levels. */
  private static final double MOST_ASPECT_DIFFERENCE = 0.02;

  private static final int MOST_BITS_NAMED = 4;

  /** To be read as if the tag were absent (TIFF 6.0, SampleFormat). */
  private static final int UNDEFINED_FORMAT = 4;

  private static final String WHOLE = "whole numbers";

  /** An image and the tags it was made from. */
  private record Candidate(TiffDirectory tags, TiffImage image) {

    long pixels() {
      return (long) image.width() * image.height();
    }

    boolean tiled() {
      return TiffImage.isTiled(tags);
    }
  }

  private PlainPyramid() {}

  static TiffPyramid of(TiffFile file, List<TiffDirectory> directories) throws IOException {
    OmePlanes ome = OmePlanes.of(file, directories);
    List<Candidate> candidates = candidates(file, directories, ome);
    Candidate full = candidates.get(0);
    refuseChannels(file, full, ome);
    String unsupported = TileDecoder.unsupported(full.image());
    if (!unsupported.isEmpty()) {
      throw new RefusedException(
          "can't be read by the embedded reader: " + unsupported,
          file.name(),
          "",
          TiffColours.falseColours(full.tags()).isEmpty()
              ? PluginLibrary.BIOFORMATS.remedy()
              : TiffColours.EXPORT);
    }
    List<double[]> spacings = spacings(full.tags());
    candidates.removeIf(one -> !ome.mayBeLevel(one.tags(), full.tags()));
    List<Candidate> used = used(candidates, !spacings.isEmpty());
    return new TiffPyramid(
        stored(used, spacings),
        TiffMaker.of(full.tags()),
        TiffText.of(full.tags(), ome),
        TiffOthers.of(directories, used.stream().map(Candidate::tags).toList(), ome),
        focalPlanes(full.tags(), ome),
        TiffPyramid.passedOver(directories));
  }

  private static List<String> focalPlanes(TiffDirectory full, OmePlanes ome) {
    double planes = ome.owner(full).map(OmeImage::focalPlanes).orElse(1.0);
    return planes > 1
        ? List.of(String.format(Locale.ROOT, "of its %.0f focal planes the first is read", planes))
        : List.of();
  }

  /**
   * OME-XML and ImageJ may have the colours as pictures of their own, each grey for whoever sees
   * but one.
   */
  private static void refuseChannels(TiffFile file, Candidate full, OmePlanes ome)
      throws IOException {
    double channels =
        ome.any()
            ? ome.owner(full.tags()).map(OmeImage::channels).orElse(0.0)
            : TiffText.imageJChannels(full.tags());
    Optional<OmeImage> owner = ome.owner(full.tags());
    if (channels > full.image().samples() && owner.filter(ome::lacksSome).isPresent()) {
      // Bio-Formats shows black in their place.
      throw file.broken("its OME-XML lists pictures of its channels that the file does not hold");
    }
    double bits = owner.map(OmeImage::significantBits).orElse(0.0);
    if (full.image().bits() == 16 && bits > 8 && bits < 16) {
      throw new RefusedException(
          "has %s significant bits in samples of 16, which only Bio-Formats brings to 8"
              .formatted(Math.round(bits)),
          file.name(),
          "",
          PluginLibrary.BIOFORMATS.remedy());
    }
    if (channels > full.image().samples()) {
      throw new RefusedException(
          "has %s channels as pictures of their own, which only Bio-Formats puts together"
              .formatted((int) channels),
          file.name(),
          "",
          PluginLibrary.BIOFORMATS.remedy());
    }
  }

  /** Returns the pictures that may be levels, the largest first; at least one. */
  private static List<Candidate> candidates(
      TiffFile file, List<TiffDirectory> directories, OmePlanes ome) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    long tiles = 0;
    for (TiffDirectory directory : directories) {
      if (colour(directory) && TiffOthers.word(directory).isEmpty() && ome.mayBeSlide(directory)) {
        TiffImage image = TiffImage.of(file, directory);
        tiles += image.tiles().count();
        TiffPyramid.checkTiles(file, tiles);
        candidates.add(new Candidate(directory, image));
      }
    }
    candidates.sort(Comparator.comparingLong(Candidate::pixels).reversed());
    if (candidates.isEmpty() || otherIsLarger(directories, candidates.get(0).pixels(), ome)) {
      throw new RefusedException(
          anyColour(directories) && candidates.isEmpty()
              ? "holds no picture but labels, macro photographs and thumbnails"
              : "holds no picture of 8-bit or 16-bit grey or RGB pixels" + largest(directories),
          file.name(),
          "",
          TiffColours.EXPORT);
    }
    return candidates;
  }

  /** Tells a thumbnail of readable pixels beside a slide of others. */
  private static boolean otherIsLarger(List<TiffDirectory> directories, long pixels, OmePlanes ome)
      throws IOException {
    for (TiffDirectory directory : directories) {
      long width = directory.number(TiffTag.IMAGE_WIDTH, 0);
      long height = directory.number(TiffTag.IMAGE_LENGTH, 0);
      boolean larger = width < 1 || height < 1 || height > pixels / width;
      if (larger
          && !directory.sub()
          && !colour(directory)
          && TiffOthers.word(directory).isEmpty()
          && ome.mayBeSlide(directory)) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyColour(List<TiffDirectory> directories) throws IOException {
    for (TiffDirectory directory : directories) {
      if (colour(directory)) {
        return true;
      }
    }
    return false;
  }

  /** Returns what the largest picture is of. */
  private static String largest(List<TiffDirectory> directories) throws IOException {
    String found = "";
    long most = 0;
    for (TiffDirectory directory : directories) {
      long width = directory.number(TiffTag.IMAGE_WIDTH, 0);
      long height = directory.number(TiffTag.IMAGE_LENGTH, 0);
      if (width * height > most) {
        most = width * height;
        found =
            String.format(
                Locale.ROOT,
                " (its largest, %d x %d, has %d x %s bits a pixel%s)",
                width,
                height,
                directory.number(TiffTag.SAMPLES_PER_PIXEL, 1),
                bits(directory),
                formats(directory));
      }
    }
    return found;
  }

  /** Returns what the samples are but whole numbers, or what each is where they differ. */
  private static String formats(TiffDirectory directory) throws IOException {
    List<String> formats =
        LongStream.of(directory.longs(TiffTag.SAMPLE_FORMAT))
            .limit(MOST_BITS_NAMED)
            .mapToObj(PlainPyramid::format)
            .distinct()
            .toList();
    return formats.isEmpty() || formats.equals(List.of(WHOLE))
        ? ""
        : ", " + String.join(" and ", formats);
  }

  private static String format(long sampleFormat) {
    return switch ((int) sampleFormat) {
      case 1 -> WHOLE;
      case 2 -> "with a sign";
      case 3 -> "floating point";
      default -> "of format " + sampleFormat;
    };
  }

  /** Returns whether all samples are said to be of one kind. */
  private static boolean alike(long[] values, long samples) {
    return LongStream.of(values).limit(samples).distinct().count() <= 1;
  }

  /** Returns the bits of a sample, or those of each where they differ. */
  private static String bits(TiffDirectory directory) throws IOException {
    long[] bits = directory.longs(TiffTag.BITS_PER_SAMPLE);
    return LongStream.of(bits.length == 0 ? new long[] {1} : bits)
        .limit(MOST_BITS_NAMED)
        .distinct()
        .mapToObj(Long::toString)
        .collect(Collectors.joining("/"));
  }

  static boolean colour(TiffDirectory directory) throws IOException {
    long samples = directory.number(TiffTag.SAMPLES_PER_PIXEL, 1);
    long bits = directory.number(TiffTag.BITS_PER_SAMPLE, 1);
    long format = directory.number(TiffTag.SAMPLE_FORMAT, 1);
    boolean whole = format == 1 || format == UNDEFINED_FORMAT;
    boolean known =
        whole && (bits == 8 || bits == 16) && (samples == 1 || samples == 3 || samples == 4);
    return known
        && alike(directory.longs(TiffTag.BITS_PER_SAMPLE), samples)
        && alike(directory.longs(TiffTag.SAMPLE_FORMAT), samples);
  }

  private static List<double[]> spacings(TiffDirectory tags) throws IOException {
    String description = tags.text(TiffTag.IMAGE_DESCRIPTION).orElse("");
    return PhilipsXml.is(description) ? PhilipsXml.of(tags, description).millimetres() : List.of();
  }

  /**
   * Chooses the levels.
   *
   * @param padded whether images are filled up to whole tiles, which changes the shape of small
   *     ones
   */
  private static List<Candidate> used(List<Candidate> candidates, boolean padded) {
    List<Candidate> used = new ArrayList<>();
    Candidate full = candidates.get(0);
    used.add(full);
    for (Candidate candidate : candidates) {
      TiffImage image = candidate.image();
      boolean sameMake =
          image.samples() == full.image().samples()
              && TileDecoder.unsupported(image).isEmpty()
              && candidate.tiled() == full.tiled();
      boolean smaller = image.width() < used.get(used.size() - 1).image().width();
      double across = (double) full.image().width() / image.width();
      if (sameMake && smaller && across > 1.5 && (padded || sameShape(image, full.image()))) {
        used.add(candidate);
      }
    }
    return List.copyOf(used);
  }

  private static boolean sameShape(TiffImage image, TiffImage full) {
    double across = (double) full.width() / image.width();
    double down = (double) full.height() / image.height();
    return Math.abs(across / down - 1) <= MOST_ASPECT_DIFFERENCE;
  }

  private static List<TiffPyramid.Stored> stored(List<Candidate> used, List<double[]> spacings) {
    List<TiffPyramid.Stored> stored = new ArrayList<>();
    for (Candidate one : used) {
      Level level = level(used, stored.size(), spacings);
      stored.add(
          new TiffPyramid.Stored(level, one.tags(), one.image(), new SideBySide(one.image())));
    }
    return List.copyOf(stored);
  }

  private static Level level(List<Candidate> used, int index, List<double[]> spacings) {
    TiffImage full = used.get(0).image();
    TiffImage image = used.get(index).image();
    if (spacings.size() >= used.size()) {
      // All levels are halves, and the spacings' digits are few.
      double downsample = Math.rint(spacings.get(index)[0] / spacings.get(0)[0]);
      if (downsample >= 1 && full.width() / downsample <= image.width()) {
        int height = Math.min(image.height(), (int) (full.height() / downsample));
        return new Level(index, (int) (full.width() / downsample), height, downsample);
      }
    }
    return new Level(index, image.width(), image.height(), (double) full.width() / image.width());
  }
}
