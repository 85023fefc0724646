package org.ranklens.ihc.slide;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * What the header of a DICOM slide says of its size. Pixels: PixelSpacing of the shared functional
 * groups, else ImagerPixelSpacing, else the imaged volume over the pixel matrix (DICOM PS3.3,
 * C.7.6.16.2.1 and C.8.12.4). Elements are walked over flat, those of sequences as they come.
 */
final class DicomHeader {

  private static final int PREAMBLE_BYTES = 132;
  private static final int MOST_ELEMENTS = 20_000;
  private static final int MOST_VALUE_BYTES = 256;

  private static final int TRANSFER_SYNTAX = 0x0002_0010;
  private static final int IMAGER_PIXEL_SPACING = 0x0018_1164;
  private static final int PIXEL_SPACING = 0x0028_0030;
  private static final int IMAGED_VOLUME_WIDTH = 0x0048_0001;
  private static final int IMAGED_VOLUME_HEIGHT = 0x0048_0002;
  private static final int MATRIX_COLUMNS = 0x0048_0006;
  private static final int MATRIX_ROWS = 0x0048_0007;
  private static final int PIXEL_MEASURES = 0x0028_9110;
  private static final int SHARED_GROUPS = 0x5200_9229;
  private static final int PIXEL_DATA = 0x7fe0_0010;
  private static final int ITEM_GROUP = 0xfffe;
  private static final String IMPLICIT = "1.2.840.10008.1.2";

  private final FileChannel channel;
  private long at = PREAMBLE_BYTES;
  private boolean implicit;
  private String spacing = "";
  private String imagerSpacing = "";
  private double wideMillimetres;
  private double highMillimetres;
  private double columns;
  private double rows;

  private DicomHeader(FileChannel channel) {
    this.channel = channel;
  }

  /** Reads a header. */
  static DicomHeader of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      DicomHeader header = new DicomHeader(channel);
      try {
        int elements = 0;
        while (elements < MOST_ELEMENTS && header.element()) {
          elements++;
        }
      } catch (EOFException e) {
        // What stands before the end counts; who reads the pixels tells what is broken.
      }
      return header;
    }
  }

  /** Returns whether the slide, at this level, has more pixels than a reader found. */
  boolean exceeds(Level found) {
    return columns > found.width() || rows > found.height();
  }

  /** Returns the size of the slide, for messages. */
  String matrix() {
    return String.format(Locale.ROOT, "%.0f x %.0f", columns, rows);
  }

  /**
   * Returns the pixel size.
   *
   * @param width of level 0; the file may hold another level
   */
  PixelSize pixelSize(int width) {
    double larger = columns > 0 ? columns / width : 1;
    String told = spacing.isEmpty() ? imagerSpacing : spacing;
    if (!told.isEmpty()) {
      String[] pair = told.split("\\\\", -1);
      double down = TiffText.positive(pair[0]).orElse(0);
      double across = pair.length < 2 ? down : TiffText.positive(pair[1]).orElse(0);
      return PixelSize.found(
          1_000 * across * larger, 1_000 * down * larger, "DICOM's pixel spacing");
    }
    if (wideMillimetres > 0 && highMillimetres > 0 && columns > 0 && rows > 0) {
      return PixelSize.found(
          1_000 * wideMillimetres / columns * larger,
          1_000 * highMillimetres / rows * larger,
          "DICOM's imaged volume");
    }
    return PixelSize.unknown();
  }

  /** Steps over an element; returns whether one may follow that is of use. */
  private boolean element() throws IOException {
    ByteBuffer head = bytes(at, 8);
    int group = Short.toUnsignedInt(head.getShort(0));
    int tag = group << 16 | Short.toUnsignedInt(head.getShort(2));
    if (tag == PIXEL_DATA) {
      return false;
    }
    at += 8;
    if (group == ITEM_GROUP) {
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
    if (sequence || length == 0xffff_ffffL) {
      return true;
    }
    if (length <= MOST_VALUE_BYTES) {
      value(tag, bytes(at, (int) length));
    }
    at += length;
    return at < channel.size();
  }

  private void value(int tag, ByteBuffer value) {
    String text =
        StandardCharsets.US_ASCII.decode(value.duplicate()).toString().replace('\0', ' ').strip();
    switch (tag) {
      case TRANSFER_SYNTAX -> implicit = text.equals(IMPLICIT);
      case PIXEL_SPACING -> spacing = spacing.isEmpty() ? text : spacing;
      case IMAGER_PIXEL_SPACING -> imagerSpacing = text;
      case IMAGED_VOLUME_WIDTH -> wideMillimetres = value.limit() < 4 ? 0 : value.getFloat(0);
      case IMAGED_VOLUME_HEIGHT -> highMillimetres = value.limit() < 4 ? 0 : value.getFloat(0);
      case MATRIX_COLUMNS -> columns = value.limit() < 4 ? 0 : value.getInt(0);
      case MATRIX_ROWS -> rows = value.limit() < 4 ? 0 : value.getInt(0);
      default -> {
        // Nothing of a size.
      }
    }
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
