package org.ranklens.ihc.slide;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML within a TIFF, read without document types, so that no entity is ever expanded. */
final class SlideXml {

  /** Sees each element as it begins. */
  @FunctionalInterface
  interface Visitor {
    void begin(XMLStreamReader at) throws XMLStreamException, IOException;
  }

  private static final int HEAD_BYTES = 200;
  private static final String MARK = "\ufeff";
  private static final Pattern ENCODING =
      Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)");

  private SlideXml() {}

  /**
   * Walks over the elements.
   *
   * @param what the XML's name, for messages
   * @throws IOException where it is malformed or declares a document type
   */
  static void read(TiffDirectory tags, String what, String xml, Visitor visitor)
      throws IOException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
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

  /** Walks over the elements of a file, in the encoding that its first bytes tell. */
  static void read(TiffDirectory tags, String what, byte[] xml, Visitor visitor)
      throws IOException {
    String text = decoded(tags, what, xml);
    read(tags, what, (text.startsWith(MARK) ? text.substring(1) : text).strip(), visitor);
  }

  /** Decodes it here, for the parser prints that bytes are no text, beside throwing it. */
  private static String decoded(TiffDirectory tags, String what, byte[] xml) throws IOException {
    try {
      return charset(xml).newDecoder().decode(ByteBuffer.wrap(xml)).toString();
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw tags.broken("its " + what + " is no text in the encoding that it tells");
    }
  }

  /** By the byte order mark, else by the declaration, else UTF-8 (XML 1.0, appendix F). */
  private static Charset charset(byte[] xml) {
    String head = new String(xml, 0, Math.min(xml.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u00ff\u00fe") || head.startsWith("<\0")) {
      return StandardCharsets.UTF_16LE;
    }
    if (head.startsWith("\u00fe\u00ff") || head.startsWith("\0<")) {
      return StandardCharsets.UTF_16BE;
    }
    Matcher told = ENCODING.matcher(head);
    return told.find() ? Charset.forName(told.group(1)) : StandardCharsets.UTF_8;
  }
}
