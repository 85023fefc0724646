package org.ranklens.ihc.slide;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/** A slide's pixels at several levels; level 0 is the largest. Reading is thread-safe. */
public sealed interface Slide extends Closeable
    permits TiffSlide, MiraxSlide, ArraySlide, BioFormatsSlide, StoppableSlide {

  /** Returns what the file says of itself. */
  SlideFacts facts();

  /** Returns the file's name, without its folder. */
  default String name() {
    return facts().name();
  }

  /** Returns which reader serves the slide, such as {@code tiff}. */
  default String reader() {
    return facts().reader();
  }

  /** Returns the levels, from the largest to the smallest. */
  default List<Level> levels() {
    return facts().levels();
  }

  /** Returns the edge of a level-0 pixel in micrometres, empty where nothing trustworthy tells. */
  default OptionalDouble pixelSizeMicrons() {
    return facts().pixelSize().microns();
  }

  /** Returns the tiles that could not be decoded and were left white so far, in order. */
  default List<String> leftOut() {
    return List.of();
  }

  /**
   * Reads a region.
   *
   * @throws IllegalArgumentException where the region does not lie within its level
   * @throws IOException where the file is broken; the message names the file and the place
   */
  RgbImage read(Region region) throws IOException;

  /**
   * Reads a region into memory that is there: making it anew for each tile, and collecting it,
   * takes as long as a tenth of decoding. A reader may leave the memory alone.
   *
   * @param room at least {@code 3 * width * height} bytes of any values, which may become the
   *     image's
   */
  default RgbImage read(Region region, byte[] room) throws IOException {
    return read(region);
  }

  /** Returns level 0. */
  default Level full() {
    return levels().get(0);
  }
}
