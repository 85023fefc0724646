package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.PlainText;

/**
 * The slide in a Ventana BIF or TIFF (iScan Coreo, iScan HT, DP 200, DP 600): images whose
 * descriptions say {@code level=N mag=M}; the XML of level 0 of a BIF tells how its tiles overlap.
 */
final class BifPyramid {

  /** As in a TIFF: the widest scanners write some 300,000 pixels. */
  private static final long MOST_EDGE = 4_000_000;

  private final TiffFile file;
  private final List<TiffDirectory> directories;
  private final List<TiffPyramid.Stored> stored = new ArrayList<>();
  private Optional<BifMosaic> mosaic = Optional.empty();
  private double fullMagnification;
  private long tiles;

  private BifPyramid(TiffFile file, List<TiffDirectory> directories) {
    this.file = file;
    this.directories = directories;
  }

  /** Returns the image whose XML tells of the scan, empty where the slide is no Ventana's. */
  static Optional<TiffDirectory> scan(List<TiffDirectory> directories) throws IOException {
    for (TiffDirectory directory : directories) {
      if (directory.says(TiffTag.XMP, "<iScan")) {
        return Optional.of(directory);
      }
    }
    refuseUntold(directories);
    return Optional.empty();
  }

  /** Read as a plain TIFF the tiles of a Ventana slide would lie side by side. */
  private static void refuseUntold(List<TiffDirectory> directories) throws IOException {
    for (TiffDirectory directory : directories) {
      String description = directory.head(TiffTag.IMAGE_DESCRIPTION);
      if (description.contains("level=") && description.contains("mag=")) {
        for (TiffDirectory other : directories) {
          other.rawText(TiffTag.XMP);
        }
      }
    }
  }

  static TiffPyramid of(TiffFile file, List<TiffDirectory> directories) throws IOException {
    BifPyramid pyramid = new BifPyramid(file, directories);
    pyramid.readLevels();
    TiffDirectory scan = scan(directories).orElseThrow();
    OmePlanes ome = OmePlanes.none();
    return new TiffPyramid(
        List.copyOf(pyramid.stored),
        TiffMaker.VENTANA,
        TiffText.of(scan, ome),
        TiffOthers.of(
            directories, pyramid.stored.stream().map(TiffPyramid.Stored::tags).toList(), ome),
        pyramid.remarks(scan),
        TiffPyramid.passedOver(directories));
  }

  private void readLevels() throws IOException {
    int number = 0;
    boolean fits = true;
    for (TiffDirectory directory : directories) {
      String description = directory.head(TiffTag.IMAGE_DESCRIPTION);
      if (!directory.sub() && description.contains("level=")) {
        double told = told(description, "level");
        if (told != number++) {
          throw BifXml.unplaceable(
              directory,
              String.format(
                  Locale.ROOT,
                  "an image says level=%.0f where level=%d is due (ImageDescription)",
                  told,
                  number - 1));
        }
        double magnification = told(description, "mag");
        if (stored.isEmpty()) {
          readFull(directory, magnification);
        } else {
          // A smaller one may be of a size that tells nothing of where its pixels lie.
          fits = fits && readSmaller(directory, number - 1, magnification);
        }
      }
    }
    if (stored.isEmpty()) {
      throw BifXml.unplaceable(
          directories.get(0), "no image says that it is level=0 (ImageDescription)");
    }
  }

  private double told(String description, String key) throws IOException {
    for (String word : description.replace('\0', ' ').strip().split("\\s+", -1)) {
      if (word.startsWith(key + "=")) {
        String value = word.substring(key.length() + 1);
        OptionalDouble number = TiffText.positive(value);
        if (number.isPresent() || value.equals("0")) {
          return number.orElse(0);
        }
      }
    }
    throw BifXml.unplaceable(
        directories.get(0),
        "an image is described as %s, without a %s (ImageDescription)"
            .formatted(PlainText.quoted(description.replace('\0', ' ').strip()), key));
  }

