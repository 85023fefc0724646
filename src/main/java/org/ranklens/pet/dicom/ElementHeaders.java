package org.ranklens.pet.dicom;

import java.io.EOFException;
import java.io.IOException;

/** The headers of elements, one after the other; what is wrong is told by the one read last. */
final class ElementHeaders {

  static final int ITEM = 0xFFFEE000;
  static final int ITEM_END = 0xFFFEE00D;
  static final int SEQUENCE_END = 0xFFFEE0DD;
  static final long UNDEFINED = 0xFFFFFFFFL;

  final String source;
  final ByteWindow bytes;

  private int tag;
  private long tagOffset;

  ElementHeaders(String source, ByteWindow bytes) {
    this.source = source;
    this.bytes = bytes;
  }

  /**
   * An element's header.
   *
   * @param tag its number
   * @param offset where it begins
   * @param vr its value representation; empty where it isn't written
   * @param length of its value, bytes, or {@link #UNDEFINED}
   */
  record Header(int tag, long offset, String vr, long length) {}

  /** Reads the next header. */
  Header next(boolean explicitVr) throws IOException {
    tagOffset = bytes.position();
    int group = bytes.unsignedShort();
    tag = (group << 16) | bytes.unsignedShort();
    if (!explicitVr || group == 0xFFFE) {
      return new Header(tag, tagOffset, "", bytes.unsignedInt());
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
        return new Header(tag, tagOffset, vr, bytes.unsignedInt());
      }
      default -> {
        return new Header(tag, tagOffset, vr, bytes.unsignedShort());
      }
    }
  }

  /** What is wrong from now on is about an element read before. */
  void backTo(Header header) {
    tag = header.tag;
    tagOffset = header.offset;
  }

  /** Returns where a value ends that begins here. */
  long end(long valueLength) throws IOException {
    if (valueLength == UNDEFINED) {
      return bytes.length();
    }
    if (valueLength > bytes.remaining()) {
      throw new EOFException(valueLength + " bytes wanted, " + bytes.remaining() + " left");
    }
    return bytes.position() + valueLength;
  }

  void skip(long length) throws IOException {
    if (length > bytes.remaining()) {
      throw new EOFException(length + " bytes wanted, " + bytes.remaining() + " left");
    }
    bytes.skip(length);
  }

  IOException truncated(EOFException cause) {
    return new IOException(
        "%s: the file is truncated: %s at offset %s: %s."
            .formatted(source, Tag.label(tag), tagOffset, cause.getMessage()),
        cause);
  }

  IOException damaged(String what) {
    return new IOException(
        "%s: the file is damaged: %s at offset %s %s."
            .formatted(source, Tag.label(tag), tagOffset, what));
  }
}
