package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/**
 * The {@code EncodeInfo} of a Ventana slide: which areas were scanned, and by how much their tiles
 * overlap.
 */
final class BifXml {

  /** Those of a slide are some ten; each is compared with each. */
  private static final int MOST_AREAS = 200;

  /**
   * An area as it is told.
   *
   * @param x of its left edge, in pixels of level 0
   * @param fromBottom of its lower edge, counted from somewhere below all areas
   * @param placed whether it has such a place
   * @param columns of tiles, 0 where it was not scanned
   * @param rows of tiles, 0 where it was not scanned
   * @param scanned whether there are pixels of it
   */
  record Told(long x, long fromBottom, boolean placed, int columns, int rows, boolean scanned) {}

  /** Where an area's tiles begin, in pixels of the image that holds all tiles. */
  record Origin(long x, long y) {}

  private final TiffDirectory tags;
  private final TiffImage image;
  private final BifJoints joints;
  private final List<Told> told = new ArrayList<>();
  private final List<Origin> origins = new ArrayList<>();
  private boolean isEncodeInfo;
  private boolean amongOrigins;
  private int jointsSoFar;

  private BifXml(TiffDirectory tags, TiffImage image) {
    this.tags = tags;
    this.image = image;
    joints = new BifJoints(tags);
  }

  /**
   * Reads it.
   *
   * @param tags of the image of level 0
   * @param image the same
   */
  static BifMosaic read(TiffDirectory tags, TiffImage image) throws IOException {
    BifXml xml = new BifXml(tags, image);
    SlideXml.read(tags, "EncodeInfo", text(tags), xml::begin);
    if (!xml.isEncodeInfo) {
      throw unplaceable(tags, "the XML of its level 0 (tag 700) is no EncodeInfo");
    }
    return new BifPlaces(tags, image, xml.told, xml.origins, xml.joints).mosaic();
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
      case "TileJointInfo" -> joint(at);
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
    if (info.whole("AOIScanned") == 0) {
      told.add(new Told(0, 0, false, 0, 0, false));
      return;
    }
    long width = info.whole("Width");
    long height = info.whole("Height");
    if (width != image.tileWidth() || height != image.tileHeight()) {
      throw unplaceable(
          tags,
          "its %s speaks of tiles of %s x %s pixels (Width, Height), its image has %s x %s"
              .formatted(info.name(), width, height, image.tileWidth(), image.tileHeight()));
    }
    boolean placed = info.has("Pos-X") && info.has("Pos-Y");
    told.add(
        new Told(
            placed ? (long) info.number("Pos-X") : 0,
            placed ? (long) info.number("Pos-Y") : 0,
            placed,
            count(info, "NumCols", image.tilesAcross()),
            count(info, "NumRows", image.tilesDown()),
            true));
  }

  private void checkAreas(int soFar, String element) throws IOException {
    if (soFar == MOST_AREAS) {
      throw unplaceable(
          tags, "its EncodeInfo has more than %s areas (%s)".formatted(MOST_AREAS, element));
    }
  }

  private int count(BifElement info, String attribute, int most) throws IOException {
    long count = info.whole(attribute);
    if (count < 1 || count > most) {
      throw unplaceable(
          tags,
          "its %s has %s=%s, its image has %s".formatted(info.name(), attribute, count, most));
    }
    return (int) count;
  }

  private void joint(XMLStreamReader at) throws IOException {
    jointsSoFar++;
    BifElement joint = new BifElement(tags, at, "TileJointInfo " + jointsSoFar);
    if (told.isEmpty()) {
      throw unplaceable(tags, "its " + joint.name() + " stands in no ImageInfo");
    }
    Told area = told.get(told.size() - 1);
    if (area.scanned()) {
      joints.add(joint, area.columns(), area.rows());
    }
  }
}
