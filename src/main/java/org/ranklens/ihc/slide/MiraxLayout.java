package org.ranklens.ihc.slide;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the tiles of a level of a MIRAX slide lie. A tile is what an image holds of one photograph;
 * a column and row of a {@link TileLayout.Part} are those of the image. Of what two photographs
 * show the one further down, then the one further right, is shown, as by OpenSlide.
 *
 * @param photos where they lie
 * @param full the largest level
 * @param zoom this level
 */
record MiraxLayout(MiraxPhotos photos, MiraxZoom full, MiraxZoom zoom) {

  /**
   * The tiles of one axis.
   *
   * @param fullImage edge of an image of level 0
   * @param image edge of an image of this level
   */
  private record Axis(MiraxZoom zoom, int fullImage, int image) {

    /** Returns where a photograph's tile begins in the level: at a whole pixel. */
    int place(int photo, int within) {
      return round((double) photo / zoom.concat() + (double) fullImage * within);
    }

    /** Returns in which column or row of images it lies. */
    int stored(int photo, int within) {
      return zoom.tilesPerImage() > 1 ? photo / zoom.tilesPerImage() : tile(photo, within);
    }

    private int tile(int photo, int within) {
      return photo * zoom.tilesPerPhoto() + within;
    }

    /** Returns where it begins in its image. */
    int from(int photo) {
      return round(photo % zoom.tilesPerImage() * edge());
    }

    /**
     * Returns where it ends in its image. Where tiles have no whole edge, up to a pixel more, so
     * that rounding leaves no gap to the next, which is drawn over it.
     */
    int to(int photo) {
      double end = (photo % zoom.tilesPerImage() + 1) * edge();
      return zoom.tilesPerImage() > 1 ? (int) Math.min(image, Math.ceil(end) + 1) : image;
    }

    private double edge() {
      return (double) image / zoom.tilesPerImage();
    }

    private static int round(double pixel) {
      return (int) Math.floor(pixel + 0.5);
    }
  }

  /** Returns what makes up a region, in the order in which it is drawn. */
  List<TileLayout.Part> parts(Region region) {
    Axis across = new Axis(zoom, full.width(), zoom.width());
    Axis down = new Axis(zoom, full.height(), zoom.height());
    int[] columns = photos.columns(first(region.x(), across), last(region.x() + region.width()));
    List<TileLayout.Part> parts = new ArrayList<>();
    for (int row : photos.rows(first(region.y(), down), last(region.y() + region.height()))) {
      for (int j = 0; j < zoom.tilesPerPhoto(); j++) {
        for (int column : columns) {
          for (int i = 0; photos.taken(column, row) && i < zoom.tilesPerPhoto(); i++) {
            int x = across.place(photos.x(column, row), i);
            int y = down.place(photos.y(column, row), j);
            TileLayout.Part part =
                new TileLayout.Part(
                        across.stored(column, i),
                        down.stored(row, j),
                        across.from(column),
                        down.from(row),
                        x,
                        y,
                        across.to(column) - across.from(column),
                        down.to(row) - down.from(row))
                    .within(region);
            if (part.isSomething()) {
              parts.add(part);
            }
          }
        }
      }
    }
    return parts;
  }

  /** Returns the first place of a photograph that may reach a pixel of the level. */
  private double first(int pixel, Axis axis) {
    return (pixel - 2.0 - (double) axis.fullImage() * zoom.tilesPerPhoto()) * zoom.concat();
  }

  private double last(int pixel) {
    return (pixel + 2.0) * zoom.concat();
  }
}
