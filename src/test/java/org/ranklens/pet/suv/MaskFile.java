package org.ranklens.pet.suv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The masks of the reference objects: NIfTI-1 on the grid of the PET, rows as the PET has them. */
final class MaskFile {

  private MaskFile() {}

  static boolean[] read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      bytes = in.readAllBytes();
    }
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int voxels = header.getShort(42) * header.getShort(44) * header.getShort(46);
    int bits = header.getShort(72);
    int start = (int) header.getFloat(108);
    boolean[] inside = new boolean[voxels];
    for (int i = 0; i < voxels; i++) {
      for (int b = 0; b < bits / 8; b++) {
        inside[i] |= bytes[start + i * bits / 8 + b] != 0;
      }
    }
    return inside;
  }
}
