package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javax.xml.stream.XMLStreamReader;

/**
 * OME-XML, of a file's first picture or of the companion that it names (OME schema 2016-06; older
 * ones are in micrometres).
 */
final class OmeXml {

  private static final Map<String, Double> MICRONS =
      Map.ofEntries(
          Map.entry("µm", 1.0),
          Map.entry("μm", 1.0),
          Map.entry("um", 1.0),
          Map.entry("pm", 1e-6),
          Map.entry("Å", 1e-4),
          Map.entry("nm", 1e-3),
          Map.entry("mm", 1e3),
          Map.entry("cm", 1e4),
          Map.entry("dm", 1e5),
          Map.entry("m", 1e6),
          Map.entry("thou", 25.4),
          Map.entry("pt", 25_400.0 / 72),
          Map.entry("in", 25_400.0),
          Map.entry("ft", 304_800.0));

  /** That of a plate is some megabytes. */
  private static final long MOST_COMPANION_BYTES = 16 << 20;

  /** A plate of 384 wells, each of some hundred planes. */
  private static final int MOST_LISTED = 100_000;

  /** An image as far as it was read; its objective may be told before it or after. */
  private static final class Draft {
    private String name = "";
    private String objective = "";
    private double width;
    private double height;
    private double channels = 1;
    private double focalPlanes = 1;
    private double significantBits;
    private double acrossMicrons;
    private double downMicrons;
    private final List<OmeImage.Planes> planes = new ArrayList<>();

    OmeImage image(int number, OptionalDouble objectivePower) {
      return new OmeImage(
          number,
          name,
          width,
          height,
          channels,
          focalPlanes,
          significantBits,
          acrossMicrons,
          downMicrons,
          objectivePower,
          planes);
    }
  }

  private final List<Draft> drafts = new ArrayList<>();
  private final List<OmeImage> images = new ArrayList<>();
  private final Map<String, OptionalDouble> objectives = new HashMap<>();
  private OptionalDouble firstPower = OptionalDouble.empty();
  private String companion = "";
  private String trouble = "";
  private int listed;

  private OmeXml() {}

  /** That of a file which has none. */
  static OmeXml none() {
    return new OmeXml();
  }

  static boolean is(String description) {
    return description.contains("<OME") || description.contains(":OME ");
  }

  /** Reads the XML of a file's first picture, and of the companion that it names. */
  static OmeXml of(TiffDirectory tags, Path file) throws IOException {
    OmeXml found = new OmeXml();
    String description = tags.text(TiffTag.IMAGE_DESCRIPTION).orElse("");
    if (!is(description)) {
      return found;
    }
    SlideXml.read(tags, "OME-XML", description, found::begin);
    if (!found.companion.isEmpty()) {
      found.readCompanion(tags, file);
    }
    if (found.listed > MOST_LISTED) {
      throw tags.broken("its OME-XML lists more than " + MOST_LISTED + " images and planes");
    }
    for (Draft draft : found.drafts) {
      found.images.add(draft.image(found.images.size(), found.power(draft)));
    }
    return found;
  }

  private void readCompanion(TiffDirectory tags, Path file) throws IOException {
    Optional<Path> other = beside(file, companion);
    if (other.isEmpty()) {
      trouble = "its OME-XML is in %s, which is not beside it".formatted(companion);
    } else if (Files.size(other.get()) > MOST_COMPANION_BYTES) {
      trouble =
          "its OME-XML is in %s, which holds %s bytes: more than %s are not read"
              .formatted(companion, Files.size(other.get()), MOST_COMPANION_BYTES);
    } else {
      byte[] xml = Files.readAllBytes(other.get());
      SlideXml.read(tags, "OME-XML in " + companion, xml, this::begin);
    }
  }

  /** Finds a file of this name beside another, whatever folder the name speaks of. */
  private static Optional<Path> beside(Path file, String name) {
    try {
      String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
      Path other = file.resolveSibling(last);
      return Files.isRegularFile(other) ? Optional.of(other) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private void begin(XMLStreamReader at) {
    String element = at.getLocalName();
    if ((element.equals("Image") || element.equals("TiffData")) && ++listed > MOST_LISTED) {
      return;
    }
    Draft image = drafts.isEmpty() ? new Draft() : drafts.get(drafts.size() - 1);
    switch (element) {
      case "BinaryOnly" -> companion = text(at, "MetadataFile");
      case "Image" -> {
        drafts.add(new Draft());
        drafts.get(drafts.size() - 1).name = text(at, "Name");
      }
      case "Pixels" -> pixels(at, image);
      case "TiffData" -> image.planes.add(planes(at));
      case "UUID" -> {
        String name = text(at, "FileName");
        if (!image.planes.isEmpty() && !name.isEmpty()) {
          OmeImage.Planes last = image.planes.remove(image.planes.size() - 1);
          image.planes.add(new OmeImage.Planes(last.first(), last.count(), name));
        }
      }
      case "ObjectiveSettings" -> image.objective = text(at, "ID");
      case "Objective" -> {
        OptionalDouble power = TiffText.positive(text(at, "NominalMagnification"));
        objectives.put(text(at, "ID"), power);
        firstPower = firstPower.isPresent() ? firstPower : power;
      }
      default -> {
        // Nothing else is of use here.
      }
    }
  }

  private static void pixels(XMLStreamReader at, Draft image) {
    image.width = number(at, "SizeX");
    image.height = number(at, "SizeY");
    image.channels = number(at, "SizeC");
    image.focalPlanes = number(at, "SizeZ");
    image.significantBits = number(at, "SignificantBits");
    image.acrossMicrons = microns(at, "PhysicalSizeX");
    image.downMicrons = microns(at, "PhysicalSizeY");
  }

  private static OmeImage.Planes planes(XMLStreamReader at) {
    boolean all = text(at, "IFD").isEmpty() && text(at, "PlaneCount").isEmpty();
    double count = number(at, "PlaneCount");
    return new OmeImage.Planes(
        (int) number(at, "IFD"),
        all ? OptionalInt.empty() : OptionalInt.of(Math.max(1, (int) count)),
        "");
  }

  private OptionalDouble power(Draft image) {
    return image.objective.isEmpty()
        ? firstPower
        : objectives.getOrDefault(image.objective, firstPower);
  }

  private static String text(XMLStreamReader at, String name) {
    String value = at.getAttributeValue(null, name);
    return value == null ? "" : value.strip();
  }

  /** Returns 0 where it is absent or no number above it. */
  private static double number(XMLStreamReader at, String name) {
    return TiffText.positive(text(at, name)).orElse(0);
  }

  /** Returns 0 where it is absent, or in pixels or another thing that is no length. */
  private static double microns(XMLStreamReader at, String name) {
    String unit = text(at, name + "Unit");
    return number(at, name) * (unit.isEmpty() ? 1 : MICRONS.getOrDefault(unit, 0.0));
  }

  boolean isThere() {
    return !trouble.isEmpty() || !images.isEmpty();
  }

  /** Returns why the XML that this file speaks of was not read, empty where it was. */
  String trouble() {
    return trouble;
  }

  List<OmeImage> images() {
    return images;
  }
}
