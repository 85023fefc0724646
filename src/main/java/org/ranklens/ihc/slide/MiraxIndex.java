package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;

/**
 * The {@code Index.dat} of a MIRAX slide: where in the data files the images of each level lie. It
 * is a version, the slide's id, and lists of pages; all numbers are little-endian, of four bytes.
 */
final class MiraxIndex {

  /** Receives an image: its number in the grid of images of the finest cut, and where it lies. */
  @FunctionalInterface
  interface Images {
    void add(int number, MiraxExtent extent) throws IOException;
  }

  private static final String VERSION = "01.02";

  /** Sixteen bytes an image, of as many as any slide has, and what is around them. */
  private static final long MOST_BYTES = 100_000_000;

  private static final int INT = Integer.BYTES;
  private static final int LEVELS = 0;
  private static final int OTHERS = 1;

  private final MiraxScan scan;
  private final ByteBuffer bytes;
  private final int roots;

  private MiraxIndex(MiraxScan scan, ByteBuffer bytes, int roots) {
    this.scan = scan;
    this.bytes = bytes;
    this.roots = roots;
  }

  static MiraxIndex read(MiraxScan scan) throws IOException {
    if (Files.size(scan.index()) > MOST_BYTES) {
      throw new IOException(scan.index() + ": is no sound MRXS: it is larger than any index.");
    }
    byte[] file = Files.readAllBytes(scan.index());
    String head = VERSION + scan.id();
    byte[] expected = head.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    MiraxIndex index = new MiraxIndex(scan, bytes, expected.length);
    if (file.length < expected.length
        || !bytes.slice(0, expected.length).equals(ByteBuffer.wrap(expected))) {
      throw index.broken(
          "it does not begin with " + VERSION + " and the slide's id (SLIDE_ID of Slidedat.ini)");
    }
    return index;
  }

  /** Hands on the images of a level. */
  void images(int zoom, Images images) throws IOException {
    int page = firstPage(LEVELS, zoom);
    Set<Integer> seen = new HashSet<>();
    while (page != 0) {
      if (!seen.add(page)) {
        throw broken("its pages go in a circle at byte " + page);
      }
      int count = number(page);
      if (count < 0 || count > bytes.limit() / (4 * INT)) {
        throw broken("its page at byte " + page + " claims " + count + " images");
      }
      for (int i = 0; i < count; i++) {
        long at = page + 2L * INT + 4L * INT * i;
        int image = number(at);
        if (image < 0 || image / scan.columns() >= scan.rows()) {
          throw broken("its image " + image + " leaves the slide");
        }
        images.add(image, extent(at + INT));
      }
      page = number(page + (long) INT);
    }
  }

  /** Returns where a record lies that belongs to no level. */
  MiraxExtent other(int record) throws IOException {
    int page = firstPage(OTHERS, record);
    // An item: two numbers that mean nothing here, then where it lies.
    int count = number(page);
    if (count != 1) {
      throw broken("its record %s of no level has %s parts, not one".formatted(record, count));
    }
    long at = page + 4L * INT;
    return extent(at, number(at), number(at + INT), number(at + 2 * INT));
  }

  private MiraxExtent extent(long at) throws IOException {
    return extent(at, number(at), number(at + INT), number(at + 2 * INT));
  }

  private MiraxExtent extent(long at, int offset, int length, int file) throws IOException {
    if (offset < 0 || length < 0 || file < 0 || file >= scan.dataFiles().size()) {
      throw broken(
          "its entry at byte %s is %s bytes at %s of file %s of %s"
              .formatted(at, length, offset, file, scan.dataFiles().size()));
    }
    return new MiraxExtent(file, offset, length);
  }

  /** Each list begins with an empty page. */
  private int firstPage(int kind, int record) throws IOException {
    int head = number(number(roots + (long) INT * kind) + (long) INT * record);
    if (number(head) != 0) {
      throw broken("the first page of a list, at byte " + head + ", is not empty");
    }
    return number(head + (long) INT);
  }

  private int number(long at) throws IOException {
    if (at < roots || at > bytes.limit() - INT) {
      throw broken("it ends at byte " + bytes.limit() + ", and byte " + at + " is asked for");
    }
    return bytes.getInt((int) at);
  }

  IOException broken(String why) {
    return new IOException(scan.index() + ": is no sound MRXS: " + why + ".");
  }
}
