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

  private static final int ITEM = 0xFFFEE000;
  private static final int ITEM_END = 0xFFFEE00D;
  private static final int SEQUENCE_END = 0xFFFEE0DD;
  private static final long UNDEFINED = 0xFFFFFFFFL;
  private static final int DEEPEST = 64;

  private final String source;
  private final ByteWindow bytes;
  private final IntPredicate keep;
  private final boolean explicit;
  private PixelLocation pixels = PixelLocation.none();

  /** The element being read, for messages. */
  private int tag;

  private long tagOffset;

  ElementReader(String source, ByteWindow bytes, IntPredicate keep, Form form) {
    this.source = source;
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
        Header header = header(explicit);
        byte[] value = bytes.bytes(header.length);
        if (tag == Tag.TRANSFER_SYNTAX_UID.number()) {
          syntax = ValueDecoder.text(Element.value("UI", value, true), "");
        }
      }
      return syntax;
    } catch (EOFException e) {
      throw truncated(e);
    }
  }

  /** Reads to the pixels or to the end. */
  DataSet readDataSet() throws IOException {
    try {
      return readElements(bytes.length(), true, explicit, 0);
    } catch (EOFException e) {
      throw truncated(e);
    }
  }

  private DataSet readElements(long end, boolean top, boolean explicitVr, int depth)
      throws IOException {
    Map<Integer, Element> elements = new HashMap<>();
    while (bytes.position() < end) {
      if (top && onlyPaddingLeft()) {
        break;
      }
      Header header = header(explicitVr);
      if (tag == ITEM_END || tag == SEQUENCE_END) {
        if (top) {
          // Some writers leave one behind at the end of a sequence of known length.
          continue;
        }
        break;
      }
      if (top && tag == Tag.PIXEL_DATA.number()) {
        pixels = pixelLocation(header);
        break;
      }
      readElement(header, explicitVr, depth, elements);
    }
    return new DataSet(source, PrivateTags.resolve(elements));
  }

  /** Reads an element's value into the map, if it is kept. */
  private void readElement(
      Header header, boolean explicitVr, int depth, Map<Integer, Element> elements)
      throws IOException {
    int number = tag;
    boolean kept = keep.test(number) || PrivateTags.concerns(number);
    // Of unknown representation: what the dictionary says, and undefined length means a sequence
    // in implicit form (PS3.5, 6.2.2).
    boolean unknown = header.vr.equals("UN");
    String vr = unknown || !explicitVr ? PrivateTags.representation(number) : header.vr;
    if (header.length == UNDEFINED && (vr.equals("OB") || vr.equals("OW"))) {
      // The picture of an icon, compressed.
      pixelLocation(header);
    } else if (vr.equals("SQ") || header.length == UNDEFINED) {
      List<DataSet> items = readItems(header, explicitVr && !unknown, kept, depth);
      if (kept) {
        elements.put(number, Element.sequence(items));
      }
    } else if (kept) {
      byte[] value = bytes.bytes(header.length);
      String decoded =
          explicitVr ? KnownRepresentations.toDecode(number, header.vr, header.length) : vr;
      elements.put(number, Element.value(decoded, value, bytes.littleEndian()));
    } else {
      skip(header.length);
    }
  }

  private List<DataSet> readItems(Header header, boolean explicitVr, boolean kept, int depth)
      throws IOException {
    List<DataSet> items = new ArrayList<>();
    if (header.length != UNDEFINED && !kept) {
      skip(header.length);
      return items;
    }
    if (depth >= DEEPEST) {
      throw damaged("sequences are nested more than " + DEEPEST + " deep");
    }
    int sequence = tag;
    long sequenceOffset = tagOffset;
    long end = end(header.length);
    while (bytes.position() < end) {
      Header item = header(false);
      if (tag == SEQUENCE_END) {
        break;
      }
      if (tag != ITEM) {
        int met = tag;
        tag = sequence;
        tagOffset = sequenceOffset;
        throw damaged("holds " + Tag.label(met) + " where an item should be");
      }
      DataSet set = readElements(end(item.length), false, explicitVr, depth + 1);
      if (kept) {
        items.add(set);
      }
    }
    return items;
  }

  private long end(long valueLength) throws IOException {
    if (valueLength == UNDEFINED) {
      return bytes.length();
    }
    if (valueLength > bytes.remaining()) {
      throw new EOFException(valueLength + " bytes wanted, " + bytes.remaining() + " left");
    }
    return bytes.position() + valueLength;
  }

  private record Header(String vr, long length) {}

  private Header header(boolean explicitVr) throws IOException {
    tagOffset = bytes.position();
    int group = bytes.unsignedShort();
    tag = (group << 16) | bytes.unsignedShort();
    if (!explicitVr || group == 0xFFFE) {
      return new Header("", bytes.unsignedInt());
    }
    char first = (char) bytes.unsignedByte();
    char second = (char) bytes.unsignedByte();
    if (first < 'A' || first > 'Z' || second < 'A' || second > 'Z') {
      throw damaged("has no valid value representation");
    }
    String vr = KnownRepresentations.of(first, second);
    switch (vr) {
      case "OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV" -> {
        bytes.unsignedShort();
        return new Header(vr, bytes.unsignedInt());
      }
      default -> {
        return new Header(vr, bytes.unsignedShort());
      }
    }
  }

  /**
   * The pixels of a data set that somebody else parsed, the window standing behind their header.
   */
  static PixelLocation locate(String source, ByteWindow bytes, int length) throws IOException {
    ElementReader reader = new ElementReader(source, bytes, n -> false, Form.EXPLICIT);
    reader.tag = Tag.PIXEL_DATA.number();
    reader.tagOffset = bytes.position();
    try {
      return reader.pixelLocation(new Header("OW", Integer.toUnsignedLong(length)));
    } catch (EOFException e) {
      throw reader.truncated(e);
    }
  }

  /** Native pixels are one stretch; encapsulated ones are items, of which the first is a table. */
  private PixelLocation pixelLocation(Header header) throws IOException {
    if (header.length != UNDEFINED) {
      PixelLocation.Stretch whole = new PixelLocation.Stretch(bytes.position(), header.length);
      skip(header.length);
      return new PixelLocation(whole, List.of());
    }
    List<PixelLocation.Stretch> items = new ArrayList<>();
    while (true) {
      Header item = header(false);
      if (tag == SEQUENCE_END) {
        break;
      }
      if (tag != ITEM) {
        throw damaged("stands where a fragment of the pixels should be");
      }
      items.add(new PixelLocation.Stretch(bytes.position(), item.length));
      skip(item.length);
    }
    if (items.size() < 2) {
      throw damaged("ends pixels that have no fragment");
    }
    return new PixelLocation(items.get(0), items.subList(1, items.size()));
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

  private void skip(long length) throws IOException {
    if (length > bytes.remaining()) {
      throw new EOFException(length + " bytes wanted, " + bytes.remaining() + " left");
    }
    bytes.skip(length);
  }

  private IOException truncated(EOFException cause) {
    return new IOException(
        "%s: the file is truncated: %s at offset %d: %s."
            .formatted(source, Tag.label(tag), tagOffset, cause.getMessage()),
        cause);
  }

  private IOException damaged(String what) {
    return new IOException(
        "%s: the file is damaged: %s at offset %d %s."
            .formatted(source, Tag.label(tag), tagOffset, what));
  }
}
