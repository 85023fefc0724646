package org.ranklens.ihc.slide;

import java.io.IOException;
import org.ranklens.RefusedException;

/** A kind of stream that nobody decodes here is told at once, by the first tile that is there. */
final class FirstTile {

  /** A tile is some kilobytes, a strip some megabytes. */
  private static final long MOST_BYTES = 64L << 20;

  /** Less is no stream of any kind. */
  private static final long LEAST_BYTES = 4;

  private FirstTile() {}

  static void check(TiffFile file, TiffImage image) throws RefusedException {
    if (TileDecoder.isByRows(image)) {
      return;
    }
    TileTable tiles = image.tiles();
    for (int i = 0; i < tiles.count(); i++) {
      if (tiles.length(i) >= LEAST_BYTES && tiles.length(i) <= MOST_BYTES) {
        check(file, image, i);
        return;
      }
    }
  }

  private static void check(TiffFile file, TiffImage image, int tile) throws RefusedException {
    try {
      byte[] stream = image.tiles().bytes(file, tile, false).takeAll();
      if (image.compression() == TileDecoder.JPEG) {
        JpegHeader.of(JpegTile.complete(image, stream), image.jpegTables());
      } else {
        Jpeg2000Header.of(stream);
      }
    } catch (OtherStreamException e) {
      throw new RefusedException(
          "can't be read by the embedded reader: " + e.getMessage(),
          file.name(),
          "",
          "write it anew with tiles of baseline JPEG, LZW or deflate");
    } catch (IOException e) {
      // A broken tile is told by its place when it is read.
    }
  }
}
