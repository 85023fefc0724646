package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ranklens.RefusedException;

/**
 * Whether a Zeiss CZI file has all its pieces. Its directory names the place of each (Zeiss, CZI
 * file format specification DS_ZISRAW-FileFormat 1.2.2); where it is lost, Bio-Formats shows the
 * pieces that it finds and nothing in the place of the others. Each piece repeats its entry, by
 * which Bio-Formats goes: of one that was changed it shows the piece elsewhere or never comes back.
 */
final class CziSegments {

  private static final String DIRECTORY = "ZISRAWDIRECTORY";
  private static final String PIECE = "ZISRAWSUBBLOCK";
  private static final int HEAD_BYTES = 32;
  private static final int ID_BYTES = 16;
  private static final int FILE_HEAD_BYTES = 96;
  private static final int DIRECTORY_PLACE = HEAD_BYTES + 52;
  private static final int DIRECTORY_HEAD_BYTES = 128;
  private static final int ENTRY_BYTES = 32;
  private static final int DIMENSION_BYTES = 20;
  private static final int PIXEL_TYPE = 2;
  private static final int PIECE_PLACE = 6;
  private static final int COMPRESSION = 18;
  private static final int PIECE_FILE = 14;
  private static final int DIMENSIONS = 28;
  private static final int DATA_HEAD_BYTES = 16;
  private static final int DIMENSION_PARTS = 5;

  /** Of a dimension what is unused: the place as a float. */
  private static final int UNUSED_PART = 3;

  private static final int MOST_PIECES = 10_000_000;
  private static final int MOST_DIMENSIONS = 64;

  private final Path file;
  private final FileChannel channel;
  private final long size;

  private CziSegments(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    this.size = channel.size();
  }

  /**
   * Checks a file.
   *
   * @throws RefusedException where a piece is missing, with its place
   */
  static void check(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      new CziSegments(file, channel).check();
    }
  }

  private void check() throws IOException {
    ByteBuffer head = read(0, FILE_HEAD_BYTES);
    long directory = head.getLong(DIRECTORY_PLACE);
    if (directory <= 0) {
      throw broken("it has no directory of its pieces", "DirectoryPosition");
    }
    checkSegment(directory, DIRECTORY, "the directory of its pieces");
    int pieces = read(directory + HEAD_BYTES, 4).getInt(0);
    if (pieces < 1 || pieces > MOST_PIECES) {
      throw broken("its directory lists " + pieces + " pieces", DIRECTORY);
    }
    long at = directory + HEAD_BYTES + DIRECTORY_HEAD_BYTES;
    for (int i = 0; i < pieces; i++) {
      ByteBuffer entry = read(at, ENTRY_BYTES);
      // Pieces of a slide in several files may lie in another.
      if (entry.getInt(PIECE_FILE) == 0) {
        checkSegment(
            entry.getLong(PIECE_PLACE), PIECE, "piece " + (i + 1) + " of " + pieces + " of it");
      }
      int dimensions = entry.getInt(DIMENSIONS);
      if (dimensions < 0 || dimensions > MOST_DIMENSIONS) {
        throw broken("piece " + (i + 1) + " has " + dimensions + " dimensions", DIRECTORY);
      }
      if (entry.getInt(PIECE_FILE) == 0) {
        checkPiece(
            read(at, ENTRY_BYTES + dimensions * DIMENSION_BYTES),
            entry.getLong(PIECE_PLACE),
            "piece " + (i + 1) + " of " + pieces);
      }
      at += ENTRY_BYTES + (long) dimensions * DIMENSION_BYTES;
    }
    checkLengths();
  }

  /** Compares a piece's entry in the directory with the one that it repeats itself. */
  private void checkPiece(ByteBuffer entry, long at, String what) throws IOException {
    ByteBuffer segment = read(at, HEAD_BYTES);
    long used = used(segment);
    long within = at + HEAD_BYTES;
    ByteBuffer sizes = read(within, DATA_HEAD_BYTES);
    long metadata = sizes.getInt(0);
    long attachment = sizes.getInt(4);
    long data = sizes.getLong(8);
    boolean fits =
        metadata >= 0
            && attachment >= 0
            && data >= 0
            && data <= used
            && DATA_HEAD_BYTES + entry.limit() + metadata + attachment + data <= used;
    if (!fits) {
      throw broken(
          "%s holds %s, %s and %s bytes, which its %s bytes can't"
              .formatted(what, metadata, attachment, data, used),
          PIECE);
    }
    ByteBuffer own = read(within + DATA_HEAD_BYTES, entry.limit());
    boolean same =
        own.getInt(DIMENSIONS) == entry.getInt(DIMENSIONS)
            && own.getInt(PIXEL_TYPE) == entry.getInt(PIXEL_TYPE)
            && own.getInt(COMPRESSION) == entry.getInt(COMPRESSION);
    for (int part = ENTRY_BYTES; same && part < entry.limit(); part += 4) {
      boolean counts = (part - ENTRY_BYTES) / 4 % DIMENSION_PARTS != UNUSED_PART;
      same = !counts || own.getInt(part) == entry.getInt(part);
    }
    if (!same) {
      throw broken(what + " says of itself another place or size than the directory", PIECE);
    }
  }

  private static long used(ByteBuffer segment) {
    long used = segment.getLong(ID_BYTES + 8);
    return used == 0 ? segment.getLong(ID_BYTES) : used;
  }

  /** Steps from segment to segment, as Bio-Formats does: one of no length it would never leave. */
  private void checkLengths() throws IOException {
    long at = 0;
    while (at <= size - HEAD_BYTES) {
      ByteBuffer head = read(at, HEAD_BYTES);
      String id = StandardCharsets.US_ASCII.decode(head.slice(0, ID_BYTES)).toString();
      if (!id.startsWith("ZISRAW") && !id.startsWith("DELETED")) {
        return;
      }
      long allocated = head.getLong(ID_BYTES);
      if (allocated < 0 || allocated < used(head)) {
        throw broken(
            "its segment at byte %s claims %s bytes".formatted(at, allocated),
            id.replace("\0", ""));
      }
      at = allocated > size - at ? size : at + HEAD_BYTES + allocated;
    }
  }

  private void checkSegment(long at, String id, String what) throws IOException {
    if (at < 0 || at > size - HEAD_BYTES) {
      throw broken(what + " should be at byte " + at + ", but the file ends at byte " + size, id);
    }
    ByteBuffer head = read(at, HEAD_BYTES);
    String found =
        StandardCharsets.US_ASCII.decode(head.slice(0, ID_BYTES)).toString().replace("\0", "");
    if (!found.equals(id)) {
      throw broken(what + " should be at byte " + at + ", where something else is", id);
    }
    long bytes = used(head);
    if (bytes < 0 || bytes > size - HEAD_BYTES - at) {
      throw broken(
          "%s, %s bytes at byte %s, reaches past the end of the file".formatted(what, bytes, at),
          id);
    }
  }

  private ByteBuffer read(long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw broken("it ends early, at byte " + size, DIRECTORY);
      }
    }
    return buffer.flip();
  }

  private RefusedException broken(String why, String field) {
    return new RefusedException(
        "is no whole CZI: " + why,
        file.toString(),
        field,
        "copy it anew from where it was scanned, or export it anew");
  }
}
