package org.ranklens.ihc.slide;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * The elements of a DICOM file up to its pixels, walked over flat, those of sequences as they come;
 * of long values none is read (DICOM PS3.5, 7).
 */
final class DicomElements {

  static final int TRANSFER_SYNTAX = 0x0002_0010;
  private static final int PREAMBLE_BYTES = 132;
  private static final int MOST_ELEMENTS = 2_000_000;
  private static final int MOST_VALUE_BYTES = 256;
  private static final int PIXEL_MEASURES = 0x0028_9110;
  private static final int SHARED_GROUPS = 0x5200_9229;
  private static final int PIXEL_DATA = 0x7fe0_0010;
  private static final int ICON = 0x0088_0200;
  private static final long UNDEFINED = 0xffff_ffffL;
  private static final int SEQUENCE_END = 0xfffe_e0dd;
  private static final int ITEM_GROUP = 0xfffe;
  private static final String IMPLICIT = "1.2.840.10008.1.2";

  private final FileChannel channel;
  private final Taker taker;
  private long at = PREAMBLE_BYTES;
  private boolean implicit;
  private boolean inIcon;
  private long pixelsAt = -1;
  private boolean ended;

  /** Where the sequences of known lengths end that were entered, and how many others are open. */
  private long sequenceEnd;

  private int openSequences;

  /** Takes the value of an element. */
  interface Taker {
    void take(int tag, ByteBuffer value, Place place);
  }

  /** Where an element stands: in the file itself, in one that it speaks of, in its icon. */
  enum Place {
    TOP,
    SEQUENCE,
    ICON
  }

  DicomElements(FileChannel channel, Taker taker) {
    this.channel = channel;
    this.taker = taker;
  }

  /** Walks over the elements, up to the pixels or the end of the file. */
  void walk() throws IOException {
    try {
      int elements = 0;
      while (elements < MOST_ELEMENTS && element()) {
        elements++;
      }
      ended = elements < MOST_ELEMENTS;
    } catch (EOFException e) {
      // What stands before the end counts; who reads the pixels tells what is broken.
      ended = true;
    }
  }

  /** Returns where the element of the pixels begins, -1 where it is not there. */
  long pixelsAt() {
    return pixelsAt;
  }

  /** Returns whether all was walked over, and not only what is believed of a header. */
  boolean ended() {
    return ended;
  }

  boolean isImplicit() {
    return implicit;
  }

  /** Steps over an element; returns whether one may follow that is of use. */
  private boolean element() throws IOException {
    ByteBuffer head = bytes(at, 8);
    int group = Short.toUnsignedInt(head.getShort(0));
    int tag = group << 16 | Short.toUnsignedInt(head.getShort(2));
    if (tag == PIXEL_DATA && !inIcon) {
      pixelsAt = at;
      return false;
    }
    at += 8;
    if (group == ITEM_GROUP) {
      inIcon &= tag != SEQUENCE_END;
      openSequences -= tag == SEQUENCE_END && openSequences > 0 ? 1 : 0;
      return true;
    }
    long length = Integer.toUnsignedLong(head.getInt(4));
    boolean sequence = tag == PIXEL_MEASURES || tag == SHARED_GROUPS;
    if (group == 2 || !implicit) {
      String vr = StandardCharsets.US_ASCII.decode(head.slice(4, 2)).toString();
      sequence = vr.equals("SQ");
      length = Short.toUnsignedLong(head.getShort(6));
      if ("OB OD OF OL OV OW SQ SV UC UN UR UT UV".contains(vr)) {
        length = Integer.toUnsignedLong(bytes(at, 4).getInt(0));
        at += 4;
      }
    }
    if (tag == ICON && length != UNDEFINED) {
      at += length;
      return at < channel.size();
    }
    if (sequence || length == UNDEFINED) {
      inIcon |= tag == ICON;
      if (length == UNDEFINED) {
        openSequences++;
      } else {
        sequenceEnd = Math.max(sequenceEnd, at + length);
      }
      return true;
    }
    if (length <= MOST_VALUE_BYTES) {
      value(tag, bytes(at, (int) length));
    }
    at += length;
    return at < channel.size();
  }

  private void value(int tag, ByteBuffer value) {
    if (tag == TRANSFER_SYNTAX) {
      implicit = text(value).equals(IMPLICIT);
    }
    boolean top = openSequences == 0 && at >= sequenceEnd;
    taker.take(tag, value, inIcon ? Place.ICON : top ? Place.TOP : Place.SEQUENCE);
  }

  /** Returns a value as text, without what it is filled up with. */
  static String text(ByteBuffer value) {
    return StandardCharsets.US_ASCII
        .decode(value.duplicate())
        .toString()
        .replace('\0', ' ')
        .strip();
  }

  private ByteBuffer bytes(long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw new EOFException("its header ends early");
      }
    }
    return buffer.flip();
  }
}
