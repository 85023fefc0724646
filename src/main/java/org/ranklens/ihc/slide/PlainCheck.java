package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Whether a PNG or JPEG is whole: decoders fill up what is missing and tell nobody. */
final class PlainCheck {

  private static final int PNG_SIGNATURE_BYTES = 8;

  /** Behind the signature, and the length and name of the first chunk. */
  private static final int WIDTH_AT = 16;

  private static final int HEADER_BYTES = 13;

  /** The bit of a PNG's colour type that says so. */
  private static final int ALPHA_USED = 4;

  /** A picture beyond this is refused before it is decoded: it is held as a whole. */
  private static final long MOST_PIXELS = 1L << 28;

  private PlainCheck() {}

  /** Checks a file; returns whether its pixels may be transparent. */
  static boolean check(byte[] file) throws IOException {
    if (file[0] == (byte) 0x89) {
      return png(file);
    }
    jpeg(file);
    return false;
  }

  /** Returns the size of a picture that was checked. */
  static Level level(byte[] file) throws IOException {
    if (file[0] == (byte) 0x89) {
      ByteBuffer png = ByteBuffer.wrap(file);
      return new Level(0, png.getInt(WIDTH_AT), png.getInt(WIDTH_AT + 4), 1);
    }
    JpegHeader header = JpegHeader.of(file, new JpegTables(new byte[0]));
    return new Level(0, header.width(), header.height(), 1);
  }

  /** Every chunk of a PNG has a checksum (PNG, ISO/IEC 15948, section 5.3), the last is IEND. */
  private static boolean png(byte[] bytes) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    boolean transparent = false;
    int at = PNG_SIGNATURE_BYTES;
    String type = "";
    while (!type.equals("IEND")) {
      if (file.limit() - at < 12) {
        throw new IOException("the PNG ends early, at byte " + file.limit());
      }
      long length = Integer.toUnsignedLong(file.getInt(at));
      if (length > file.limit() - at - 12) {
        throw new IOException("the PNG ends early, within its chunk at byte " + at);
      }
      byte[] name = new byte[4];
      file.get(at + 4, name);
      String first = type;
      type = new String(name, StandardCharsets.ISO_8859_1);
      CRC32 crc = new CRC32();
      crc.update(bytes, at + 4, (int) length + 4);
      if ((int) crc.getValue() != file.getInt(at + 8 + (int) length)) {
        throw new IOException("the PNG is corrupt in its chunk at byte " + at);
      }
      if (first.isEmpty() && (!type.equals("IHDR") || length != HEADER_BYTES)) {
        throw new IOException("the PNG does not begin with its header");
      }
      if (first.isEmpty()) {
        size(
            Integer.toUnsignedLong(file.getInt(at + 8)),
            Integer.toUnsignedLong(file.getInt(at + 12)));
        transparent = (file.get(at + 17) & ALPHA_USED) != 0;
      }
      transparent |= type.equals("tRNS");
      if (type.equals("acTL")) {
        throw new IOException("it is an animation, not a picture");
      }
      at += (int) length + 12;
    }
    return transparent;
  }

  private static void size(long width, long height) throws IOException {
    if (width < 1 || height < 1) {
      throw new IOException("it claims " + width + " x " + height + " pixels");
    }
    if (width > MOST_PIXELS / height) {
      throw new IOException(
          "it claims "
              + width
              + " x "
              + height
              + " pixels, too many to hold: save it as a tiled pyramidal TIFF");
    }
  }

  private static void jpeg(byte[] file) throws IOException {
    JpegHeader header = JpegHeader.of(file, new JpegTables(new byte[0]));
    size(header.width(), header.height());
    if (header.inOneScan()) {
      JpegScan.check(file, header);
    } else {
      end(file, header.scanAt());
    }
  }

  /** Goes from scan to scan up to the end of image. */
  private static void end(byte[] file, int from) throws IOException {
    int at = from;
    while (at + 1 < file.length) {
      int next = file[at + 1] & 0xff;
      if (file[at] != (byte) 0xff || next == 0 || next == 0xff || (next & 0xf8) == 0xd0) {
        at++;
      } else if (next == 0xd9) {
        return;
      } else if (at + 3 < file.length) {
        at += 2 + ((file[at + 2] & 0xff) << 8 | (file[at + 3] & 0xff));
      } else {
        break;
      }
    }
    throw new IOException("its JPEG stream ends early");
  }
}
