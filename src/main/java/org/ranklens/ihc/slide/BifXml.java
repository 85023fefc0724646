package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import org.ranklens.PlainText;

/**
 * The {@code EncodeInfo} of a Ventana slide: which areas were scanned, and by how much their tiles
 * overlap. Tiles of an area are numbered from 1, from its lower left corner, to the right in its
 * lowest row, to the left in the next, and so on to the top.
 */
final class BifXml {

  private static final String NAME = "EncodeInfo";

  /** Those of a slide are some ten; each is compared with each. */
  private static final int MOST_AREAS = 200;

  /** An area as it is told: its place is from the bottom up, that of its tiles from the top. */
  private record Told(
      double x, double fromBottom, boolean placed, int columns, int rows, boolean scanned) {}

  /** Where an area's tiles begin, in pixels of the image that holds all tiles. */
  private record Origin(long x, long y) {}

  private final TiffDirectory tags;
  private final TiffImage image;
  private final List<Told> told = new ArrayList<>();
  private final List<Origin> origins = new ArrayList<>();
  private final BifOverlap across = new BifOverlap();
  private final BifOverlap down = new BifOverlap();
  private boolean isEncodeInfo;
  private boolean amongOrigins;
  private int joints;

  private BifXml(TiffDirectory tags, TiffImage image) {
    this.tags = tags;
    this.image = image;
  }

  /**
   * Reads it.
   *
   * @param tags of the image of level 0
   * @param image the same
   */
  static BifMosaic read(TiffDirectory tags, TiffImage image) throws IOException {
    BifXml xml = new BifXml(tags, image);
    SlideXml.read(tags, NAME, text(tags), xml::begin);
    if (!xml.isEncodeInfo) {
      throw unplaceable(tags, "the XML of its level 0 (tag 700) is no EncodeInfo");
    }
    return xml.mosaic();
  }

  static IOException unplaceable(TiffDirectory tags, String why) {
    return tags.unsound("is a Ventana slide whose tiles can't be placed: " + why);
  }

  private static String text(TiffDirectory tags) throws IOException {
    String text = tags.rawText(TiffTag.XMP);
    int end = text.indexOf('\0');
    return (end < 0 ? text : text.substring(0, end)).replace("\ufeff", "").strip();
  }

  private void begin(XMLStreamReader at) throws IOException {
    String element = at.getLocalName();
    switch (element) {
      case "EncodeInfo" -> isEncodeInfo = true;
      case "ImageInfo" -> area(new BifElement(tags, at, "ImageInfo " + (told.size() + 1)));
      case "TileJointInfo" -> joint(new BifElement(tags, at, "TileJointInfo " + (joints + 1)));
      case "AoiOrigin" -> amongOrigins = true;
      default -> {
        if (amongOrigins && element.startsWith("AOI")) {
          BifElement origin = new BifElement(tags, at, "AoiOrigin/" + element);
          checkAreas(origins.size(), "AoiOrigin");
          origins.add(new Origin(origin.whole("OriginX"), origin.whole("OriginY")));
        }
      }
    }
  }

  private void area(BifElement info) throws IOException {
    checkAreas(told.size(), "ImageInfo");
    boolean scanned = info.whole("AOIScanned") != 0;
    long width = scanned ? info.whole("Width") : image.tileWidth();
    long height = scanned ? info.whole("Height") : image.tileHeight();
    if (width != image.tileWidth() || height != image.tileHeight()) {
      throw unplaceable(
          tags,
          "its %s speaks of tiles of %d x %d pixels (Width, Height), its image has %d x %d"
              .formatted(info.name(), width, height, image.tileWidth(), image.tileHeight()));
    }
    boolean placed = info.has("Pos-X") && info.has("Pos-Y");
    told.add(
        new Told(
            placed && scanned ? info.number("Pos-X") : 0,
            placed && scanned ? info.number("Pos-Y") : 0,
            placed,
            scanned ? count(info, "NumCols", image.tilesAcross()) : 0,
            scanned ? count(info, "NumRows", image.tilesDown()) : 0,
            scanned));
  }

  private void checkAreas(int soFar, String element) throws IOException {
    if (soFar == MOST_AREAS) {
      throw unplaceable(
          tags, "its EncodeInfo has more than %d areas (%s)".formatted(MOST_AREAS, element));
    }
  }

  private int count(BifElement info, String attribute, int most) throws IOException {
    long count = info.whole(attribute);
    if (count < 1 || count > most) {
      throw unplaceable(
          tags,
          "its %s has %s=%d, its image has %d".formatted(info.name(), attribute, count, most));
    }
    return (int) count;
  }

  private void joint(BifElement joint) throws IOException {
    joints++;
    if (told.isEmpty()) {
      throw unplaceable(tags, "its " + joint.name() + " stands in no ImageInfo");
    }
    Told area = told.get(told.size() - 1);
    if (!area.scanned() || (joint.has("FlagJoined") && joint.whole("FlagJoined") == 0)) {
      return;
    }
    boolean horizontal =
        switch (joint.text("Direction")) {
          case "LEFT", "RIGHT" -> true;
          case "UP", "DOWN" -> false;
          default ->
              throw unplaceable(
                  tags,
                  "its %s has the Direction %s, which is none of LEFT, RIGHT, UP and DOWN"
                      .formatted(joint.name(), PlainText.quoted(joint.text("Direction"))));
        };
    checkNeighbours(area, joint, horizontal);
    double confidence = joint.number("Confidence");
    if (!(confidence >= 0 && confidence <= 100)) {
      throw unplaceable(
          tags, "its %s has a Confidence of %s of 100".formatted(joint.name(), confidence));
    }
    if (horizontal) {
      across.add(joint.number("OverlapX"), confidence);
    } else {
      down.add(joint.number("OverlapY"), confidence);
    }
  }

