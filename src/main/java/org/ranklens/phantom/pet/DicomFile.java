package org.ranklens.phantom.pet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;

/** Writes a DICOM file: preamble, file meta information, data set (PS3.10). */
final class DicomFile {

  private static final String IMPLEMENTATION_UID = "2.25.302047118426112498364251473210557";

  private DicomFile() {}

  static void write(
      DicomElements elements, String sopClass, String sopInstance, Syntax syntax, Path file)
      throws IOException {
    DicomElements meta =
        new DicomElements()
            .bytes(0x00020001, "OB", new byte[] {0, 1})
            .text(0x00020002, "UI", sopClass)
            .text(0x00020003, "UI", sopInstance)
            .text(0x00020010, "UI", syntax.uid())
            .text(0x00020012, "UI", IMPLEMENTATION_UID)
            .text(0x00020013, "SH", "RANKLENS_PHANTOM");
    byte[] metaBytes = DicomEncoder.encode(meta, true, ByteOrder.LITTLE_ENDIAN);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[128]);
    out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(groupLength(metaBytes.length));
    out.writeBytes(metaBytes);
    out.writeBytes(body(elements, syntax));
    Files.write(file, out.toByteArray());
  }

  /** (0002,0000), whose value is a long and therefore built by hand. */
  private static byte[] groupLength(int length) {
    byte[] bytes = {2, 0, 0, 0, 'U', 'L', 4, 0, 0, 0, 0, 0};
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(8, length);
    return bytes;
  }

  private static byte[] body(DicomElements elements, Syntax syntax) {
    boolean explicit = syntax != Syntax.IMPLICIT_LITTLE_ENDIAN;
    ByteOrder order = syntax == Syntax.BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    byte[] plain = DicomEncoder.encode(elements, explicit, order);
    return syntax == Syntax.DEFLATED ? deflated(plain) : plain;
  }

  private static byte[] deflated(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(plain);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    if (out.size() % 2 == 1) {
      out.write(0);
    }
    return out.toByteArray();
  }
}
