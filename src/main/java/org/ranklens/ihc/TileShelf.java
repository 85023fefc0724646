package org.ranklens.ihc;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.ranklens.PlainText;

/**
 * Keeps what is known of tiles until their neighbours need it: in memory as long as it is little,
 * beyond that in a temporary file, so that memory does not grow with a slide's width. Where no file
 * can be written all stays in memory. Several threads may use it at once.
 */
final class TileShelf implements Closeable {

  /** So much stays in memory: the nuclei of a row of some 300 tiles, or of 30 very dense ones. */
  private static final long MOST_HELD_BYTES = 48L << 20;

  private static final int BLOCK_BYTES = 1 << 13;

  /** Something kept: in memory, or in blocks of the file. It owns its arrays. */
  static final class Kept {
    private final int length;
    private final Optional<byte[]> held;
    private final int[] blocks;

    private Kept(int length, Optional<byte[]> held, int... blocks) {
      this.length = length;
      this.held = held;
      this.blocks = blocks;
    }
  }

  private final long mostHeldBytes;
  private final Path folder;
  private final Deque<Integer> freeBlocks = new ArrayDeque<>();
  private int blocks;
  private long heldBytes;
  private FileChannel file;
  private boolean unwritable;
  private Optional<IOException> refused = Optional.empty();

  TileShelf() {
    this(MOST_HELD_BYTES, Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * Makes an empty shelf.
   *
   * @param folder of the temporary file
   */
  TileShelf(long mostHeldBytes, Path folder) {
    this.mostHeldBytes = mostHeldBytes;
    this.folder = folder;
  }

  /** Takes over bytes. */
  Kept put(byte[] bytes) {
    Kept filed;
    synchronized (this) {
      if (heldBytes + bytes.length <= mostHeldBytes || !isWritable()) {
        return hold(bytes);
      }
      int count = (bytes.length + BLOCK_BYTES - 1) / BLOCK_BYTES;
      filed = new Kept(bytes.length, Optional.empty(), blocks(count));
    }
    try {
      write(bytes, filed.blocks);
      return filed;
    } catch (IOException e) {
      synchronized (this) {
        stopWriting(e);
        return hold(bytes);
      }
    }
  }

  /** Returns what was kept; the caller must not change it. */
  byte[] get(Kept kept) throws IOException {
    if (kept.held.isPresent()) {
      return kept.held.get();
    }
    byte[] bytes = new byte[kept.length];
    for (int i = 0; i < kept.blocks.length; i++) {
      ByteBuffer part = part(bytes, i);
      long at = (long) kept.blocks[i] * BLOCK_BYTES;
      while (part.hasRemaining()) {
        int read = file.read(part, at + part.position() - (long) i * BLOCK_BYTES);
        if (read < 0) {
          throw new EOFException("the temporary file of tiles is shorter than it was");
        }
      }
    }
    return bytes;
  }

  /** Gives the room back: nobody asks for it any more. */
  synchronized void drop(Kept kept) {
    if (kept.held.isPresent()) {
      heldBytes -= kept.length;
    }
    for (int block : kept.blocks) {
      freeBlocks.push(block);
    }
  }

  synchronized long heldBytes() {
    return heldBytes;
  }

  /** Returns how long the temporary file has become, 0 where there is none. */
  synchronized long filedBytes() {
    return (long) blocks * BLOCK_BYTES;
  }

  /** Returns why more stays in memory than is meant to, empty where the file takes it. */
  synchronized Optional<String> warning() {
    return refused.map(
        why ->
            "what waits of the slide took more memory, since no temporary file could be written"
                + " (TMPDIR): "
                + PlainText.oneLine(String.valueOf(why.getMessage())));
  }

  @Override
  public synchronized void close() throws IOException {
    // A worker that ends late would make another file, which nobody closes.
    unwritable = true;
    if (file != null) {
      file.close();
    }
  }

  private void stopWriting(IOException why) {
    unwritable = true;
    refused = Optional.of(why);
  }

  private Kept hold(byte[] bytes) {
    heldBytes += bytes.length;
    return new Kept(bytes.length, Optional.of(bytes));
  }

  private boolean isWritable() {
    if (file == null && !unwritable) {
      try {
        Path path = Files.createTempFile(folder, "ranklens-", ".tiles");
        file =
            FileChannel.open(
                path,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
      } catch (IOException e) {
        stopWriting(e);
      }
    }
    return !unwritable;
  }

  private int[] blocks(int count) {
    int[] taken = new int[count];
    for (int i = 0; i < count; i++) {
      taken[i] = freeBlocks.isEmpty() ? blocks++ : freeBlocks.pop();
    }
    return taken;
  }

  private void write(byte[] bytes, int[] places) throws IOException {
    for (int i = 0; i < places.length; i++) {
      ByteBuffer part = part(bytes, i);
      long at = (long) places[i] * BLOCK_BYTES;
      while (part.hasRemaining()) {
        file.write(part, at + part.position() - (long) i * BLOCK_BYTES);
      }
    }
  }

  private static ByteBuffer part(byte[] bytes, int block) {
    int from = block * BLOCK_BYTES;
    return ByteBuffer.wrap(bytes, from, Math.min(BLOCK_BYTES, bytes.length - from));
  }
}
