package org.ranklens.ihc.slide;

import java.io.IOException;
import java.io.StringReader;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Finds the edge of a pixel in what a TIFF says of itself; what can't be true counts as absent. */
final class PixelSize {

  /** Light microscopy of tissue lies within; 72 dpi is 353 um, vips' 1 mm is 1000 um. */
  private static final double LEAST_MICRONS = 0.02;

  private static final double MOST_MICRONS = 20;

  private static final Pattern APERIO_MPP = Pattern.compile("\\bMPP\\s*=\\s*([0-9.]+)");
  private static final Pattern APERIO_POWER = Pattern.compile("\\bAppMag\\s*=\\s*([0-9.]+)");
  private static final int CENTIMETRE = 3;
  private static final double MICRONS_PER_INCH = 25_400;
  private static final double MICRONS_PER_CENTIMETRE = 10_000;

  private PixelSize() {}

  static OptionalDouble microns(TiffDirectory tags) throws IOException {
    String description = tags.text(TiffTag.IMAGE_DESCRIPTION).orElse("");
    OptionalDouble aperio = match(APERIO_MPP, description);
    if (plausible(aperio)) {
      return aperio;
    }
    if (description.contains("<OME")) {
      OptionalDouble ome = ome(tags, description);
      if (plausible(ome)) {
        return ome;
      }
    }
    OptionalDouble resolution = resolution(tags);
    return plausible(resolution) ? resolution : OptionalDouble.empty();
  }

  static OptionalDouble objectivePower(TiffDirectory tags) throws IOException {
    return match(APERIO_POWER, tags.text(TiffTag.IMAGE_DESCRIPTION).orElse(""));
  }

  private static OptionalDouble match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(matcher.group(1)));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** Returns whether a value is there and can be the pixel size of a slide. */
  static boolean plausible(OptionalDouble microns) {
    return microns.isPresent()
        && microns.getAsDouble() >= LEAST_MICRONS
        && microns.getAsDouble() <= MOST_MICRONS;
  }

  private static OptionalDouble resolution(TiffDirectory tags) throws IOException {
    OptionalDouble perUnit = tags.rational(TiffTag.X_RESOLUTION);
    if (perUnit.isEmpty() || !(perUnit.getAsDouble() > 0)) {
      return OptionalDouble.empty();
    }
    long unit = tags.number(TiffTag.RESOLUTION_UNIT, 2);
    if (unit != 2 && unit != CENTIMETRE) {
      return OptionalDouble.empty();
    }
    double micronsPerUnit = unit == CENTIMETRE ? MICRONS_PER_CENTIMETRE : MICRONS_PER_INCH;
    return OptionalDouble.of(micronsPerUnit / perUnit.getAsDouble());
  }

  /** Returns PhysicalSizeX of the first Pixels element; document types are refused, not read. */
  private static OptionalDouble ome(TiffDirectory tags, String xml) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamReader.DTD) {
          throw tags.broken("its OME-XML declares a document type, which no slide needs");
        }
        if (event == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals("Pixels")) {
          String size = reader.getAttributeValue(null, "PhysicalSizeX");
          String unit = reader.getAttributeValue(null, "PhysicalSizeXUnit");
          return size == null
              ? OptionalDouble.empty()
              : OptionalDouble.of(Double.parseDouble(size) * micronsPer(unit));
        }
      }
    } catch (XMLStreamException e) {
      throw tags.broken("its OME-XML is malformed in line " + e.getLocation().getLineNumber());
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.empty();
  }

  /** Returns 0, and so nothing plausible, for a unit that is no length. */
  private static double micronsPer(String unit) {
    if (unit == null) {
      return 1;
    }
    return switch (unit) {
      case "µm", "um", "μm" -> 1;
      case "nm" -> 1e-3;
      case "mm" -> 1e3;
      case "cm" -> 1e4;
      case "m" -> 1e6;
      case "in" -> MICRONS_PER_INCH;
      default -> 0;
    };
  }
}
