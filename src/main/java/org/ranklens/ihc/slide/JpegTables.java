package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The JPEG tables that the tiles of an image share: the abbreviated stream of the TIFF tag, and the
 * Huffman tables made from it or from the tiles, which mostly repeat the same ones.
 */
final class JpegTables {

  /** Above this the tiles have tables of their own, and keeping them saves nothing. */
  private static final int MOST_KEPT = 64;

  private final byte[] stream;
  private final Map<ByteBuffer, JpegHuffman> kept = new ConcurrentHashMap<>();

  JpegTables(byte[] stream) {
    this.stream = stream;
  }

  /** Returns the abbreviated stream, empty where there is none. */
  byte[] stream() {
    return stream;
  }

  /** Returns the table whose kind, counts and values stand in a stream. */
  JpegHuffman huffman(byte[] of, int from, int end) throws IOException {
    JpegHuffman known = kept.get(ByteBuffer.wrap(of, from, end - from));
    if (known != null) {
      return known;
    }
    JpegHuffman table = new JpegHuffman(of, from + 1, end, of[from] >> 4 == 0);
    if (kept.size() < MOST_KEPT) {
      byte[] key = java.util.Arrays.copyOfRange(of, from, end);
      kept.put(ByteBuffer.wrap(key), table);
    }
    return table;
  }
}
