package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.ranklens.ihc.slide.DicomElements.Place;

/**
 * What the header of a DICOM slide says of its size. Pixels: PixelSpacing of the shared functional
 * groups, else ImagerPixelSpacing, else the imaged volume over the pixel matrix (DICOM PS3.3,
 * C.7.6.16.2.1 and C.8.12.4).
 */
final class DicomHeader {

  private static final int IMAGE_TYPE = 0x0008_0008;
  private static final int SERIES = 0x0020_000e;
  private static final int IN_CONCATENATION_TOTAL = 0x0020_9163;
  private static final int PHOTOMETRIC = 0x0028_0004;
  private static final int PLANAR_CONFIGURATION = 0x0028_0006;
  private static final int BITS_STORED = 0x0028_0101;
  private static final int FOCAL_PLANES = 0x0048_0303;
  private static final int FRAME_COLUMN = 0x0048_021e;
  private static final int FRAME_ROW = 0x0048_021f;
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

  /** Where frames lie one after the other, row by row (DICOM PS3.3, C.7.6.17.3). */
  private static final String FULL = "TILED_FULL";

  private final DicomElements elements;
  private String transferSyntax = "";
  private String organisation = "";
  private boolean concatenated;
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

  private DicomHeader(FileChannel channel) throws IOException {
    elements = new DicomElements(channel, this::take);
    elements.walk();
  }

  /** Reads a header. */
  static DicomHeader of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new DicomHeader(channel);
    }
  }

  /** Returns whether the slide, at this level, has more pixels than a reader found. */
  boolean exceeds(Level found) {
    return columns > found.width() || rows > found.height();
  }

  /** Returns where the element of the pixels begins, empty where it is not there. */
  OptionalLong pixelsAt() {
    long at = elements.pixelsAt();
    return at < 0 ? OptionalLong.empty() : OptionalLong.of(at);
  }

  /** Returns whether the header was walked over to its end. */
  boolean isWhole() {
    return elements.ended();
  }

  boolean isImplicit() {
    return elements.isImplicit();
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

  private void take(int tag, ByteBuffer value, Place place) {
    String text = DicomElements.text(value);
    boolean top = place == Place.TOP;
    switch (tag) {
      case DicomElements.TRANSFER_SYNTAX -> transferSyntax = text;
      case IN_CONCATENATION_NUMBER -> concatenated = true;
      case IN_CONCATENATION_TOTAL -> concatenationTotal = number(value);
      case IMAGE_TYPE -> imageType = top ? text : imageType;
      case SERIES -> series = top ? text : series;
      case PHOTOMETRIC -> photometric = top ? text : photometric;
      case PLANAR_CONFIGURATION -> planar = top ? number(value) : planar;
      case BITS_STORED -> bitsStored = top ? number(value) : bitsStored;
      case FOCAL_PLANES -> focalPlanes = value.limit() < 4 ? 1 : value.getInt(0);
      case FRAME_COLUMN -> frameColumnsAt.add(value.limit() < 4 ? -1 : value.getInt(0) - 1);
      case FRAME_ROW -> frameRowsAt.add(value.limit() < 4 ? -1 : value.getInt(0) - 1);
      case ORGANISATION -> organisation = organisation.isEmpty() ? text : organisation;
      case NUMBER_OF_FRAMES -> frames = (int) TiffText.positive(text).orElse(1);
      case FRAME_ROWS -> frameRows = frameRows > 0 ? frameRows : number(value);
      case FRAME_COLUMNS -> frameColumns = frameColumns > 0 ? frameColumns : number(value);
      case SAMPLES_PER_PIXEL -> samples = place == Place.ICON ? samples : number(value);
      case BITS_ALLOCATED -> bits = place == Place.ICON ? bits : number(value);
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

  private static int number(ByteBuffer value) {
    return value.limit() < 2 ? 0 : Short.toUnsignedInt(value.getShort(0));
  }
}
