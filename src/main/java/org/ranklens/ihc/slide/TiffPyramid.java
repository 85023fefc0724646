package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ranklens.RefusedException;
import org.ranklens.plugin.PluginLibrary;

/**
 * Which images of a TIFF are the levels of the slide: the largest one and those of its shape.
 * Labels, macro pictures and thumbnails are of another shape or stripped, and are left out.
 */
final class TiffPyramid {

  /** How far the aspect of a level may be from that of level 0: rounding of small levels. */
  private static final double MOST_ASPECT_DIFFERENCE = 0.02;

  private final TiffDirectory fullTags;
  private final List<TiffImage> images;
  private final List<Level> levels;
  private final List<OtherImage> others;

  private TiffPyramid(TiffDirectory fullTags, List<TiffImage> images, List<OtherImage> others) {
    this.fullTags = fullTags;
    this.others = others;
    this.images = List.copyOf(images);
    List<Level> found = new ArrayList<>();
    for (TiffImage image : images) {
      found.add(
          new Level(
              found.size(),
              image.width(),
              image.height(),
              (double) images.get(0).width() / image.width()));
    }
    levels = List.copyOf(found);
  }

  static TiffPyramid of(TiffFile file) throws IOException {
    List<TiffDirectory> directories = file.directories();
    Optional<String> vendor = TiffVendor.ofBioFormats(directories);
    if (vendor.isPresent()) {
      throw new RefusedException(
          "is a " + vendor.get() + ", which only Bio-Formats reads",
          file.name(),
          "",
          PluginLibrary.BIOFORMATS.remedy());
    }
    List<TiffDirectory> candidates = new ArrayList<>();
    List<TiffImage> images = new ArrayList<>();
    for (TiffDirectory directory : directories) {
      if (colour(directory)) {
        candidates.add(directory);
        images.add(TiffImage.of(file, directory));
      }
    }
    if (images.isEmpty()) {
      throw new RefusedException(
          "holds no picture of 8-bit or 16-bit grey or RGB pixels",
          file.name(),
          "",
          "export the slide as an 8-bit RGB TIFF");
    }
    int full = largest(images);
    String unsupported = TileDecoder.unsupported(images.get(full));
    if (!unsupported.isEmpty()) {
      throw new RefusedException(
          "can't be read by the embedded reader: " + unsupported,
          file.name(),
          "",
          PluginLibrary.BIOFORMATS.remedy());
    }
    List<TiffImage> levels = levels(images, candidates, full);
    List<TiffDirectory> used =
        levels.stream().map(level -> candidates.get(images.indexOf(level))).toList();
    return new TiffPyramid(candidates.get(full), levels, TiffOthers.of(directories, used));
  }

  private static boolean colour(TiffDirectory directory) throws IOException {
    long samples = directory.number(TiffTag.SAMPLES_PER_PIXEL, 1);
    long bits = directory.number(TiffTag.BITS_PER_SAMPLE, 1);
    boolean whole = directory.number(TiffTag.SAMPLE_FORMAT, 1) == 1;
    return whole && (bits == 8 || bits == 16) && (samples == 1 || samples == 3 || samples == 4);
  }

  private static int largest(List<TiffImage> images) {
    int largest = 0;
    for (int i = 1; i < images.size(); i++) {
      if (pixels(images.get(i)) > pixels(images.get(largest))) {
        largest = i;
      }
    }
    return largest;
  }

  private static List<TiffImage> levels(List<TiffImage> images, List<TiffDirectory> tags, int full)
      throws IOException {
    TiffImage first = images.get(full);
    boolean tiled = tags.get(full).has(TiffTag.TILE_OFFSETS);
    List<TiffImage> levels = new ArrayList<>();
    levels.add(first);
    for (int i = 0; i < images.size(); i++) {
      TiffImage image = images.get(i);
      double across = (double) first.width() / image.width();
      double down = (double) first.height() / image.height();
      boolean sameShape = Math.abs(across / down - 1) <= MOST_ASPECT_DIFFERENCE;
      boolean sameMake =
          image.samples() == first.samples()
              && TileDecoder.unsupported(image).isEmpty()
              && tags.get(i).has(TiffTag.TILE_OFFSETS) == tiled;
      if (across > 1.5 && sameShape && sameMake) {
        levels.add(image);
      }
    }
    levels.sort(Comparator.comparingLong(TiffPyramid::pixels).reversed());
    return distinct(levels);
  }

  private static List<TiffImage> distinct(List<TiffImage> sorted) {
    List<TiffImage> distinct = new ArrayList<>();
    for (TiffImage image : sorted) {
      if (distinct.isEmpty() || distinct.get(distinct.size() - 1).width() > image.width()) {
        distinct.add(image);
      }
    }
    return distinct;
  }

  private static long pixels(TiffImage image) {
    return (long) image.width() * image.height();
  }

  TiffDirectory fullTags() {
    return fullTags;
  }

  List<TiffImage> images() {
    return images;
  }

  List<Level> levels() {
    return levels;
  }

  List<OtherImage> others() {
    return others;
  }
}
