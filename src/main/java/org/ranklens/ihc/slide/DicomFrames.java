package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ranklens.Jpeg2000Markers;
import org.ranklens.RefusedException;

/**
 * The frames of a DICOM slide: whether all of them are there, and whether they can be decoded.
 * Bio-Formats shows nothing in the place of those that are missing (DICOM PS3.5, A.4).
 */
final class DicomFrames {

  private static final int ITEM = 0xfffe_e000;
  private static final int SEQUENCE_END = 0xfffe_e0dd;
  private static final int HEAD_BYTES = 8;
  private static final int UNDEFINED = 0xffff_ffff;
  private static final String JPEG = "1.2.840.10008.1.2.4.50";
  private static final List<String> JPEG_2000 =
      List.of("1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91");
  private static final String PIXEL_DATA = "(7FE0,0010) PixelData";
  private static final String PLACES =
      "(0048,021E) ColumnPositionInTotalImagePixelMatrix, (0048,021F) RowPosition...";
  private static final String NUMBER_OF_FRAMES = "(0028,0008) NumberOfFrames";

  /** Where the bytes of a frame lie. */
  private record Stretch(long offset, long length) {}

  private final Path file;
  private final DicomHeader header;
  private final FramePlaces places;
  private final List<Stretch> frames = new ArrayList<>();

  private DicomFrames(Path file, DicomHeader header) {
    this.file = file;
    this.header = header;
    places = FramePlaces.of(header);
  }

  /**
   * Finds the frames of a file.
   *
   * @throws RefusedException where some are missing
   */
  static DicomFrames of(Path file) throws IOException {
    DicomFrames frames = new DicomFrames(file, DicomHeader.of(file));
    if (frames.header.isWhole()) {
      frames.checkTold();
      try (FileChannel channel = open(file)) {
        frames.find(channel);
      }
    }
    return frames;
  }

  Path file() {
    return file;
  }

  DicomHeader header() {
    return header;
  }

  /** Returns where those frames lie that tell it. */
  FramePlaces places() {
    return places;
  }

  boolean isOf(Path other) {
    return file.toAbsolutePath().equals(other.toAbsolutePath());
  }

  boolean isAsLargeAs(DicomFrames other) {
    return header.width() == other.header.width() && header.height() == other.header.height();
  }

  /** Returns whether a level is of the size of this file's pixels. */
  boolean isOf(Level level) {
    return header.width() == level.width() && header.height() == level.height();
  }

  /** Returns the tiles that can be tried out, empty where frames can't be told from tiles. */
  Optional<StoredTiles> tiles() {
    boolean known = header.transferSyntax().equals(JPEG) || isJpeg2000();
    boolean inOrder = !header.isSparse() && frames.size() == header.tiles();
    return known && inOrder
        ? Optional.of(
            new StoredTiles(
                header.width(),
                header.height(),
                header.frameColumns(),
                header.frameRows(),
                this::decode))
        : Optional.empty();
  }

  private boolean isJpeg2000() {
    return JPEG_2000.contains(header.transferSyntax());
  }

  private void decode(int tile, JpegMemory memory) throws IOException {
    Stretch stretch = frames.get(tile);
    byte[] bytes;
    try (FileChannel channel = open(file)) {
      bytes = read(channel, stretch.offset(), (int) stretch.length()).array();
    }
    if (isJpeg2000()) {
      Jpeg2000Markers.check(bytes, Jpeg2000Header.of(bytes).streamAt());
    } else {
      JpegTile.decode(bytes, header.frameColumns(), header.frameRows(), memory);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.READ);
  }

  private void find(FileChannel channel) throws IOException {
    long at = header.pixelsAt().getAsLong();
    ByteBuffer head = read(channel, at, HEAD_BYTES + 4);
    int length = head.getInt(header.isImplicit() ? 4 : HEAD_BYTES);
    long from = at + (header.isImplicit() ? HEAD_BYTES : HEAD_BYTES + 4);
    if (length == UNDEFINED) {
      findFragments(channel, from);
    } else {
      checkPlain(Integer.toUnsignedLong(length), channel.size() - from);
    }
  }

