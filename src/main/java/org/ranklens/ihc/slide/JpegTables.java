package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The JPEG tables that the tiles of an image share: the abbreviated stream of the TIFF tag, and the
 * Huffman tables made from it or from the tiles, which mostly repeat the same ones.
 */
final class JpegTables {

  /** Above this the tiles have tables of their own, and keeping them saves nothing. */
  private static final int MOST_KEPT = 64;

  private static final int START_OF_IMAGE_BYTES = 2;

  private final byte[] segments;
  private final Map<ByteBuffer, JpegHuffman> kept = new ConcurrentHashMap<>();

  /**
   * Keeps the tables of a TIFF tag.
   *
   * @param stream abbreviated, empty where there is none
   */
  JpegTables(byte[] stream) {
    int end = end(stream);
    segments =
        end > START_OF_IMAGE_BYTES
            ? Arrays.copyOfRange(stream, START_OF_IMAGE_BYTES, end)
            : new byte[0];
  }

  /** Finds the end of image; some writers have a byte behind it, or leave it out. */
  private static int end(byte[] stream) {
    for (int end = stream.length - 2; end >= Math.max(0, stream.length - 3); end--) {
      if (stream[end] == (byte) 0xff && stream[end + 1] == (byte) 0xd9) {
        return end;
      }
    }
    return stream.length;
  }

  /**
   * Returns what stands between the stream's start and end of image; nothing where there is none.
   */
  byte[] segments() {
    return segments;
  }

  /** Returns the table whose kind, counts and values stand in a stream. */
  JpegHuffman huffman(byte[] of, int from, int end) throws IOException {
    JpegHuffman known = kept.get(ByteBuffer.wrap(of, from, end - from));
    if (known != null) {
      return known;
    }
    JpegHuffman table = new JpegHuffman(of, from + 1, end, of[from] >> 4 == 0);
    if (kept.size() < MOST_KEPT) {
      byte[] key = Arrays.copyOfRange(of, from, end);
      kept.put(ByteBuffer.wrap(key), table);
    }
    return table;
  }
}
