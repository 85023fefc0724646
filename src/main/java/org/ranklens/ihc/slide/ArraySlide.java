package org.ranklens.ihc.slide;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A slide that lies in memory: a plain image, or the image that is open in Fiji. */
public final class ArraySlide implements Slide {

  /** Below this many pixels a further level would save nothing. */
  private static final int SMALLEST_EDGE = 512;

  private final SlideFacts facts;
  private final List<RgbImage> images = new ArrayList<>();

  /**
   * Takes over an image and makes smaller levels of it, each a quarter of the edge.
   *
   * @param name the slide's name
   * @param reader who read the image
   */
  public ArraySlide(String name, String reader, RgbImage image, OptionalDouble pixelSizeMicrons) {
    List<Level> levels = new ArrayList<>();
    RgbImage level = image;
    double downsample = 1;
    while (true) {
      levels.add(new Level(levels.size(), level.width(), level.height(), downsample));
      images.add(level);
      if (Math.min(level.width(), level.height()) < 4 * SMALLEST_EDGE) {
        break;
      }
      level = Downsampling.byFour(level);
      downsample = (double) image.width() / level.width();
    }
    facts =
        new SlideFacts(
            name,
            reader,
            levels,
            pixelSizeMicrons.isPresent()
                ? PixelSize.given(pixelSizeMicrons.getAsDouble())
                : PixelSize.unknown(),
            OptionalDouble.empty(),
            "8-bit RGB, held in memory",
            List.of(),
            List.of(),
            List.of());
  }

  @Override
  public SlideFacts facts() {
    return facts;
  }

  @Override
  public RgbImage read(Region region) {
    region.checkWithin(levels().get(region.level()));
    RgbImage target = RgbImage.blank(region.width(), region.height());
    images
        .get(region.level())
        .copyTo(region.x(), region.y(), target, 0, 0, region.width(), region.height());
    return target;
  }

  @Override
  public void close() {}
}
