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
  private byte[] window;
  private int at;
  private int limit;
  private long windowStart;
  private boolean littleEndian = true;

  ByteWindow(SeekableByteChannel channel) throws IOException {
    this.channel = channel;
    this.length = channel.size();
    this.window = new byte[0];
  }

  /** Bytes in memory, such as an inflated data set. */
  ByteWindow(byte[] bytes) {
    this.channel = null;
    this.length = bytes.length;
    this.window = bytes;
    this.limit = bytes.length;
  }

  long length() {
    return length;
  }

  long position() {
    return windowStart + at;
  }

  long remaining() {
    return length - position();
  }

  void order(ByteOrder newOrder) {
    littleEndian = newOrder == ByteOrder.LITTLE_ENDIAN;
  }

  boolean littleEndian() {
    return littleEndian;
  }

  void seek(long position) throws IOException {
    if (position < 0 || position > length) {
      throw new EOFException("offset " + position + " of " + length);
    }
    if (position >= windowStart && position <= windowStart + limit) {
      at = (int) (position - windowStart);
    } else {
      windowStart = position;
      at = 0;
      limit = 0;
    }
  }

  void skip(long bytes) throws IOException {
    seek(position() + bytes);
  }

  int unsignedByte() throws IOException {
    need(1);
    return window[at++] & 0xFF;
  }

  int unsignedShort() throws IOException {
    need(2);
    int first = window[at++] & 0xFF;
    int second = window[at++] & 0xFF;
    return littleEndian ? first | (second << 8) : (first << 8) | second;
  }

  int signedInt() throws IOException {
    int first = unsignedShort();
    int second = unsignedShort();
    return littleEndian ? first | (second << 16) : (first << 16) | second;
  }

  long unsignedInt() throws IOException {
    return Integer.toUnsignedLong(signedInt());
  }

  byte[] bytes(long count) throws IOException {
    if (count > remaining() || count > Integer.MAX_VALUE - 16) {
      throw new EOFException(count + " bytes wanted, " + remaining() + " left");
    }
    byte[] bytes = new byte[(int) count];
    int done = Math.min(bytes.length, limit - at);
    System.arraycopy(window, at, bytes, 0, done);
    at += done;
    if (done < bytes.length) {
      long start = position();
      readFully(ByteBuffer.wrap(bytes, done, bytes.length - done), start);
      seek(start + bytes.length - done);
    }
    return bytes;
  }

  private void need(int bytes) throws IOException {
    if (limit - at >= bytes) {
      return;
    }
    if (remaining() < bytes) {
      throw new EOFException(bytes + " bytes wanted, " + remaining() + " left");
    }
    windowStart = position();
    if (window.length == 0) {
      window = new byte[(int) Math.max(16, Math.min(WINDOW, length))];
    }
    at = 0;
    limit = (int) Math.min(window.length, length - windowStart);
    readFully(ByteBuffer.wrap(window, 0, limit), windowStart);
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