  /** Scanners of several makes begin the pair with either of its tiles. */
  private void checkNeighbours(Told area, BifElement joint, boolean horizontal) throws IOException {
    int[] one = tile(area, joint, "Tile1");
    int[] other = tile(area, joint, "Tile2");
    int columns = Math.abs(one[0] - other[0]);
    int rows = Math.abs(one[1] - other[1]);
    if (columns != (horizontal ? 1 : 0) || rows != (horizontal ? 0 : 1)) {
      throw unplaceable(
          tags,
          "its %s joins %s the tiles %s and %s, which are not neighbours so (Tile1, Tile2)"
              .formatted(
                  joint.name(), joint.text("Direction"), joint.text("Tile1"), joint.text("Tile2")));
    }
  }

  /** Returns column and row of a tile in its area, from the top left. */
  private int[] tile(Told area, BifElement joint, String attribute) throws IOException {
    long number = joint.whole(attribute) - 1;
    long tiles = (long) area.columns() * area.rows();
    if (number < 0 || number >= tiles) {
      throw unplaceable(
          tags,
          "its %s speaks of tile %d of %d (%s)"
              .formatted(joint.name(), number + 1, tiles, attribute));
    }
    int fromBottom = (int) (number / area.columns());
    int along = (int) (number % area.columns());
    int column = fromBottom % 2 == 0 ? along : area.columns() - 1 - along;
    return new int[] {column, area.rows() - 1 - fromBottom};
  }

  private BifMosaic mosaic() throws IOException {
    if (told.isEmpty()) {
      throw unplaceable(tags, "its EncodeInfo has no SlideStitchInfo/ImageInfo");
    }
    if (told.size() != origins.size()) {
      throw unplaceable(
          tags,
          "its EncodeInfo tells of %d areas (ImageInfo) and of %d places of their tiles (AoiOrigin)"
              .formatted(told.size(), origins.size()));
    }
    List<Told> scanned = told.stream().filter(Told::scanned).toList();
    if (scanned.isEmpty()) {
      throw unplaceable(tags, "its EncodeInfo tells of no scanned area (AOIScanned)");
    }
    if (scanned.size() > 1 && !scanned.stream().allMatch(Told::placed)) {
      throw unplaceable(tags, "its ImageInfo lacks Pos-X or Pos-Y, and it has several areas");
    }
    double stepX =
        image.tileWidth() - overlap(across, "RIGHT", image.tileWidth(), most(scanned, true) > 1);
    double stepY =
        image.tileHeight() - overlap(down, "UP", image.tileHeight(), most(scanned, false) > 1);
    return new BifMosaic(
        areas(stepY), told.size() - scanned.size(), stepX, stepY, across.range(), down.range());
  }

  private static int most(List<Told> areas, boolean columns) {
    return areas.stream().mapToInt(a -> columns ? a.columns() : a.rows()).max().orElse(0);
  }

  private double overlap(BifOverlap overlap, String direction, int tile, boolean needed)
      throws IOException {
    String unsure = needed ? overlap.unsure(direction) : "";
    if (!unsure.isEmpty()) {
      throw unplaceable(tags, unsure);
    }
    double mean = needed ? overlap.mean() : 0;
    if (Math.abs(mean) > tile / 2.0) {
      throw unplaceable(
          tags,
          "the mean overlap of its TileJointInfo of the direction %s is %.1f of %d pixels"
              .formatted(direction, mean, tile));
    }
    return mean;
  }

  private List<BifArea> areas(double stepY) throws IOException {
    List<BifArea> areas = new ArrayList<>();
    long top = 0;
    for (Told one : told) {
      top = Math.max(top, (long) one.fromBottom() + height(one, stepY));
    }
    for (int i = 0; i < told.size(); i++) {
      Told one = told.get(i);
      if (one.scanned()) {
        BifArea area =
            area(one, origins.get(i), top - (long) one.fromBottom() - height(one, stepY));
        for (BifArea other : areas) {
          if (area.sharesTilesWith(other)) {
            throw unplaceable(tags, "two of its areas share tiles (AoiOrigin, NumCols, NumRows)");
          }
        }
        areas.add(area);
      }
    }
    long left = areas.stream().mapToLong(BifArea::x).min().orElse(0);
    return left < 0 ? areas.stream().map(area -> area.moved(-left, 0)).toList() : areas;
  }

  private long height(Told area, double stepY) {
    return area.scanned() ? (long) ((area.rows() - 1) * stepY + image.tileHeight()) : 0;
  }

  private BifArea area(Told one, Origin origin, long y) throws IOException {
    if (origin.x() % image.tileWidth() != 0 || origin.y() % image.tileHeight() != 0) {
      throw unplaceable(
          tags,
          "its AoiOrigin %d, %d is no multiple of its tiles' %d x %d pixels"
              .formatted(origin.x(), origin.y(), image.tileWidth(), image.tileHeight()));
    }
    long column = origin.x() / image.tileWidth();
    long row = origin.y() / image.tileHeight();
    if (column < 0
        || row < 0
        || column > image.tilesAcross() - one.columns()
        || row > image.tilesDown() - one.rows()) {
      throw unplaceable(
          tags,
          "an area of %d x %d tiles from AoiOrigin %d, %d on leaves its image of %d x %d"
              .formatted(
                  one.columns(),
                  one.rows(),
                  origin.x(),
                  origin.y(),
                  image.tilesAcross(),
                  image.tilesDown()));
    }
    return new BifArea((long) one.x(), y, (int) column, (int) row, one.columns(), one.rows());
  }
}
