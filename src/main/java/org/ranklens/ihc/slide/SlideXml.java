package org.ranklens.ihc.slide;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;

/** XML within a TIFF, read without document types, so that no entity is ever expanded. */
final class SlideXml {

  /** Sees each element as it begins. */
  @FunctionalInterface
  interface Visitor {
    void begin(XMLStreamReader at) throws XMLStreamException, IOException;
  }

  private SlideXml() {}

  /**
   * Walks over the elements.
   *
   * @param what the XML's name, for messages
   * @throws IOException where it is malformed or declares a document type
   */
  static void read(TiffDirectory tags, String what, String xml, Visitor visitor)
      throws IOException {
    read(tags, what, new StreamSource(new StringReader(xml)), visitor);
  }

  /** Walks over the elements of a file, in the encoding that its first bytes tell. */
  static void read(TiffDirectory tags, String what, byte[] xml, Visitor visitor)
      throws IOException {
    read(tags, what, new StreamSource(new ByteArrayInputStream(xml)), visitor);
  }

  private static void read(TiffDirectory tags, String what, Source xml, Visitor visitor)
      throws IOException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(xml);
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamReader.DTD) {
          throw tags.broken("its " + what + " declares a document type, which no slide needs");
        }
        if (event == XMLStreamReader.START_ELEMENT) {
          visitor.begin(reader);
        }
      }
    } catch (XMLStreamException e) {
      throw tags.broken("its " + what + " is malformed in line " + e.getLocation().getLineNumber());
    }
  }
}
