package org.ranklens.ihc.slide;

import java.io.IOException;
import javax.xml.stream.XMLStreamReader;
import org.ranklens.PlainText;

/**
 * An element of {@code EncodeInfo} whose attributes must be there and be numbers.
 *
 * @param tags of the file, for messages
 * @param at the element
 * @param name its own, for messages
 */
record BifElement(TiffDirectory tags, XMLStreamReader at, String name) {

  /** Above this a place is no slide's, and sums of places stay exact. */
  private static final double MOST = 1e9;

  boolean has(String attribute) {
    return at.getAttributeValue(null, attribute) != null;
  }

  /** Returns an attribute; an absent one is told. */
  String text(String attribute) throws IOException {
    String value = at.getAttributeValue(null, attribute);
    if (value == null) {
      throw BifXml.unplaceable(tags, "its " + name + " lacks " + attribute);
    }
    return value.strip();
  }

  double number(String attribute) throws IOException {
    String text = text(attribute);
    try {
      double number = Double.parseDouble(text.replace(',', '.'));
      if (Math.abs(number) <= MOST) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number that is none or too large.
    }
    throw BifXml.unplaceable(
        tags, "its %s has %s=%s".formatted(name, attribute, PlainText.quoted(text)));
  }

  long whole(String attribute) throws IOException {
    double number = number(attribute);
    if (number != Math.rint(number)) {
      throw BifXml.unplaceable(
          tags,
          "its %s has %s=%s, which is not whole"
              .formatted(name, attribute, PlainText.quoted(text(attribute))));
    }
    return (long) number;
  }
}
