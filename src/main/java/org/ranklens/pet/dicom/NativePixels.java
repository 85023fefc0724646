package org.ranklens.pet.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

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
          "%s: the pixels are too few: %s at offset %s holds %s bytes, frame %s needs %s."
              .formatted(
                  file.path(),
                  Tag.PIXEL_DATA.label(),
                  whole.offset(),
                  whole.length(),
                  frame + 1,
                  end));
    }
    bytes.seek(whole.offset() + first);
    byte[] data = bytes.bytes(end - first);
    return format.bitsAllocated() == 1
        ? bits(data, (int) (firstBit % 8), format.samples())
        : unpack(format, data, file.syntax().littleEndian());
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
        for (int i = 0; i < samples; i++) {
          values[i] = format.value((data[2 * i + upper] << 8) | (data[2 * i + lower] & 0xFF));
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
