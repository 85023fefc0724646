package org.ranklens.pet.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;

/** Which fragments of encapsulated pixels make a frame (DICOM PS3.5, A.4). */
final class Fragments {

  private Fragments() {}

  static byte[] frame(DicomFile file, ByteWindow bytes, int frame) throws IOException {
    List<PixelLocation.Stretch> all = file.pixels().fragments();
    int frames = file.frames();
    if (frames == 1) {
      return join(bytes, all);
    }
    if (all.size() == frames) {
      return join(bytes, all.subList(frame, frame + 1));
    }
    return join(bytes, byTable(file, bytes, frame));
  }

  /** The basic offset table holds each frame's start, counted from the first fragment's header. */
  private static List<PixelLocation.Stretch> byTable(DicomFile file, ByteWindow bytes, int frame)
      throws IOException {
    PixelLocation.Stretch table = file.pixels().whole();
    List<PixelLocation.Stretch> all = file.pixels().fragments();
    int frames = file.frames();
    if (table.length() < 4L * frames) {
      throw new IOException(
          "%s: %s fragments of %s make no %s frames."
              .formatted(file.path(), all.size(), Tag.PIXEL_DATA.label(), frames));
    }
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    bytes.seek(table.offset() + 4L * frame);
    long first = all.get(0).offset();
    long start = first + bytes.unsignedInt();
    long end = frame + 1 < frames ? first + bytes.unsignedInt() : Long.MAX_VALUE;
    return all.stream().filter(f -> f.offset() >= start && f.offset() < end).toList();
  }

  private static byte[] join(ByteWindow bytes, List<PixelLocation.Stretch> fragments)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (PixelLocation.Stretch fragment : fragments) {
      bytes.seek(fragment.offset());
      out.write(bytes.bytes(fragment.length()));
    }
    return out.toByteArray();
  }
}
