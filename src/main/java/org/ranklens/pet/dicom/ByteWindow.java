package org.ranklens.pet.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * Bytes read forward through a small window, so that headers of large files cost little and no
 * length in a broken file makes it take more memory than the file has bytes.
 */
final class ByteWindow {

  private static final int WINDOW = 16 * 1024;

  private final SeekableByteChannel channel;
  private final long length;
  private final ByteBuffer window;
  private long windowStart;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

  ByteWindow(SeekableByteChannel channel) throws IOException {
    this.channel = channel;
    this.length = channel.size();
    this.window = ByteBuffer.allocate((int) Math.max(16, Math.min(WINDOW, length))).limit(0);
  }

  /** Bytes in memory, such as an inflated data set. */
  ByteWindow(byte[] bytes) {
    this.channel = null;
    this.length = bytes.length;
    this.window = ByteBuffer.wrap(bytes);
  }

  long length() {
    return length;
  }

  long position() {
    return windowStart + window.position();
  }

  long remaining() {
    return length - position();
  }

  void order(ByteOrder newOrder) {
    order = newOrder;
  }

  boolean littleEndian() {
    return order == ByteOrder.LITTLE_ENDIAN;
  }

  void seek(long position) throws IOException {
    if (position < 0 || position > length) {
      throw new EOFException("offset " + position + " of " + length);
    }
    if (position >= windowStart && position <= windowStart + window.limit()) {
      window.position((int) (position - windowStart));
    } else {
      windowStart = position;
      window.position(0).limit(0);
    }
  }

  void skip(long bytes) throws IOException {
    seek(position() + bytes);
  }

  int unsignedByte() throws IOException {
    need(1);
    return Byte.toUnsignedInt(window.get());
  }

  int unsignedShort() throws IOException {
    need(2);
    return Short.toUnsignedInt(window.order(order).getShort());
  }

  int signedInt() throws IOException {
    need(4);
    return window.order(order).getInt();
  }

  long unsignedInt() throws IOException {
    return Integer.toUnsignedLong(signedInt());
  }

  byte[] bytes(long count) throws IOException {
    if (count > remaining() || count > Integer.MAX_VALUE - 16) {
      throw new EOFException(count + " bytes wanted, " + remaining() + " left");
    }
    byte[] bytes = new byte[(int) count];
    int done = Math.min(bytes.length, window.remaining());
    window.get(bytes, 0, done);
    if (done < bytes.length) {
      long start = position();
      readFully(ByteBuffer.wrap(bytes, done, bytes.length - done), start);
      seek(start + bytes.length - done);
    }
    return bytes;
  }

  private void need(int bytes) throws IOException {
    if (window.remaining() >= bytes) {
      return;
    }
    if (remaining() < bytes) {
      throw new EOFException(bytes + " bytes wanted, " + remaining() + " left");
    }
    windowStart = position();
    window.clear().limit((int) Math.min(window.capacity(), length - windowStart));
    readFully(window, windowStart);
    window.flip();
  }

  private void readFully(ByteBuffer target, long position) throws IOException {
    if (channel == null) {
      throw new EOFException("offset " + position + " of " + length);
    }
    channel.position(position);
    while (target.hasRemaining()) {
      if (channel.read(target) < 0) {
        throw new EOFException("offset " + channel.position() + " of " + length);
      }
    }
  }
}
