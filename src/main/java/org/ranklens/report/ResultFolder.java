package org.ranklens.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A folder that appears when it is whole: files are written under a temporary name beside it,
 * forced to disk and moved into place. A run that dies leaves only the temporary folder, which the
 * next run over the same place deletes.
 */
public final class ResultFolder implements Closeable {

  private static final String TEMPORARY = ".ranklens-partial-";

  /** A disk that is full has less left than this. */
  private static final int PROBE_BYTES = 1 << 16;

  private static final int ATTEMPTS = 10;

  /** More are not faster. */
  private static final int AT_ONCE = 8;

  private static final long BETWEEN_ATTEMPTS_NANOS = 30_000_000;

  private final Path target;
  private final Path temporary;
  private final Unfinished unfinished = new Unfinished(this::abandon);
  private boolean published;
  private boolean abandoned;

  private ResultFolder(Path target, Path temporary) {
    this.target = target;
    this.temporary = temporary;
  }

  /** Makes the temporary folder, watched already: the process may be told to end at any moment. */
  private ResultFolder made() throws IOException {
    try {
      Files.createDirectory(temporary);
      return this;
    } catch (IOException e) {
      unfinished.close();
      throw e;
    }
  }

  /**
   * Begins a folder.
   *
   * @param target where it shall stand; its parents are made
   * @throws OutputException where nothing can be written there
   */
  public static ResultFolder begin(Path target) throws OutputException {
    Path absolute = target.toAbsolutePath().normalize();
    Path parent = absolute.getParent() == null ? absolute : absolute.getParent();
    String name = absolute.getFileName() == null ? "root" : absolute.getFileName().toString();
    try {
      Files.createDirectories(parent);
      if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
        throw new OutputException(target + ": is a file, not a folder; give another --out.");
      }
      if (Files.isDirectory(absolute) && !Files.isWritable(absolute)) {
        throw new OutputException(target + ": can't be written; give another --out.");
      }
      Path temporary = parent.resolve(TEMPORARY + name);
      delete(temporary);
      return new ResultFolder(absolute, temporary).made();
    } catch (OutputException e) {
      throw e;
    } catch (FileAlreadyExistsException e) {
      throw new OutputException(e.getFile() + ": is in the way; give another --out.");
    } catch (IOException e) {
      throw new OutputException(target + ": can't be written; give another --out.");
    }
  }

  /**
   * Begins files that shall stand in a folder beside whatever stands there; it is made if missing.
   *
   * @throws OutputException where nothing can be written there
   */
  public static ResultFolder beginInside(Path target) throws OutputException {
    Path absolute = target.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      Path temporary = absolute.resolve(TEMPORARY + "files");
      delete(temporary);
      return new ResultFolder(absolute, temporary).made();
    } catch (FileAlreadyExistsException e) {
      throw new OutputException(e.getFile() + ": is a file, not a folder; give another --out.");
    } catch (IOException e) {
      throw new OutputException(target + ": can't be written; give another --out.");
    }
  }

  /**
   * Checks that a folder can still be written, where writing or reading has failed: a full disk is
   * no fault of an input.
   *
   * @throws OutputException where it can't
   */
  public static void checkRoom(Path folder) throws OutputException {
    Path probe = folder.resolve(TEMPORARY + "probe");
    try {
      Files.write(probe, new byte[PROBE_BYTES]);
      Files.delete(probe);
    } catch (IOException e) {
      throw new OutputException(
          folder.getParent()
              + ": can't be written any more, its disk may be full;"
              + " make room there or give another --out.");
    }
  }

  /** Deletes what runs that died have left directly within a folder. */
  public static void sweep(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> left;
    try (Stream<Path> list = Files.list(folder)) {
      left = list.filter(path -> path.getFileName().toString().startsWith(TEMPORARY)).toList();
    }
    for (Path path : left) {
      delete(path);
    }
  }

  /** Returns where the files are written until the folder is whole. */
  public Path path() {
    return temporary;
  }

  /** Puts the folder in place of what stood there. */
  public void replace() throws IOException {
    force(temporary);
    moveOver();
    forceEntry(target.getParent());
  }

  /** Puts the folder in place of what stood there, to be forced to disk with others. */
  public void replaceUnforced() throws IOException {
    moveOver();
  }

  private synchronized void moveOver() throws IOException {
    checkNotAbandoned();
    if (Files.exists(target)) {
      Path old = target.resolveSibling(TEMPORARY + "old-" + target.getFileName());
      delete(old);
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      delete(old);
    } else {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }
    published = true;
  }

  /** Moves the files into the folder they were begun inside; what else stands there stays. */
  public void moveUp() throws IOException {
    force(temporary);
    moveEntries();
    forceEntry(target);
  }

  private synchronized void moveEntries() throws IOException {
    checkNotAbandoned();
    List<Path> entries;
    // Provenance comes last: where it is, everything is.
    try (Stream<Path> list = Files.list(temporary)) {
      entries = list.sorted(ResultFolder::provenanceLast).toList();
    }
    for (Path entry : entries) {
      Path to = target.resolve(entry.getFileName().toString());
      if (Files.isDirectory(to)) {
        delete(to);
      }
      Files.move(entry, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    published = true;
    delete(temporary);
  }

  private void checkNotAbandoned() {
    if (abandoned) {
      throw new CancellationException("stopped by the user");
    }
  }

  /** The process ends, and the work has not been able to stop; it may still be writing there. */
  private synchronized void abandon() {
    abandoned = true;
    for (int attempt = 0; attempt < ATTEMPTS && !published && Files.exists(temporary); attempt++) {
      try {
        delete(temporary);
      } catch (IOException | UncheckedIOException e) {
        LockSupport.parkNanos(BETWEEN_ATTEMPTS_NANOS);
      }
    }
  }

  private static int provenanceLast(Path one, Path other) {
    int last = Boolean.compare(one.endsWith(Provenance.NAME), other.endsWith(Provenance.NAME));
    return last != 0 ? last : one.compareTo(other);
  }

  @Override
  public void close() throws IOException {
    unfinished.close();
    synchronized (this) {
      if (!published) {
        delete(temporary);
      }
    }
  }

  /**
   * Forces folders to disk, several at once: a disk takes what waits for it together, in a tenth of
   * the time that one after the other needs.
   */
  public static void forceAll(List<Path> folders) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<Void>> work = new ArrayList<>();
      for (Path folder : folders) {
        work.add(
            () -> {
              force(folder);
              return null;
            });
      }
      for (Future<Void> one : pool.invokeAll(work)) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while files were written to disk");
    } finally {
      pool.shutdownNow();
    }
  }

  private static void force(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) walk::iterator) {
        if (Files.isRegularFile(path)) {
          try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
          }
        } else {
          forceEntry(path);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Forces a folder's list of names to disk, where the system has such a thing. */
  private static void forceEntry(Path folder) throws IOException {
    if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }
}
