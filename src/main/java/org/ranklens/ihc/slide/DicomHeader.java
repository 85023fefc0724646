package org.ranklens.ihc.slide;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What the header of a DICOM slide says of its size. Pixels: PixelSpacing of the shared functional
 * groups, else ImagerPixelSpacing, else the imaged volume over the pixel matrix (DICOM PS3.3,
 * C.7.6.16.2.1 and C.8.12.4). Elements are walked over flat, those of sequences as they come.
 */
final class DicomHeader {

  private static final int PREAMBLE_BYTES = 132;
  private static final int MOST_ELEMENTS = 2_000_000;
  private static final int MOST_VALUE_BYTES = 256;

  private static final int IMAGE_TYPE = 0x0008_0008;
  private static final int SERIES = 0x0020_000e;
  private static final int IN_CONCATENATION_TOTAL = 0x0020_9163;
  private static final int PHOTOMETRIC = 0x0028_0004;
  private static final int PLANAR_CONFIGURATION = 0x0028_0006;
  private static final int BITS_STORED = 0x0028_0101;
  private static final int FOCAL_PLANES = 0x0048_0303;
  private static final int FRAME_COLUMN = 0x0048_021e;
  private static final int FRAME_ROW = 0x0048_021f;
  private static final int TRANSFER_SYNTAX = 0x0002_0010;
  private static final int SAMPLES_PER_PIXEL = 0x0028_0002;
  private static final int NUMBER_OF_FRAMES = 0x0028_0008;
  private static final int FRAME_ROWS = 0x0028_0010;
  private static final int FRAME_COLUMNS = 0x0028_0011;
  private static final int BITS_ALLOCATED = 0x0028_0100;
  private static final int IN_CONCATENATION_NUMBER = 0x0020_9162;
  private static final int ORGANISATION = 0x0020_9311;
  private static final int IMAGER_PIXEL_SPACING = 0x0018_1164;
  private static final int PIXEL_SPACING = 0x0028_0030;
  private static final int IMAGED_VOLUME_WIDTH = 0x0048_0001;
  private static final int IMAGED_VOLUME_HEIGHT = 0x0048_0002;
  private static final int MATRIX_COLUMNS = 0x0048_0006;
  private static final int MATRIX_ROWS = 0x0048_0007;
  private static final int PIXEL_MEASURES = 0x0028_9110;
  private static final int SHARED_GROUPS = 0x5200_9229;
  private static final int PIXEL_DATA = 0x7fe0_0010;
  private static final int ICON = 0x0088_0200;
  private static final long UNDEFINED = 0xffff_ffffL;
  private static final int SEQUENCE_END = 0xfffe_e0dd;
  private static final int ITEM_GROUP = 0xfffe;
  private static final String IMPLICIT = "1.2.840.10008.1.2";

  /** Where frames lie one after the other, row by row (DICOM PS3.3, C.7.6.17.3). */
  private static final String FULL = "TILED_FULL";

  private final FileChannel channel;
  private long at = PREAMBLE_BYTES;
  private boolean implicit;
  private String transferSyntax = "";
  private String organisation = "";
  private boolean concatenated;
  private boolean inIcon;
  private long pixelsAt = -1;
  private boolean ended;
  private int frames = 1;
  private int frameRows;
  private int frameColumns;
  private int samples = 1;
  private int bits = 8;
  private String spacing = "";
  private String imagerSpacing = "";
  private double wideMillimetres;
  private double highMillimetres;
  private double columns;
  private double rows;
  private String imageType = "";
  private String series = "";
  private String photometric = "";
  private int planar;
  private int bitsStored;
  private int focalPlanes = 1;
  private int concatenationTotal;
  private final List<Integer> frameColumnsAt = new ArrayList<>();
  private final List<Integer> frameRowsAt = new ArrayList<>();

  /** Where the sequences of known lengths end that were entered, and how many others are open. */
  private long sequenceEnd;

