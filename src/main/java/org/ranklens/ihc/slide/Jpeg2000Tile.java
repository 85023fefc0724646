package org.ranklens.ihc.slide;

import java.io.IOException;
import org.ranklens.Jpeg2000Markers;

/** JPEG 2000 tiles, decoded by JJ2000 as jai-imageio has it. */
final class Jpeg2000Tile {

  private static final int APERIO_YCC = 33003;
  private static final int GENERIC = 34712;

  /** What libvips 8.14 writes: YCbCr, whatever the photometric tag says. */
  private static final int VIPS_YCC = 33004;

  private Jpeg2000Tile() {}

  static RgbImage decode(TiffImage image, int tile, byte[] bytes) throws IOException {
    Jpeg2000Header header = Jpeg2000Header.of(bytes);
    image.checkSize(tile, header.width(), header.height(), "JPEG 2000");
    if (header.components() != image.samples()) {
      throw new IOException(
          "its JPEG 2000 stream has %s colours, not %s"
              .formatted(header.components(), image.samples()));
    }
    Jpeg2000Markers.check(bytes, header.streamAt());
    RgbImage picture = Jpeg2000Decoder.decode(bytes, header);
    boolean generic = image.compression() == GENERIC && image.photometric() == TileDecoder.YCBCR;
    boolean ycc = image.compression() == APERIO_YCC || image.compression() == VIPS_YCC || generic;
    if (ycc && image.samples() == 3) {
      toRgb(picture.rgb());
    }
    return picture;
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
