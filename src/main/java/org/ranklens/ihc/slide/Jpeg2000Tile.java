package org.ranklens.ihc.slide;

import java.io.IOException;
import ome.codecs.CodecException;
import ome.codecs.JPEG2000Codec;
import ome.codecs.JPEG2000CodecOptions;

/** JPEG 2000 tiles, decoded by OME's codec. */
final class Jpeg2000Tile {

  private static final int YCC = 33003;
  private static final int YCBCR = 6;

  private Jpeg2000Tile() {}

  static RgbImage decode(TiffImage image, byte[] bytes, int rows) throws IOException {
    JPEG2000CodecOptions options = JPEG2000CodecOptions.getDefaultOptions();
    options.interleaved = true;
    options.littleEndian = true;
    byte[] samples;
    try {
      samples = new JPEG2000Codec().decompress(bytes, options);
    } catch (CodecException | RuntimeException e) {
      throw new IOException("its JPEG 2000 stream is corrupt", e);
    }
    int width = image.tileWidth();
    if (samples.length != 3 * width * rows) {
      throw new IOException("its JPEG 2000 stream holds " + samples.length + " samples");
    }
    if (image.compression() == YCC || image.photometric() == YCBCR) {
      toRgb(samples);
    }
    return new RgbImage(width, rows, samples);
  }

  /** ITU-R BT.601, full range, as JFIF has it. */
  private static void toRgb(byte[] samples) {
    for (int i = 0; i < samples.length; i += 3) {
      double y = samples[i] & 0xff;
      double cb = (samples[i + 1] & 0xff) - 128;
      double cr = (samples[i + 2] & 0xff) - 128;
      samples[i] = clamp(y + 1.402 * cr);
      samples[i + 1] = clamp(y - 0.344136 * cb - 0.714136 * cr);
      samples[i + 2] = clamp(y + 1.772 * cb);
    }
  }

  private static byte clamp(double value) {
    return (byte) Math.max(0, Math.min(255, Math.round(value)));
  }
}
