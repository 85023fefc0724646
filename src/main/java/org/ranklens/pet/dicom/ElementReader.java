package org.ranklens.pet.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** The elements of a data set and its sequences, one after the other (DICOM PS3.5, 7). */
final class ElementReader {

  /** How an element's header is written. */
  enum Form {
    META,
    EXPLICIT,
    IMPLICIT
  }

  private static final int DEEPEST = 64;

  private final ElementHeaders headers;
  private final ByteWindow bytes;
  private final IntPredicate keep;
  private final boolean explicit;
  private PixelLocation pixels = PixelLocation.none();

  ElementReader(String source, ByteWindow bytes, IntPredicate keep, Form form) {
    this.headers = new ElementHeaders(source, bytes);
    this.bytes = bytes;
    this.keep = keep;
    this.explicit = form != Form.IMPLICIT;
  }

  /** Where the pixels are, once the data set was read. */
  PixelLocation pixels() {
    return pixels;
  }

  /** Reads the file meta information and returns the transfer syntax, empty where none is told. */
  String readMeta() throws IOException {
    try {
      String syntax = "";
      while (bytes.remaining() >= 8) {
        long start = bytes.position();
        int group = bytes.unsignedShort();
        bytes.seek(start);
        if (group != 2) {
          break;
        }
        ElementHeaders.Header header = headers.next(explicit);
        byte[] value = bytes.bytes(header.length());
        if (header.tag() == Tag.TRANSFER_SYNTAX_UID.number()) {
          syntax = ValueDecoder.text(Element.value("UI", value, true), "");
        }
      }
      return syntax;
    } catch (EOFException e) {
      throw headers.truncated(e);
    }
  }

  /** Reads to the pixels or to the end. */
  DataSet readDataSet() throws IOException {
    try {
      return readElements(bytes.length(), true, explicit, 0);
    } catch (EOFException e) {
      throw headers.truncated(e);
    }
  }

  private DataSet readElements(long end, boolean top, boolean explicitVr, int depth)
      throws IOException {
    Map<Integer, Element> elements = new HashMap<>();
    while (bytes.position() < end) {
      if (top && onlyPaddingLeft()) {
        break;
      }
      ElementHeaders.Header header = headers.next(explicitVr);
      if (header.tag() == ElementHeaders.ITEM_END || header.tag() == ElementHeaders.SEQUENCE_END) {
        if (top) {
          // Some writers leave one behind at the end of a sequence of known length.
          continue;
        }
        break;
      }
      if (top && header.tag() == Tag.PIXEL_DATA.number()) {
        pixels = PixelLocator.of(headers, header);
        break;
      }
      readElement(header, explicitVr, depth, elements);
    }
    return new DataSet(headers.source, PrivateTags.resolve(elements));
  }

  /** Reads an element's value into the map, if it is kept. */
  private void readElement(
      ElementHeaders.Header header, boolean explicitVr, int depth, Map<Integer, Element> elements)
      throws IOException {
    int number = header.tag();
    boolean kept = keep.test(number) || PrivateTags.concerns(number);
    // Of unknown representation: what the dictionary says, and undefined length means a sequence
    // in implicit form (PS3.5, 6.2.2).
    boolean unknown = header.vr().equals("UN");
    String vr = unknown || !explicitVr ? PrivateTags.representation(number) : header.vr();
    if (header.length() == ElementHeaders.UNDEFINED && (vr.equals("OB") || vr.equals("OW"))) {
      // The picture of an icon, compressed.
      PixelLocator.of(headers, header);
    } else if (vr.equals("SQ") || header.length() == ElementHeaders.UNDEFINED) {
      List<DataSet> items = readItems(header, explicitVr && !unknown, kept, depth);
      if (kept) {
        elements.put(number, Element.sequence(items));
      }
    } else if (kept) {
      byte[] value = bytes.bytes(header.length());
      String decoded =
          explicitVr ? KnownRepresentations.toDecode(number, header.vr(), header.length()) : vr;
      elements.put(number, Element.value(decoded, value, bytes.littleEndian()));
    } else {
      headers.skip(header.length());
    }
  }

  private List<DataSet> readItems(
      ElementHeaders.Header header, boolean explicitVr, boolean kept, int depth)
      throws IOException {
    List<DataSet> items = new ArrayList<>();
    if (header.length() != ElementHeaders.UNDEFINED && !kept) {
      headers.skip(header.length());
      return items;
    }
    if (depth >= DEEPEST) {
      throw headers.damaged("sequences are nested more than " + DEEPEST + " deep");
    }
    long end = headers.end(header.length());
    while (bytes.position() < end) {
      ElementHeaders.Header item = headers.next(false);
      if (item.tag() == ElementHeaders.SEQUENCE_END) {
        break;
      }
      if (item.tag() != ElementHeaders.ITEM) {
        headers.backTo(header);
        throw headers.damaged("holds " + Tag.label(item.tag()) + " where an item should be");
      }
      DataSet set = readElements(headers.end(item.length()), false, explicitVr, depth + 1);
      if (kept) {
        items.add(set);
      }
    }
    return items;
  }

  /** Some writers fill files up with zeros, to fewer bytes than an element's header takes. */
  private boolean onlyPaddingLeft() throws IOException {
    if (bytes.remaining() >= 8) {
      return false;
    }
    long start = bytes.position();
    boolean padding = true;
    while (bytes.remaining() > 0) {
      padding &= bytes.unsignedByte() == 0;
    }
    bytes.seek(padding ? bytes.length() : start);
    return padding;
  }
}