  /** Checks what can be told before the pixels are looked for. */
  private void checkTold() throws IOException {
    DicomPixels.checkSyntax(file, header);
    if (header.pixelsAt().isEmpty()) {
      throw broken("the file ends before its pixels", PIXEL_DATA);
    }
    DicomPixels.check(file, header);
    long needed = header.tiles() * header.focalPlanes();
    boolean full = header.isFull() && header.tiles() > 0;
    if (full && (header.frames() < header.tiles() || header.frames() > needed)) {
      throw broken(
          "it has %s frames, its %s pixels need %s"
              .formatted(header.frames(), header.matrix(), needed),
          NUMBER_OF_FRAMES);
    }
    // Each takes a byte at least: who believes an absurd number takes all memory there is.
    if (header.frames() > Files.size(file)) {
      throw broken("it claims %s frames".formatted(header.frames()), NUMBER_OF_FRAMES);
    }
    if (header.isTiledSparse() && !header.isConcatenated()) {
      checkPlaces();
    }
  }

  /** Checks that each frame of a sparse slide has its place within the pixel matrix. */
  private void checkPlaces() throws RefusedException {
    List<Integer> columns = header.frameColumnsAt();
    List<Integer> rows = header.frameRowsAt();
    if (columns.size() != header.frames() || rows.size() != header.frames()) {
      throw broken(
          "of its %s frames %s have a place"
              .formatted(header.frames(), Math.min(columns.size(), rows.size())),
          PLACES);
    }
    Set<Long> seen = new HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = columns.get(i);
      int row = rows.get(i);
      boolean within = column >= 0 && row >= 0 && column < header.width() && row < header.height();
      boolean again = !seen.add((long) row << 32 | column);
      if (!within || (again && header.focalPlanes() == 1)) {
        throw broken(
            "its frame %s lies at column %s, row %s, %s"
                .formatted(
                    i + 1,
                    column + 1,
                    row + 1,
                    within ? "as another does" : "outside of its " + header.matrix() + " pixels"),
            PLACES);
      }
    }
  }

  private void checkPlain(long length, long left) throws RefusedException {
    long there = Math.min(length, left);
    // A length of 32 bits can't tell more; who writes so lets it run over.
    if (left < header.plainBytes()
        || (there < header.plainBytes() && header.plainBytes() <= 0xffff_ffffL)) {
      throw broken(
          "its frames need %s bytes, of which %s are there".formatted(header.plainBytes(), there),
          PIXEL_DATA);
    }
    if (length > header.plainBytes() + 1 && header.plainBytes() <= 0xffff_ffffL) {
      throw broken(
          "its frames need %s bytes, it has %s".formatted(header.plainBytes(), length), PIXEL_DATA);
    }
  }

  private void findFragments(FileChannel channel, long from) throws IOException {
    long at = from;
    boolean table = true;
    while (true) {
      if (at > channel.size() - HEAD_BYTES) {
        throw tooFew("the file ends");
      }
      ByteBuffer head = read(channel, at, HEAD_BYTES);
      int tag = head.getShort(0) << 16 | Short.toUnsignedInt(head.getShort(2));
      long length = Integer.toUnsignedLong(head.getInt(4));
      if (tag == SEQUENCE_END) {
        break;
      }
      if (tag != ITEM) {
        throw tooFew("something else stands at byte " + at);
      }
      if (length > channel.size() - HEAD_BYTES - at) {
        throw tooFew("the file ends within the next");
      }
      // The first item is a table of offsets.
      if (!table) {
        frames.add(new Stretch(at + HEAD_BYTES, length));
      }
      table = false;
      at += HEAD_BYTES + length;
    }
    if (frames.size() < header.frames()) {
      throw tooFew("no more follows");
    }
    if (frames.size() > header.frames()) {
      throw broken(
          "it has %s fragments for %s frames, and Bio-Formats puts none together"
              .formatted(frames.size(), header.frames()),
          PIXEL_DATA);
    }
  }

  private RefusedException tooFew(String why) {
    return broken(
        "of its %s frames %s are there, then %s".formatted(header.frames(), frames.size(), why),
        PIXEL_DATA);
  }

  private ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw tooFew("the file ends");
      }
    }
    return buffer.flip();
  }

  private RefusedException broken(String why, String field) {
    return new RefusedException(
        "is no whole DICOM slide: " + why, file.toString(), field, "copy or export it anew");
  }
}
