package org.ranklens.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.ranklens.Execution;

/**
 * A file that a result was made from.
 *
 * @param name its path below what the manifest or the command names, with {@code /} between parts
 * @param bytes its size
 * @param sha256 its digest, 64 hexadecimal digits
 * @param modified when it was last changed, ISO 8601, UTC
 */
record InputFile(String name, long bytes, String sha256, String modified) {

  private static final int BUFFER_BYTES = 1 << 20;

  /**
   * Digests a file, or every file of a folder in the order of their names.
   *
   * @throws IOException where one can't be read
   */
  static List<InputFile> of(Path input, Execution execution) throws IOException {
    return of(List.of(input), List.of(), execution);
  }

  /**
   * Digests files, or every file of folders in the order of their names.
   *
   * @param known what an earlier run saw; a file of the same place, size and time as there is not
   *     read again
   * @throws IOException where one can't be read
   */
  static List<InputFile> of(List<Path> inputs, List<InputFile> known, Execution execution)
      throws IOException {
    List<Look> work = new ArrayList<>();
    for (Path input : inputs) {
      Path absolute = input.toAbsolutePath();
      for (Path file : files(absolute)) {
        InputFile earlier = work.size() < known.size() ? known.get(work.size()) : null;
        work.add(() -> look(absolute, file, earlier, execution));
      }
    }
    // A slide is one file, and a manifest has thousands: no threads are made for each.
    return work.size() == 1 ? List.of(work.get(0).take()) : together(work, execution.threads());
  }

  /** Looks at one file. */
  @FunctionalInterface
  private interface Look {
    InputFile take() throws IOException;
  }

  private static List<Path> files(Path input) throws IOException {
    if (!Files.isDirectory(input)) {
      // A pipe would be waited for; whoever opens it as a slide or scan refuses it.
      return Files.exists(input) && !Files.isRegularFile(input) ? List.of() : List.of(input);
    }
    try (Stream<Path> walk = Files.walk(input)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** A few workers that take one file after the other: a task for each would only wake threads. */
  private static List<InputFile> together(List<Look> work, int threads) throws IOException {
    InputFile[] done = new InputFile[work.size()];
    AtomicInteger next = new AtomicInteger();
    Callable<Void> worker =
        () -> {
          for (int i = next.getAndIncrement(); i < done.length; i = next.getAndIncrement()) {
            done[i] = work.get(i).take();
          }
          return null;
        };
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      int workers = Math.max(1, Math.min(threads, done.length));
      for (Future<Void> one : pool.invokeAll(Collections.nCopies(workers, worker))) {
        one.get();
      }
      return List.of(done);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.util.concurrent.CancellationException("interrupted");
    } finally {
      pool.shutdownNow();
    }
  }

  private static InputFile look(Path root, Path file, InputFile earlier, Execution execution)
      throws IOException {
    String name =
        root.equals(file)
            ? file.getFileName().toString()
            : root.relativize(file).toString().replace('\\', '/');
    BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
    String modified = seen.lastModifiedTime().toInstant().toString();
    if (earlier != null
        && earlier.name().equals(name)
        && earlier.bytes() == seen.size()
        && earlier.modified().equals(modified)) {
      return earlier;
    }
    return digest(name, file, seen.size(), modified, execution);
  }

  private static InputFile digest(
      String name, Path file, long size, String modified, Execution execution) throws IOException {
    MessageDigest sha = sha256Digest();
    byte[] buffer = new byte[(int) Math.min(BUFFER_BYTES, Math.max(1, size))];
    long bytes = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        execution.progress().check();
        sha.update(buffer, 0, read);
        bytes += read;
      }
    }
    return new InputFile(name, bytes, HexFormat.of().formatHex(sha.digest()), modified);
  }

  static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
