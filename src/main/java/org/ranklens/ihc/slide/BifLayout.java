package org.ranklens.ihc.slide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The tiles of a level of a Ventana slide. Smaller levels hold the tiles of level 0 made smaller,
 * side by side with their overlaps: each tile that is stored there is cut into those again, and
 * they are moved together as they are in level 0. Of what two tiles show the one that lies further
 * right, then the lower one, is shown.
 *
 * @param mosaic how the tiles lie in level 0
 * @param image that holds the level's tiles
 * @param downsample level-0 pixels per pixel
 */
record BifLayout(BifMosaic mosaic, TiffImage image, int downsample) implements TileLayout {

  /** The tiles of one axis of an area. */
  private record Axis(double start, double step, int first, int count, int stored, int downsample) {

    /** Returns where a tile begins in the level: at a whole pixel, so that none is blurred. */
    int place(int tile) {
      return (int) Math.floor((start + tile * step) / downsample + 0.5);
    }

    /** Returns where the tile begins in the image. */
    long from(int tile) {
      return (long) (first + tile) * stored / downsample;
    }

    /** Returns how much of a tile is shown: up to the next one, if that begins within it. */
    int length(int tile) {
      long end = ((long) (first + tile + 1) * stored + downsample - 1) / downsample;
      int whole = (int) (end - from(tile));
      return tile == count - 1 ? whole : Math.min(whole, place(tile + 1) - place(tile));
    }

    int lower(int pixel) {
      return clamp((pixel * (double) downsample - start - stored) / step - 2);
    }

    int upper(int pixel) {
      return clamp((pixel * (double) downsample - start) / step + 2);
    }

    private int clamp(double tile) {
      return (int) Math.max(0, Math.min(count - 1.0, Math.floor(tile)));
    }
  }

  /** A part, and which tile of level 0 it shows. */
  private record Placed(int row, int column, Part part) {}

  /** Each tile is decoded once. */
  private static final Comparator<Placed> BY_STORED =
      Comparator.<Placed>comparingInt(placed -> placed.part().row())
          .thenComparingInt(placed -> placed.part().column());

  /** Of areas that overlap the tiles further down, then those further right, are on top, too. */
  private static final Comparator<Placed> BY_PLACE =
      Comparator.comparingInt(Placed::row).thenComparingInt(Placed::column);

  @Override
  public List<Part> parts(Region region) {
    List<Placed> parts = new ArrayList<>();
    mosaic.areas().forEach(area -> add(area, region, parts));
    parts.sort(mosaic.areasOverlap(image) ? BY_PLACE : BY_STORED);
    return parts.stream().map(Placed::part).toList();
  }

  private void add(BifArea area, Region region, List<Placed> parts) {
    Axis across =
        new Axis(
            area.x(), mosaic.stepX(), area.column(), area.columns(), image.tileWidth(), downsample);
    Axis down =
        new Axis(area.y(), mosaic.stepY(), area.row(), area.rows(), image.tileHeight(), downsample);
    int lastRow = down.upper(region.y() + region.height());
    int lastColumn = across.upper(region.x() + region.width());
    for (int row = down.lower(region.y()); row <= lastRow; row++) {
      for (int column = across.lower(region.x()); column <= lastColumn; column++) {
        Part part = part(across, column, down, row).within(region);
        if (part.isSomething()) {
          parts.add(new Placed(area.row() + row, area.column() + column, part));
        }
      }
    }
  }

  private Part part(Axis across, int column, Axis down, int row) {
    long x = across.from(column);
    long y = down.from(row);
    return new Part(
        (int) (x / image.tileWidth()),
        (int) (y / image.tileHeight()),
        (int) (x % image.tileWidth()),
        (int) (y % image.tileHeight()),
        across.place(column),
        down.place(row),
        across.length(column),
        down.length(row));
  }

  @Override
  public IntStream tiles() {
    return mosaic.areas().stream()
        .flatMapToInt(
            area ->
                IntStream.range(0, area.rows() * area.columns())
                    .map(
                        tile ->
                            (area.row() + tile / area.columns()) * image.tilesAcross()
                                + area.column()
                                + tile % area.columns()));
  }

  @Override
  public boolean hasGaps() {
    return true;
  }
}
