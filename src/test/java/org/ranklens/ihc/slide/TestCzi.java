package org.ranklens.ihc.slide;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The skeleton of a Zeiss CZI: its head, pieces of 100 bytes, and their directory. */
final class TestCzi {

  static final int HEAD_BYTES = 32;
  static final int FIRST_PIECE = 544;
  static final int PIECE_BYTES = 100;

  private TestCzi() {}

  static byte[] ofPieces(int pieces) {
    int directory = FIRST_PIECE + pieces * (HEAD_BYTES + PIECE_BYTES);
    int entry = 32 + 2 * 20;
    int listed = 128 + pieces * entry;
    ByteBuffer file =
        ByteBuffer.allocate(directory + HEAD_BYTES + listed).order(ByteOrder.LITTLE_ENDIAN);
    segment(file, 0, "ZISRAWFILE", 512);
    file.putInt(HEAD_BYTES, 1).putLong(HEAD_BYTES + 52, directory);
    segment(file, directory, "ZISRAWDIRECTORY", listed);
    file.putInt(directory + HEAD_BYTES, pieces);
    for (int i = 0; i < pieces; i++) {
      int piece = FIRST_PIECE + i * (HEAD_BYTES + PIECE_BYTES);
      segment(file, piece, "ZISRAWSUBBLOCK", PIECE_BYTES);
      int at = directory + HEAD_BYTES + 128 + i * entry;
      file.put(at, (byte) 'D').put(at + 1, (byte) 'V').putLong(at + 6, piece).putInt(at + 28, 2);
      file.putInt(at + 32 + 4, 10 * i);
      file.putLong(piece + HEAD_BYTES + 8, PIECE_BYTES - 16 - entry);
      file.put(piece + HEAD_BYTES + 16, file, at, entry);
    }
    return file.array();
  }

  private static void segment(ByteBuffer file, int at, String id, int bytes) {
    file.position(at);
    file.put(id.getBytes(StandardCharsets.US_ASCII));
    file.putLong(at + 16, bytes).putLong(at + 24, bytes);
  }
}
