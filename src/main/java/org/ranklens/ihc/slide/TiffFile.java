package org.ranklens.ihc.slide;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The directories of a TIFF or BigTIFF file. Every offset and count is checked against the file's
 * size before anything is allocated. Reading is by position, so threads share it.
 */
final class TiffFile implements Closeable {

  /** Directories of a whole pyramid are some 20; a file with thousands is broken or hostile. */
  private static final int MOST_DIRECTORIES = 1_000;

  private static final int MOST_TAGS = 4_096;
  private static final int CLASSIC = 42;
  private static final int NDPI_LINK_BYTES = 8;
  private static final int BIG = 43;

  private final String name;
  private final FileChannel channel;
  private final long size;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private boolean big;

  /**
   * Whether it is an NDPI above 4 GB: a classic TIFF whose links have eight bytes, behind which
   * each directory has the upper halves of its values (as OpenSlide reads it).
   */
  private boolean wide;

  /** The bytes of a directory. */
  private record Stretch(long from, long to) {}

  private final List<Stretch> directoryBytes = new ArrayList<>();

  private TiffFile(String name, FileChannel channel) throws IOException {
    this.name = name;
    this.channel = channel;
    this.size = channel.size();
  }

  static TiffFile open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new TiffFile(file.toString(), channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  String name() {
    return name;
  }

  boolean littleEndian() {
    return order == ByteOrder.LITTLE_ENDIAN;
  }

  /**
   * Returns all directories, those of SubIFDs behind their parent. One that is named several times,
   * by two SubIFDs or by one and in the chain, is there once, where the chain has it.
   */
  List<TiffDirectory> directories() throws IOException {
    directoryBytes.clear();
    Map<Long, TiffDirectory> chain = chain();
    Set<Long> seen = new HashSet<>(chain.keySet());
    List<TiffDirectory> directories = new ArrayList<>();
    for (Map.Entry<Long, TiffDirectory> main : chain.entrySet()) {
      directories.add(main.getValue());
      for (long sub : main.getValue().longs(TiffTag.SUB_IFDS)) {
        if (sub == main.getKey()) {
          throw circle(sub);
        }
        // Some writers leave a place for one that they never wrote.
        if (sub != 0 && seen.add(sub)) {
          checkNumber(directories.size());
          directories.add(directory(sub, true));
        }
      }
    }
    return directories;
  }

  /** Returns the directories that lead from one to the next, by their place, in that order. */
  private Map<Long, TiffDirectory> chain() throws IOException {
    Map<Long, TiffDirectory> chain = new LinkedHashMap<>();
    long next = header();
    while (next != 0) {
      if (chain.containsKey(next)) {
        throw circle(next);
      }
      checkNumber(chain.size());
      TiffDirectory directory = directory(next, false);
      chain.put(next, directory);
      next = directory.next();
    }
    if (chain.isEmpty()) {
      throw broken("it has no directory");
    }
    return chain;
  }

  private IOException circle(long offset) {
    return broken("its directories go in a circle at byte " + offset);
  }

  private void checkNumber(int directories) throws IOException {
    if (directories >= MOST_DIRECTORIES) {
      throw broken("it has more than " + MOST_DIRECTORIES + " directories");
    }
  }

  private long header() throws IOException {
    if (size < 8) {
      throw broken(size == 0 ? "it is empty" : "it is too short");
    }
    ByteBuffer head = read(0, (int) Math.min(16, size));
    if (head.get(0) == 'M' && head.get(1) == 'M') {
      order = ByteOrder.BIG_ENDIAN;
    } else if (head.get(0) != 'I' || head.get(1) != 'I') {
      throw broken("it does not begin as a TIFF does");
    }
    head.order(order);
    int magic = head.getShort(2);
    big = magic == BIG;
    if ((!big && magic != CLASSIC) || (big && size < 16)) {
      throw broken("it does not begin as a TIFF does");
    }
    if (big) {
      return head.getLong(8);
    }
    wide = size > 0xffff_ffffL && order == ByteOrder.LITTLE_ENDIAN && isNdpi(head.getLong(4));
    return wide ? head.getLong(4) : Integer.toUnsignedLong(head.getInt(4));
  }

  private boolean isNdpi(long directory) throws IOException {
    if (directory < 0 || directory > size - 2) {
      return false;
    }
    int count = Short.toUnsignedInt(read(directory, 2).getShort(0));
    if (count > MOST_TAGS || directory > size - 2 - 12L * count) {
      return false;
    }
    ByteBuffer entries = read(directory + 2, 12 * count);
    return IntStream.range(0, count)
        .anyMatch(i -> Short.toUnsignedInt(entries.getShort(12 * i)) == TiffTag.NDPI_FORMAT);
  }

  private TiffDirectory directory(long offset, boolean sub) throws IOException {
    int countBytes = big ? 8 : 2;
    ByteBuffer head = read(offset, countBytes);
    long count = big ? head.getLong(0) : Short.toUnsignedInt(head.getShort(0));
    if (count < 1 || count > MOST_TAGS) {
      throw broken(
          "the directory at byte %s claims %s tags"
              .formatted(Long.toUnsignedString(offset), Long.toUnsignedString(count)));
    }
    int entryBytes = big ? 20 : 12;
    long linkBytes = big ? 8 : wide ? NDPI_LINK_BYTES + 4 * count : 4;
    long entries = offset + countBytes;
    ByteBuffer body = read(entries, Math.toIntExact(count * entryBytes + linkBytes));
    TiffDirectory directory = new TiffDirectory(this, sub);
    for (int i = 0; i < count; i++) {
      int upper = wide ? body.getInt((int) (count * entryBytes) + NDPI_LINK_BYTES + 4 * i) : 0;
      entry(directory, body, i * entryBytes, entries, (long) upper << 32);
    }
    directoryBytes.add(new Stretch(offset, entries + body.capacity()));
    int link = Math.toIntExact(count * entryBytes);
    directory.next(big || wide ? body.getLong(link) : Integer.toUnsignedLong(body.getInt(link)));
    return directory;
  }

  /**
   * Reads an entry; where its values lie is told only if something needs them.
   *
   * @param upper the upper half of its value or of where its values lie
   */
  private void entry(TiffDirectory directory, ByteBuffer body, int at, long base, long upper)
      throws IOException {
    int tag = Short.toUnsignedInt(body.getShort(at));
    int type = Short.toUnsignedInt(body.getShort(at + 2));
    long count = big ? body.getLong(at + 4) : Integer.toUnsignedLong(body.getInt(at + 4));
    int unit = TiffDirectory.unitBytes(type);
    if (unit == 0) {
      if (TiffTag.decidesPixels(tag)) {
        throw broken("tag " + tag + " is of the unknown type " + type);
      }
      directory.putBroken(tag, "tag %s is of the unknown type %s".formatted(tag, type));
      return;
    }
    if (count < 0 || count > size / unit) {
      directory.putBroken(
          tag,
          "tag %s claims %s values, more than the file holds"
              .formatted(tag, Long.toUnsignedString(count)));
      return;
    }
    long bytes = count * unit;
    int inline = big ? 8 : 4;
    int valueAt = at + (big ? 12 : 8);
    long where =
        bytes <= inline
            ? base + valueAt
            : big ? body.getLong(valueAt) : upper | Integer.toUnsignedLong(body.getInt(valueAt));
    if (where < 0 || where > size - bytes) {
      directory.putBroken(
          tag,
          "the values of tag %s lie past the end, at byte %s"
              .formatted(tag, Long.toUnsignedString(where)));
      return;
    }
    directory.put(tag, type, count, where, bytes <= inline ? upper : 0);
  }

  /** Returns bytes of the file, in its byte order. */
  ByteBuffer read(long offset, int length) throws IOException {
    if (offset < 0 || length < 0 || offset > size - length) {
      throw broken(
          "it ends at byte "
              + size
              + ", before the "
              + length
              + " bytes at byte "
              + Long.toUnsignedString(offset));
    }
    ByteBuffer buffer = ByteBuffer.allocate(length).order(order);
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, offset + buffer.position());
      if (read < 0) {
        throw broken("it ends at byte " + (offset + buffer.position()));
      }
    }
    buffer.flip();
    return buffer;
  }

  /** Returns whether bytes are those of the file's head or of directories that were read. */
  boolean holdsTags(long from, long length) {
    return from < (big ? 16 : 8)
        || directoryBytes.stream().anyMatch(one -> from < one.to() && one.from() < from + length);
  }

  long size() {
    return size;
  }

  IOException broken(String why) {
    return new IOException(name + ": is no sound TIFF: " + why + ".");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