  private int openSequences;

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
        header.ended = elements < MOST_ELEMENTS;
      } catch (EOFException e) {
        // What stands before the end counts; who reads the pixels tells what is broken.
        header.ended = true;
      }
      return header;
    }
  }

  /** Returns whether the slide, at this level, has more pixels than a reader found. */
  boolean exceeds(Level found) {
    return columns > found.width() || rows > found.height();
  }

  /** Returns where the element of the pixels begins, empty where it is not there. */
  OptionalLong pixelsAt() {
    return pixelsAt < 0 ? OptionalLong.empty() : OptionalLong.of(pixelsAt);
  }

  /** Returns whether the header was walked over to its end. */
  boolean isWhole() {
    return ended;
  }

  boolean isImplicit() {
    return implicit;
  }

  String transferSyntax() {
    return transferSyntax;
  }

  int frames() {
    return frames;
  }

  int frameRows() {
    return frameRows;
  }

  int frameColumns() {
    return frameColumns;
  }

  /** Returns the bytes of all frames where they are not compressed. */
  long plainBytes() {
    return (long) frames * frameRows * frameColumns * samples * bits / 8;
  }

  /**
   * Returns whether all frames of its pixel matrix must be there, row by row; of a concatenation
   * each file has a part of them (DICOM PS3.3, C.7.6.16.2.2.4).
   */
  boolean isFull() {
    return organisation.equals(FULL) && !concatenated;
  }

  /** Returns whether each frame says where it lies, and some may be left out. */
  boolean isTiledSparse() {
    return organisation.equals("TILED_SPARSE");
  }

  /** Returns whether frames may be left out or stand in any order. */
  boolean isSparse() {
    return !organisation.isEmpty() && !isFull();
  }

  /** Returns how many frames of its size the pixel matrix has, 0 where that is not told. */
  long tiles() {
    if (frameRows < 1 || frameColumns < 1 || columns < 1 || rows < 1) {
      return 0;
    }
    return (long) (Math.ceil(columns / frameColumns) * Math.ceil(rows / frameRows));
  }

  /** Returns the samples of a pixel, their bits and how they are stored. */
  int samples() {
    return samples;
  }

  int bits() {
    return bits;
  }

  int bitsStored() {
    return bitsStored == 0 ? bits : bitsStored;
  }

  String photometric() {
    return photometric;
  }

  boolean planar() {
    return planar != 0;
  }

  String series() {
    return series;
  }

  /** Returns whether it is a level of the slide, not a label, an overview or a thumbnail of it. */
  boolean isVolume() {
    return !imageType.matches(".*\\b(LABEL|OVERVIEW|THUMBNAIL|LOCALIZER)\\b.*");
  }

  int focalPlanes() {
    return Math.max(1, focalPlanes);
  }

  boolean isConcatenated() {
    return concatenated;
  }

  /** Returns of how many files it is one, 0 where that is not told. */
  int concatenationTotal() {
    return concatenationTotal;
  }

  /** Returns the columns at which frames begin, from 0 on, where the file tells; else nothing. */
  List<Integer> frameColumnsAt() {
    return frameColumnsAt;
  }

  /** Returns the rows at which frames begin, likewise. */
  List<Integer> frameRowsAt() {
    return frameRowsAt;
  }

  /** Returns the width of the pixel matrix. */
  int width() {
    return (int) columns;
  }

  /** Returns the height of the pixel matrix. */
  int height() {
    return (int) rows;
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
    String text =
        StandardCharsets.US_ASCII.decode(value.duplicate()).toString().replace('\0', ' ').strip();
    switch (tag) {
      case TRANSFER_SYNTAX -> {
        transferSyntax = text;
        implicit = text.equals(IMPLICIT);
      }
      case IN_CONCATENATION_NUMBER -> concatenated = true;
      case IN_CONCATENATION_TOTAL -> concatenationTotal = number(value);
      case IMAGE_TYPE -> imageType = isTop() ? text : imageType;
      case SERIES -> series = isTop() ? text : series;
      case PHOTOMETRIC -> photometric = isTop() ? text : photometric;
      case PLANAR_CONFIGURATION -> planar = isTop() ? number(value) : planar;
      case BITS_STORED -> bitsStored = isTop() ? number(value) : bitsStored;
      case FOCAL_PLANES -> focalPlanes = value.limit() < 4 ? 1 : value.getInt(0);
      case FRAME_COLUMN -> frameColumnsAt.add(value.limit() < 4 ? -1 : value.getInt(0) - 1);
      case FRAME_ROW -> frameRowsAt.add(value.limit() < 4 ? -1 : value.getInt(0) - 1);
      case ORGANISATION -> organisation = organisation.isEmpty() ? text : organisation;
      case NUMBER_OF_FRAMES -> frames = (int) TiffText.positive(text).orElse(1);
      case FRAME_ROWS -> frameRows = frameRows > 0 ? frameRows : number(value);
      case FRAME_COLUMNS -> frameColumns = frameColumns > 0 ? frameColumns : number(value);
      case SAMPLES_PER_PIXEL -> samples = inIcon ? samples : number(value);
      case BITS_ALLOCATED -> bits = inIcon ? bits : number(value);
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

  /** Returns whether an element is of the file itself, not of one that it speaks of. */
  private boolean isTop() {
    return openSequences == 0 && at >= sequenceEnd;
  }

  private static int number(ByteBuffer value) {
    return value.limit() < 2 ? 0 : Short.toUnsignedInt(value.getShort(0));
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
