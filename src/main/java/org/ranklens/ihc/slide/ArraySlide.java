package org.ranklens.ihc.slide;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A slide that lies in memory: a plain image, or the image that is open in Fiji. */
public final class ArraySlide implements Slide {

  /** Below this many pixels a further level would save nothing. */
  private static final int SMALLEST_EDGE = 512;

  private final String name;
  private final String reader;
  private final OptionalDouble pixelSizeMicrons;
  private final List<Level> levels = new ArrayList<>();
  private final List<RgbImage> images = new ArrayList<>();

  /**
   * Takes over an image and makes smaller levels of it, each a quarter of the edge.
   *
   * @param name the slide's name
   * @param reader who read the image
   */
  public ArraySlide(String name, String reader, RgbImage image, OptionalDouble pixelSizeMicrons) {
    this.name = name;
    this.reader = reader;
    this.pixelSizeMicrons = pixelSizeMicrons;
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
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String reader() {
    return reader;
  }

  @Override
  public List<Level> levels() {
    return List.copyOf(levels);
  }

  @Override
  public OptionalDouble pixelSizeMicrons() {
    return pixelSizeMicrons;
  }

  @Override
  public OptionalDouble objectivePower() {
    return OptionalDouble.empty();
  }

  @Override
  public RgbImage read(Region region) {
    region.checkWithin(levels.get(region.level()));
    RgbImage target = RgbImage.blank(region.width(), region.height());
    images
        .get(region.level())
        .copyTo(region.x(), region.y(), target, 0, 0, region.width(), region.height());
    return target;
  }

  @Override
  public void close() {}
}
