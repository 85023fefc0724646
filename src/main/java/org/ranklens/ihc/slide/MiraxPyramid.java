package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The levels of a MIRAX slide. They reach over the photographs that were taken, not over all of the
 * scanner's stage: as what OpenSlide calls bounds, by which QuPath cuts these slides.
 *
 * @param levels from the largest on; at least one
 * @param photos where the photographs lie
 */
record MiraxPyramid(List<MiraxLevel> levels, MiraxPhotos photos) {

  /**
   * In smaller levels a photograph is less than this many pixels wide: its place, which is rounded
   * to pixels there, would be off by too much of it.
   */
  private static final double LEAST_TILE_EDGE = 8;

  /** As in a TIFF: the widest scanners write some 300,000 pixels. */
  private static final int MOST_EDGE = 4_000_000;

  /** Those of 256 pixels of a slide of 500,000 x 500,000: a tenth of a gigabyte of places. */
  private static final long MOST_IMAGES = 4_000_000;

  static MiraxPyramid of(MiraxScan scan, MiraxIndex index, MiraxData data) throws IOException {
    if ((long) scan.columns() * scan.rows() > MOST_IMAGES) {
      throw index.broken("the slide claims %s x %s images".formatted(scan.columns(), scan.rows()));
    }
    MiraxZoom full = scan.zooms().get(0);
    MiraxPhotos photos = MiraxPhotos.read(scan, index, data);
    MiraxImages largest = images(scan, 0, index);
    for (int y = 0; y < scan.rows(); y += full.concat()) {
      for (int x = 0; x < scan.columns(); x += full.concat()) {
        if (largest.has(x / full.concat(), y / full.concat())) {
          photos.take(x, y, full);
        }
      }
    }
    if (photos.takenCount() == 0) {
      throw index.broken("level 0 has no image");
    }
    photos.cut(
        full.concat(),
        length(scan.columns(), full.divisions(), full.width(), scan.overlapX()),
        length(scan.rows(), full.divisions(), full.height(), scan.overlapY()));
    List<MiraxLevel> levels = new ArrayList<>();
    for (int i = 0; i < scan.zooms().size(); i++) {
      MiraxZoom zoom = scan.zooms().get(i);
      if (i > 0 && Math.min(zoom.tileWidth(), zoom.tileHeight()) < LEAST_TILE_EDGE) {
        break;
      }
      MiraxImages images = i == 0 ? largest : images(scan, i, index);
      MiraxLayout layout = new MiraxLayout(photos, full, zoom);
      levels.add(new MiraxLevel(level(i, photos, full, zoom, index), zoom, layout, images));
    }
    return new MiraxPyramid(List.copyOf(levels), photos);
  }

  /** Every photograph but the last is shorter by the overlap, which is rounded each time. */
  private static int length(int images, int divisions, int image, double overlap) {
    long length = 0;
    for (int i = 0; i < images; i++) {
      boolean whole = i == images - 1 || i % divisions != divisions - 1;
      length = (long) (length + (whole ? image : image - overlap));
    }
    return (int) Math.min(length, Integer.MAX_VALUE);
  }

  private static Level level(
      int number, MiraxPhotos photos, MiraxZoom full, MiraxZoom zoom, MiraxIndex index)
      throws IOException {
    int downsample = zoom.concat() / full.concat();
    int width = photos.width() / zoom.concat();
    int height = photos.height() / zoom.concat();
    if (width < 1 || height < 1 || width > MOST_EDGE || height > MOST_EDGE) {
      throw index.broken("level %s has %s x %s pixels".formatted(number, width, height));
    }
    return new Level(number, width, height, downsample);
  }

  private static MiraxImages images(MiraxScan scan, int level, MiraxIndex index)
      throws IOException {
    int concat = scan.zooms().get(level).concat();
    MiraxImages images =
        new MiraxImages(
            (scan.columns() + concat - 1) / concat, (scan.rows() + concat - 1) / concat);
    index.images(
        level,
        (number, extent) -> {
          int x = number % scan.columns();
          int y = number / scan.columns();
          if (x % concat != 0 || y % concat != 0) {
            throw index.broken(
                "its image %s, %s of level %s is not at a multiple of %s"
                    .formatted(x, y, level, concat));
          }
          images.put(x / concat, y / concat, extent);
        });
    return images;
  }
}
