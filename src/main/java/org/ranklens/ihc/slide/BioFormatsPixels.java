package org.ranklens.ihc.slide;

import java.io.IOException;

/**
 * How the planes of a series become RGB.
 *
 * @param samples samples per pixel within a plane, 1, 3 or 4
 * @param planes channels that are planes of their own, 1 or 3
 * @param bytes bytes per sample, 1 or 2
 * @param shift bits to drop, so that the significant bits of a sample fill 8
 */
record BioFormatsPixels(int samples, int planes, int bytes, int shift) {

  static BioFormatsPixels of(BioFormats bioFormats, BioFormatsReader reader) throws IOException {
    String type = bioFormats.pixelType(reader.getPixelType());
    int samples = reader.getRGBChannelCount();
    int planes = reader.getEffectiveSizeC();
    boolean bright = planes == 1 || (planes == 3 && samples == 1);
    boolean known = samples == 1 || samples == 3 || samples == 4;
    if (!bright || !known || (reader.isIndexed() && !reader.isFalseColor())) {
      throw new IOException(
          "its " + planes * samples + " channels are no brightfield picture of grey or RGB pixels");
    }
    return switch (type) {
      case "uint8" -> new BioFormatsPixels(samples, planes, 1, 0);
      case "uint16" ->
          new BioFormatsPixels(samples, planes, 2, Math.max(0, reader.getBitsPerPixel() - 8));
      default -> throw new IOException("its pixels are of type " + type + ", not 8 or 16 bits");
    };
  }

  /** Returns what the pixels are, for a user. */
  String words() {
    String kind = planes * samples == 1 ? "grey" : samples == 4 ? "RGB and alpha" : "RGB";
    return (8 * bytes) + "-bit " + kind + (planes == 3 ? " in planes" : "");
  }

  /** Reads a rectangle of the series and resolution that the reader stands at. */
  void read(BioFormatsReader reader, Region region, RgbImage target, int targetRow)
      throws IOException {
    int pixels = region.width() * region.height();
    boolean interleaved = reader.isInterleaved();
    boolean little = reader.isLittleEndian();
    for (int plane = 0; plane < planes; plane++) {
      byte[] raw =
          reader.openBytes(
              reader.getIndex(0, plane, 0),
              region.x(),
              region.y(),
              region.width(),
              region.height());
      if (raw.length < (long) pixels * samples * bytes) {
        throw new IOException("a plane holds " + raw.length + " bytes");
      }
      int first = planes == 1 ? 0 : plane;
      int last = planes == 1 ? 2 : plane;
      for (int channel = first; channel <= last; channel++) {
        int sample = samples == 1 ? 0 : channel;
        int start = interleaved ? sample : sample * pixels;
        int step = interleaved ? samples : 1;
        int to = 3 * targetRow * region.width() + channel;
        copy(raw, start, step, little, target.rgb(), to, pixels);
      }
    }
  }

  private void copy(
      byte[] raw, int start, int step, boolean little, byte[] rgb, int to, int pixels) {
    if (bytes == 1) {
      for (int i = 0; i < pixels; i++) {
        rgb[to + 3 * i] = raw[start + i * step];
      }
      return;
    }
    for (int i = 0; i < pixels; i++) {
      int at = 2 * (start + i * step);
      int low = raw[little ? at : at + 1] & 0xff;
      int high = raw[little ? at + 1 : at] & 0xff;
      rgb[to + 3 * i] = (byte) Math.min(255, (high << 8 | low) >> shift);
    }
  }
}
