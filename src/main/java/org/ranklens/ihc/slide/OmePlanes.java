package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Which pictures of a file belong to which image of its OME-XML: of images that look alike, none is
 * a smaller level of another. In a file without OME-XML, or whose XML lists no pictures, none has
 * an owner.
 */
final class OmePlanes {

  private final OmeXml xml;
  private final Map<TiffDirectory, OmeImage> owners = new HashMap<>();
  private final Map<TiffDirectory, TiffDirectory> parents = new HashMap<>();

  /** Images of which the file lacks pictures. */
  private final Set<OmeImage> incomplete = new HashSet<>();

  private OmePlanes(OmeXml xml) {
    this.xml = xml;
  }

  /** Those of a file without OME-XML. */
  static OmePlanes none() {
    return new OmePlanes(OmeXml.none());
  }

  static OmePlanes of(TiffFile file, List<TiffDirectory> directories) throws IOException {
    Path path = Path.of(file.name());
    OmeXml xml = OmeXml.of(directories.get(0), path);
    OmePlanes planes = new OmePlanes(xml);
    List<TiffDirectory> main = directories.stream().filter(one -> !one.sub()).toList();
    Optional<String> name = nameOf(path.getFileName().toString(), xml.images());
    name.ifPresent(
        own ->
            xml.images()
                .forEach(image -> image.planes().forEach(p -> planes.own(image, p, own, main))));
    TiffDirectory parent = directories.get(0);
    for (TiffDirectory directory : directories) {
      parent = directory.sub() ? parent : directory;
      planes.parents.put(directory, parent);
    }
    return planes;
  }

  /** Returns whether the OME-XML of a TIFF stands in a file of its own; false for a broken one. */
  static boolean hasCompanion(Path path) {
    try (TiffFile file = TiffFile.open(path)) {
      return file.directories().get(0).says(TiffTag.IMAGE_DESCRIPTION, "<BinaryOnly");
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Returns the name by which the XML speaks of this file: its own, or where it was renamed the
   * only one there is; empty where that can't be told.
   */
  private static Optional<String> nameOf(String fileName, List<OmeImage> images) {
    Set<String> names = new HashSet<>();
    images.forEach(image -> image.planes().forEach(planes -> names.add(planes.fileName())));
    names.remove("");
    return names.isEmpty() || names.contains(fileName)
        ? Optional.of(fileName)
        : names.size() == 1 ? names.stream().findFirst() : Optional.empty();
  }

  private void own(OmeImage image, OmeImage.Planes planes, String name, List<TiffDirectory> main) {
    if (!planes.fileName().isEmpty() && !planes.fileName().equals(name)) {
      return;
    }
    long end =
        planes.count().isPresent()
            ? (long) planes.first() + planes.count().getAsInt()
            : main.size();
    if (end > main.size()) {
      incomplete.add(image);
    }
    for (int i = planes.first(); i < Math.min(end, main.size()); i++) {
      owners.putIfAbsent(main.get(i), image);
    }
  }

  Optional<OmeImage> owner(TiffDirectory directory) {
    return Optional.ofNullable(owners.get(parents.get(directory)));
  }

  /** Returns whether the file lacks pictures that its XML lists for an image. */
  boolean lacksSome(OmeImage image) {
    return incomplete.contains(image);
  }

  /** Returns whether a picture is of no image that is called a label, a macro photograph... */
  boolean mayBeSlide(TiffDirectory directory) {
    return owner(directory).map(OmeImage::isSlide).orElse(true);
  }

  /** Returns whether a picture may be a smaller level of another. */
  boolean mayBeLevel(TiffDirectory directory, TiffDirectory full) {
    boolean within = parents.get(directory) == parents.get(full);
    return within || owner(directory).isEmpty();
  }

  /** Returns whether a picture is of another image whose pixels are as large: tissue, too. */
  boolean alike(TiffDirectory directory, TiffDirectory full) {
    Optional<OmeImage> other = owner(directory);
    Optional<OmeImage> own = owner(full);
    return other.isPresent()
        && own.isPresent()
        && !other.get().equals(own.get())
        && other.get().isAlike(own.get());
  }

  /**
   * Returns what the XML tells of the slide: its owner, or where none lists it the image of its
   * size.
   */
  TiffText text(TiffDirectory full) throws IOException {
    if (!xml.trouble().isEmpty()) {
      return new TiffText(PixelSize.missing(xml.trouble()), OptionalDouble.empty());
    }
    long width = full.number(TiffTag.IMAGE_WIDTH, 0);
    long height = full.number(TiffTag.IMAGE_LENGTH, 0);
    Optional<OmeImage> found =
        owner(full)
            .or(() -> xml.images().stream().filter(one -> one.has(width, height)).findFirst())
            .or(() -> xml.images().stream().findFirst());
    if (found.isEmpty()) {
      return new TiffText(PixelSize.unknown(), OptionalDouble.empty());
    }
    OmeImage image = found.get();
    PixelSize pixelSize =
        image.mayHave(width, height)
            ? image.pixelSize()
            : PixelSize.missing(
                String.format(
                    Locale.ROOT,
                    "its OME-XML speaks of %.0f x %.0f pixels, not of these %d x %d",
                    image.width(),
                    image.height(),
                    width,
                    height));
    return new TiffText(pixelSize, image.objectivePower());
  }

  /** Returns whether there is OME-XML. */
  boolean any() {
    return xml.isThere();
  }
}
