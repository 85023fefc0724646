package org.ranklens.pet.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ranklens.RefusedException;

/** Uncompressed samples (DICOM PS3.5, 8.1). */
final class NativePixels {

  private NativePixels() {}

  static int[] read(DicomFile file, PixelFormat format, ByteWindow bytes, int frame)
      throws IOException {
    PixelLocation.Stretch whole = file.pixels().whole();
    // Frames of one bit follow one another without padding, so that they may begin inside a byte.
    long firstBit = (long) frame * format.samples() * format.bitsAllocated();
    long endBit = firstBit + (long) format.samples() * format.bitsAllocated();
    long first = firstBit / 8;
    long end = (endBit + 7) / 8;
    if (end > whole.length()) {
      throw new IOException(
          "%s: the pixels are too few: %s at offset %s holds %s bytes, frame %s needs %s; copy or export it again."
              .formatted(
                  file.path(),
                  Tag.PIXEL_DATA.label(),
                  whole.offset(),
                  whole.length(),
                  frame + 1,
                  end));
    }
    checkRest(file, format);
    bytes.seek(whole.offset() + first);
    byte[] data = bytes.bytes(end - first);
    if (format.bitsAllocated() == 1) {
      return bits(data, (int) (firstBit % 8), format.samples());
    }
    try {
      return unpack(format, data, file.syntax().littleEndian());
    } catch (IOException e) {
      throw new IOException(
          "%s: the pixels at offset %s are damaged: %s; copy or export it again."
              .formatted(file.path(), whole.offset(), e.getMessage()),
          e);
    }
  }

  /** More pixels than rows, columns and frames need make a picture askew. */
  private static void checkRest(DicomFile file, PixelFormat format) throws IOException {
    PixelLocation.Stretch whole = file.pixels().whole();
    long needed = ((long) file.frames() * format.samples() * format.bitsAllocated() + 7) / 8;
    long rest = whole.length() - needed;
    if (rest > 1 && 8 * rest >= (long) format.columns() * format.bitsAllocated()) {
      throw new RefusedException(
          "the pixels are too many: %s bytes, where %s rows and %s columns in %s frames need %s"
              .formatted(whole.length(), format.rows(), format.columns(), file.frames(), needed),
          file.path().toString(),
          Tag.PIXEL_DATA.label(),
          "export it again, with rows, columns and frames as the scanner wrote them");
    }
  }

  static int[] unpack(PixelFormat format, byte[] data, boolean littleEndian) throws IOException {
    int samples = format.samples();
    if (data.length < (long) samples * format.bitsAllocated() / 8) {
      throw new IOException("they hold " + data.length + " bytes for " + samples + " samples");
    }
    ByteBuffer cells =
        ByteBuffer.wrap(data).order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int[] values = new int[samples];
    switch (format.bitsAllocated()) {
      case 8 -> {
        for (int i = 0; i < samples; i++) {
          values[i] = format.value(cells.get(i));
        }
      }
      case 16 -> {
        // Upper and lower byte by hand: views of buffers are slow before they are compiled.
        int upper = littleEndian ? 1 : 0;
        int lower = 1 - upper;
        int outside = 0;
        for (int i = 0; i < samples; i++) {
          int cell = (data[2 * i + upper] << 8) | (data[2 * i + lower] & 0xFF);
          values[i] = format.value(cell);
          outside |= format.outside(cell);
        }
        if (outside != 0 && format.alone()) {
          throw new IOException(
              "its samples have values beyond the %s bits that %s tells, below bit %s"
                  .formatted(format.bitsStored(), Tag.BITS_STORED.label(), format.highBit() + 1));
        }
      }
      default -> {
        cells.asIntBuffer().get(values);
        for (int i = 0; i < samples; i++) {
          values[i] = format.value(values[i]);
        }
      }
    }
    return values;
  }

  private static int[] bits(byte[] data, int firstBit, int samples) {
    int[] values = new int[samples];
    for (int i = 0; i < samples; i++) {
      int bit = firstBit + i;
      values[i] = (data[bit / 8] >> (bit % 8)) & 1;
    }
    return values;
  }
}
