package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the areas of a Ventana slide and their tiles lie, by what its XML tells.
 *
 * @param tags of level 0, for messages
 * @param image of level 0
 * @param told the areas, in the file's order
 * @param origins where the tiles of each begin in the image
 * @param joints of their tiles
 */
record BifPlaces(
    TiffDirectory tags,
    TiffImage image,
    List<BifXml.Told> told,
    List<BifXml.Origin> origins,
    BifJoints joints) {

  BifMosaic mosaic() throws IOException {
    if (told.isEmpty()) {
      throw BifXml.unplaceable(tags, "its EncodeInfo has no SlideStitchInfo/ImageInfo");
    }
    if (told.size() != origins.size()) {
      throw BifXml.unplaceable(
          tags,
          "its EncodeInfo tells of %s areas (ImageInfo) and of %s places of their tiles (AoiOrigin)"
              .formatted(told.size(), origins.size()));
    }
    int columns = told.stream().mapToInt(BifXml.Told::columns).max().orElse(0);
    int rows = told.stream().mapToInt(BifXml.Told::rows).max().orElse(0);
    if (columns == 0) {
      throw BifXml.unplaceable(tags, "its EncodeInfo tells of no scanned area (AOIScanned)");
    }
    double stepX = step(joints.across(), "RIGHT or LEFT", image.tileWidth(), columns > 1);
    double stepY = step(joints.down(), "UP or DOWN", image.tileHeight(), rows > 1);
    List<BifArea> areas = areas(stepY);
    return new BifMosaic(
        areas,
        told.size() - areas.size(),
        stepX,
        stepY,
        joints.across().range(),
        joints.down().range());
  }

  private double step(BifOverlap overlap, String direction, int tile, boolean needed)
      throws IOException {
    if (!needed) {
      return tile;
    }
    String unsure = overlap.unsure(direction);
    if (!unsure.isEmpty()) {
      throw BifXml.unplaceable(tags, unsure);
    }
    if (Math.abs(overlap.mean()) > tile / 2.0) {
      throw BifXml.unplaceable(
          tags,
          String.format(
              Locale.ROOT,
              "the mean overlap of its TileJointInfo of the direction %s is %.1f of %d pixels",
              direction,
              overlap.mean(),
              tile));
    }
    return tile - overlap.mean();
  }

  private List<BifArea> areas(double stepY) throws IOException {
    boolean placed = told.stream().allMatch(one -> one.placed() || !one.scanned());
    long top = 0;
    for (BifXml.Told one : told) {
      top = Math.max(top, one.fromBottom() + height(one, stepY));
    }
    List<BifArea> areas = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      BifXml.Told one = told.get(i);
      if (one.scanned()) {
        long fromTop = top - one.fromBottom() - height(one, stepY);
        BifArea area = area(one, origins.get(i));
        area =
            placed
                ? area.moved(one.x(), fromTop)
                : area.moved(origins.get(i).x(), origins.get(i).y());
        checkApart(area, areas);
        areas.add(area);
      }
    }
    return margin(areas);
  }

  /**
   * Moves areas that begin left of the slide into it. OpenSlide keeps what is empty left of all of
   * them; slides of newer scanners, which it does not read, lie at half a glass's width, and there
   * other programs leave the margin out.
   */
  private List<BifArea> margin(List<BifArea> areas) {
    long left = areas.stream().mapToLong(BifArea::x).min().orElse(0);
    return left < 0 || joints.ofDp200()
        ? areas.stream().map(area -> area.moved(-left, 0)).toList()
        : areas;
  }

  private void checkApart(BifArea area, List<BifArea> others) throws IOException {
    for (BifArea other : others) {
      if (area.sharesTilesWith(other)) {
        throw BifXml.unplaceable(
            tags, "two of its areas share tiles (AoiOrigin, NumCols, NumRows)");
      }
    }
  }

  /** Rounded down, as in OpenSlide. */
  private long height(BifXml.Told area, double stepY) {
    return area.scanned() ? (long) ((area.rows() - 1) * stepY + image.tileHeight()) : 0;
  }

  /** Returns an area in the corner of the slide. */
  private BifArea area(BifXml.Told one, BifXml.Origin origin) throws IOException {
    if (origin.x() % image.tileWidth() != 0 || origin.y() % image.tileHeight() != 0) {
      throw BifXml.unplaceable(
          tags,
          "its AoiOrigin %s, %s is no multiple of its tiles' %s x %s pixels"
              .formatted(origin.x(), origin.y(), image.tileWidth(), image.tileHeight()));
    }
    long column = origin.x() / image.tileWidth();
    long row = origin.y() / image.tileHeight();
    boolean within =
        column >= 0
            && row >= 0
            && column <= image.tilesAcross() - one.columns()
            && row <= image.tilesDown() - one.rows();
    if (!within) {
      throw BifXml.unplaceable(
          tags,
          "an area of %s x %s tiles from AoiOrigin %s, %s on leaves its image of %s x %s"
              .formatted(
                  one.columns(),
                  one.rows(),
                  origin.x(),
                  origin.y(),
                  image.tilesAcross(),
                  image.tilesDown()));
    }
    return new BifArea(0, 0, (int) column, (int) row, one.columns(), one.rows());
  }
}
