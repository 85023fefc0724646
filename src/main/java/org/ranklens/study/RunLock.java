package org.ranklens.study;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ranklens.report.OutputException;
import org.ranklens.report.Unfinished;

/** Keeps a second run out of a folder; the system lets go of it however the first one ends. */
final class RunLock implements Closeable {

  private static final String NAME = ".ranklens-lock";

  private final Path file;
  private final FileChannel channel;
  private final Unfinished unfinished;

  private RunLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
    this.unfinished = new Unfinished(() -> close(channel, file));
  }

  /**
   * Takes a folder, which is made if missing.
   *
   * @throws OutputException where another run has it, or it can't be written
   */
  static RunLock of(Path out) throws OutputException {
    Path file = out.resolve(NAME);
    FileChannel channel;
    try {
      Files.createDirectories(out);
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new OutputException(e.getFile() + ": is a file, not a folder; give another --out.");
    } catch (IOException e) {
      throw new OutputException(out + ": can't be written; give another --out.");
    }
    if (!locked(channel)) {
      close(channel);
      throw new OutputException(
          out + ": another run is writing there; wait or give another --out.");
    }
    return new RunLock(file, channel);
  }

  /** What is done while a folder is held. */
  @FunctionalInterface
  interface Work<R> {
    R run() throws IOException;
  }

  /**
   * Does some work while no other run can have the folder.
   *
   * @throws OutputException as {@link #of} does
   */
  static <R> R holding(Path out, Work<R> work) throws IOException {
    RunLock lock = of(out);
    try {
      return work.run();
    } finally {
      lock.close();
    }
  }

  private static boolean locked(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      // A share without locks: whoever starts two runs there is not stopped.
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    unfinished.close();
    Files.deleteIfExists(file);
    channel.close();
  }

  private static void close(FileChannel channel, Path file) {
    try {
      Files.deleteIfExists(file);
      channel.close();
    } catch (IOException e) {
      // The process ends: the system takes the lock away, and the next run takes the file over.
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing was written.
    }
  }
}