  private TiffImage image(TiffDirectory tags) throws IOException {
    if (!TiffImage.isTiled(tags)) {
      throw BifXml.unplaceable(tags, "a level is stored in strips, not in tiles");
    }
    TiffImage image = TiffImage.of(file, tags);
    tiles += image.tiles().count();
    TiffPyramid.checkTiles(file, tiles);
    String unsupported =
        PlainPyramid.colour(tags)
            ? TileDecoder.unsupported(image)
            : "its pixels are no 8-bit or 16-bit grey or RGB";
    if (!unsupported.isEmpty()) {
      throw tags.unsound("is a Ventana slide that can't be read: " + unsupported);
    }
    return image;
  }

  private void readFull(TiffDirectory tags, double magnification) throws IOException {
    if (!(magnification > 0)) {
      throw BifXml.unplaceable(tags, "its level 0 says mag=0 (ImageDescription)");
    }
    TiffImage image = image(tags);
    fullMagnification = magnification;
    if (tags.has(TiffTag.XMP)) {
      mosaic = Optional.of(BifXml.read(tags, image));
    } else if (file.name().toLowerCase(Locale.ROOT).endsWith(".bif")) {
      throw BifXml.unplaceable(tags, "its level 0 has no XML (tag 700) with EncodeInfo");
    }
    add(tags, image, 1);
  }

  /** Adds a smaller level; returns whether it fits to level 0. */
  private boolean readSmaller(TiffDirectory tags, int number, double magnification)
      throws IOException {
    TiffImage full = stored.get(0).image();
    double ratio = fullMagnification / magnification;
    long downsample = Math.round(ratio);
    double last = stored.get(stored.size() - 1).level().downsample();
    if (!(downsample > last && downsample < MOST_EDGE)) {
      throw BifXml.unplaceable(
          tags,
          "level=%s says mag=%s, which is not below that of the level before (ImageDescription)"
              .formatted(number, magnification));
    }
    TiffImage image = image(tags);
    if (image.tileWidth() != full.tileWidth() || image.tileHeight() != full.tileHeight()) {
      throw BifXml.unplaceable(
          tags,
          "level=%s has tiles of %s x %s pixels, level=0 of %s x %s"
              .formatted(
                  number,
                  image.tileWidth(),
                  image.tileHeight(),
                  full.tileWidth(),
                  full.tileHeight()));
    }
    boolean fits =
        fits(full.width(), image.width(), downsample, image.tileWidth())
            && fits(full.height(), image.height(), downsample, image.tileHeight())
            && full.tilesAcross() <= image.tilesAcross() * downsample
            && full.tilesDown() <= image.tilesDown() * downsample;
    if (fits) {
      add(tags, image, (int) downsample);
    }
    return fits;
  }

  /** Levels may be rounded down or up, or filled up to whole tiles. */
  private static boolean fits(int full, int smaller, long downsample, int tile) {
    long across = (long) smaller * downsample;
    return across > full - downsample && across < full + tile * downsample;
  }

  private void add(TiffDirectory tags, TiffImage image, int downsample) throws IOException {
    TiffImage full = stored.isEmpty() ? image : stored.get(0).image();
    long width = Math.min(image.width(), (full.width() + downsample - 1L) / downsample);
    long height = Math.min(image.height(), (full.height() + downsample - 1L) / downsample);
    TileLayout layout = new SideBySide(image);
    if (mosaic.isPresent()) {
      BifMosaic placed = mosaic.get();
      width = placed.width(downsample, image.tileWidth());
      height = placed.height(downsample, image.tileHeight());
      layout = new BifLayout(placed, image, downsample);
    }
    if (width > MOST_EDGE || height > MOST_EDGE) {
      throw BifXml.unplaceable(
          tags, "its areas reach over %s x %s pixels (Pos-X, Pos-Y)".formatted(width, height));
    }
    Level level = new Level(stored.size(), (int) width, (int) height, downsample);
    stored.add(new TiffPyramid.Stored(level, tags, image, layout));
  }

  private List<String> remarks(TiffDirectory scan) throws IOException {
    TiffPyramid.Stored full = stored.get(0);
    List<String> remarks = new ArrayList<>();
    double stacked = (double) full.tags().number(TiffTag.IMAGE_DEPTH, 1);
    double planes = Math.max(TiffText.ventanaFocalPlanes(scan), stacked);
    if (planes > 1) {
      remarks.add(String.format(Locale.ROOT, "of its %.0f focal planes the first is read", planes));
    }
    mosaic.ifPresent(placed -> remarks.addAll(placed.remarks(full.image())));
    return remarks;
  }
}
