package org.ranklens.ihc.slide;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.ranklens.RefusedException;

/** The data files of a MIRAX slide, all open; reading is by position, so threads share them. */
final class MiraxData implements Closeable {

  /** An image is some kilobytes, the places of all photographs some megabytes. */
  private static final int MOST_BYTES = 64 << 20;

  private final List<FileChannel> channels = new ArrayList<>();
  private final List<Path> files;

  private MiraxData(List<Path> files) {
    this.files = files;
  }

  static MiraxData open(List<Path> files) throws IOException {
    MiraxData data = new MiraxData(files);
    try {
      for (Path file : files) {
        data.channels.add(FileChannel.open(file, StandardOpenOption.READ));
      }
      return data;
    } catch (NoSuchFileException e) {
      data.close();
      throw new RefusedException(
          "is missing, and the slide with it",
          e.getFile(),
          "",
          "copy the whole folder of the slide, or scan it anew");
    } catch (IOException | RuntimeException e) {
      data.close();
      throw e;
    }
  }

  /** Returns bytes; the message of an error says where in which file. */
  byte[] read(MiraxExtent extent) throws IOException {
    FileChannel channel = channels.get(extent.file());
    if (extent.length() > MOST_BYTES) {
      throw new IOException("it claims " + extent.length() + " bytes");
    }
    if (extent.offset() > channel.size() - extent.length()) {
      throw new IOException(
          "%s ends at byte %s, before the %s bytes at byte %s"
              .formatted(
                  files.get(extent.file()).getFileName(),
                  channel.size(),
                  extent.length(),
                  extent.offset()));
    }
    ByteBuffer buffer = ByteBuffer.allocate(extent.length());
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, (long) extent.offset() + buffer.position()) < 0) {
        throw new IOException(files.get(extent.file()).getFileName() + " ends early");
      }
    }
    return buffer.array();
  }

  @Override
  public void close() throws IOException {
    IOException trouble = null;
    for (FileChannel channel : channels) {
      try {
        channel.close();
      } catch (IOException e) {
        trouble = e;
      }
    }
    if (trouble != null) {
      throw trouble;
    }
  }
}
