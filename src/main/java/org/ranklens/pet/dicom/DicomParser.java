package org.ranklens.pet.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntPredicate;

/**
 * A file's attributes up to its pixels (DICOM PS3.10, 7.1). What isn't kept is skipped, not read.
 */
final class DicomParser {

  private static final int PREAMBLE = 128;
  private static final int MAGIC = 0x4449434D;

  private DicomParser() {}

  static DicomFile parse(Path file, IntPredicate keep) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteWindow bytes = new ByteWindow(channel);
      if (!seekDataSet(bytes)) {
        throw new NotDicomException(file);
      }
      return parse(file, bytes, keep);
    }
  }

  /** Throws where a file is no DICOM file. */
  static void requireDicom(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      if (!seekDataSet(new ByteWindow(channel))) {
        throw new NotDicomException(file);
      }
    }
  }

  private static DicomFile parse(Path file, ByteWindow bytes, IntPredicate keep)
      throws IOException {
    ElementReader meta = new ElementReader(file.toString(), bytes, keep, ElementReader.Form.META);
    String uid = meta.readMeta();
    TransferSyntax syntax = TransferSyntax.of(uid);
    boolean explicit = uid.isEmpty() ? looksExplicit(bytes) : syntax.explicitVr();
    ByteWindow body = bytes;
    if (syntax == TransferSyntax.DEFLATED) {
      body = Inflater.inflate(file, bytes);
    }
    body.order(syntax.littleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    ElementReader reader =
        new ElementReader(
            file.toString(),
            body,
            keep,
            explicit ? ElementReader.Form.EXPLICIT : ElementReader.Form.IMPLICIT);
    DataSet dataSet = reader.readDataSet();
    if (uid.isEmpty()) {
      uid =
          (explicit ? TransferSyntax.EXPLICIT_LITTLE_ENDIAN : TransferSyntax.IMPLICIT_LITTLE_ENDIAN)
              .uid();
    }
    return new DicomFile(file, dataSet, uid, reader.pixels());
  }

  /** Where the data set begins, behind the file meta information. */
  static long dataSetOffset(Path file, ByteWindow bytes) throws IOException {
    if (!seekDataSet(bytes)) {
      throw new NotDicomException(file);
    }
    new ElementReader(file.toString(), bytes, n -> false, ElementReader.Form.META).readMeta();
    return bytes.position();
  }

  /** Stands the window at the first element; false where the file is no DICOM. */
  private static boolean seekDataSet(ByteWindow bytes) throws IOException {
    if (bytes.length() >= PREAMBLE + 4) {
      bytes.order(ByteOrder.BIG_ENDIAN);
      bytes.seek(PREAMBLE);
      int magic = bytes.signedInt();
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      if (magic == MAGIC) {
        return true;
      }
    }
    bytes.seek(0);
    boolean plausible = looksLikeElement(bytes);
    bytes.seek(0);
    return plausible;
  }

  /** Files without preamble exist: data sets that begin with group 2 or 8, in little endian. */
  private static boolean looksLikeElement(ByteWindow bytes) throws IOException {
    if (bytes.remaining() < 16) {
      return false;
    }
    int group = bytes.unsignedShort();
    int element = bytes.unsignedShort();
    if ((group != 2 && group != 8) || element > 0x20) {
      return false;
    }
    int first = bytes.unsignedByte();
    int second = bytes.unsignedByte();
    boolean letters = first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
    // An implicit length: even, and no longer than such short attributes are.
    int high = bytes.unsignedShort();
    int length = first | (second << 8);
    return letters || (high == 0 && length <= 256 && length % 2 == 0);
  }

  private static boolean looksExplicit(ByteWindow bytes) throws IOException {
    long start = bytes.position();
    try {
      bytes.skip(4);
      int first = bytes.unsignedByte();
      int second = bytes.unsignedByte();
      return first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
    } catch (EOFException e) {
      return true;
    } finally {
      bytes.seek(start);
    }
  }
}
