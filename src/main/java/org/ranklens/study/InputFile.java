package org.ranklens.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.ranklens.Execution;

/**
 * A file that a result was made from.
 *
 * @param name its path below what the manifest or the command names, with {@code /} between parts
 * @param bytes its size
 * @param sha256 its digest, 64 hexadecimal digits
 */
public record InputFile(String name, long bytes, String sha256) {

  private static final int BUFFER_BYTES = 1 << 20;

  /**
   * Digests a file, or every file of a folder in the order of their names.
   *
   * @throws IOException where one can't be read
   */
  public static List<InputFile> of(Path input, Execution execution) throws IOException {
    Path absolute = input.toAbsolutePath();
    List<Path> files;
    if (Files.isDirectory(absolute)) {
      try (Stream<Path> walk = Files.walk(absolute)) {
        files = walk.filter(Files::isRegularFile).sorted().toList();
      }
    } else {
      files = List.of(absolute);
    }
    List<Callable<InputFile>> work = new ArrayList<>();
    for (Path file : files) {
      work.add(() -> digest(absolute, file, execution));
    }
    return together(work, execution.threads());
  }

  private static List<InputFile> together(List<Callable<InputFile>> work, int threads)
      throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<InputFile> done = new ArrayList<>();
      for (Future<InputFile> one : pool.invokeAll(work)) {
        done.add(one.get());
      }
      return done;
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

  private static InputFile digest(Path root, Path file, Execution execution) throws IOException {
    MessageDigest sha = sha256Digest();
    byte[] buffer = new byte[(int) Math.min(BUFFER_BYTES, Math.max(1, Files.size(file)))];
    long bytes = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        execution.progress().check();
        sha.update(buffer, 0, read);
        bytes += read;
      }
    }
    String name =
        root.equals(file)
            ? file.getFileName().toString()
            : root.relativize(file).toString().replace('\\', '/');
    return new InputFile(name, bytes, HexFormat.of().formatHex(sha.digest()));
  }

  static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
