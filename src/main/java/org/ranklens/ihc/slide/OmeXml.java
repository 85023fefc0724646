package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalDouble;
import javax.xml.stream.XMLStreamReader;

/** Pixel size and objective in OME-XML (OME schema 2016-06; older ones are in micrometres). */
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

  private final int width;
  private final int height;
  private PixelSize pixelSize = PixelSize.unknown();
  private boolean exact;
  private OptionalDouble objectivePower = OptionalDouble.empty();

  private OmeXml(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /**
   * Reads the XML.
   *
   * @param width of the slide, to tell its Pixels element from a label's
   * @param height likewise
   */
  static OmeXml of(TiffDirectory tags, String xml, int width, int height) throws IOException {
    OmeXml found = new OmeXml(width, height);
    SlideXml.read(tags, "OME-XML", xml, found::begin);
    return found;
  }

  private void begin(XMLStreamReader at) {
    switch (at.getLocalName()) {
      case "Pixels" -> pixels(at);
      case "Objective" -> {
        String power = at.getAttributeValue(null, "NominalMagnification");
        if (power != null && objectivePower.isEmpty()) {
          objectivePower = TiffText.positive(power);
        }
      }
      default -> {
        // Nothing else is of use here.
      }
    }
  }

  private void pixels(XMLStreamReader at) {
    boolean same = size(at, "SizeX") == width && size(at, "SizeY") == height;
    boolean first = pixelSize.source().isEmpty();
    if (exact || !(same || first)) {
      return;
    }
    exact = same;
    double across = microns(at, "PhysicalSizeX");
    double down = microns(at, "PhysicalSizeY");
    pixelSize = across > 0 ? PixelSize.found(across, down, "OME-XML") : PixelSize.unknown();
  }

  private static double size(XMLStreamReader at, String name) {
    String value = at.getAttributeValue(null, name);
    return value == null ? 0 : TiffText.positive(value).orElse(0);
  }

  /** Returns 0 where it is absent, or in pixels or another thing that is no length. */
  private static double microns(XMLStreamReader at, String name) {
    String unit = at.getAttributeValue(null, name + "Unit");
    return size(at, name) * (unit == null ? 1 : MICRONS.getOrDefault(unit.strip(), 0.0));
  }

  PixelSize pixelSize() {
    return pixelSize;
  }

  OptionalDouble objectivePower() {
    return objectivePower;
  }
}
