package org.ranklens.phantom.ihc;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a classic little-endian TIFF 6.0: levels halved until one tile holds them, each tile a
 * whole JPEG stream (compression 7), the pixel size in the resolution tags.
 */
final class PyramidTiff {

  static final int TILE = 256;
  private static final int HEADER_BYTES = 8;

  private final double pixelSizeMicrons;
  private final int quality;

  PyramidTiff(double pixelSizeMicrons, int quality) {
    this.pixelSizeMicrons = pixelSizeMicrons;
    this.quality = quality;
  }

  void write(RenderedField field, Path file) throws IOException {
    List<List<byte[]>> tiles = new ArrayList<>();
    List<TiffDirectory> directories = new ArrayList<>();
    RgbRaster level = new RgbRaster(field.rgb(), field.width(), field.height());
    long offset = HEADER_BYTES;
    double size = pixelSizeMicrons;
    while (true) {
      List<byte[]> encoded = JpegTiles.encode(level, TILE, quality);
      TiffDirectory directory = new TiffDirectory(level.width(), level.height(), size, quality);
      for (byte[] tile : encoded) {
        directory.addTile(offset, tile.length);
        offset += tile.length + (tile.length & 1);
      }
      tiles.add(encoded);
      directories.add(directory);
      if (level.width() <= TILE && level.height() <= TILE) {
        break;
      }
      level = level.halved();
      size *= 2;
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(TiffDirectory.header(offset));
      for (byte[] tile : tiles.stream().flatMap(List::stream).toList()) {
        out.write(tile);
        out.write(new byte[tile.length & 1]);
      }
      for (int k = 0; k < directories.size(); k++) {
        byte[] bytes = directories.get(k).bytes(offset, k > 0, k == directories.size() - 1);
        out.write(bytes);
        offset += bytes.length;
      }
    }
  }
}
