package org.ranklens;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files that a user names. */
public final class GivenFile {

  /** What to do where an address of the web or of a cloud's store stands for a file. */
  public static final String TAKE_A_PATH =
      "files have to be on this computer or a mounted drive: copy or mount it, and give its path";

  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");

  private GivenFile() {}

  /** Returns whether a text is an address as {@code https://...} or {@code s3://...}, no path. */
  public static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }

  /**
   * Returns a text as a path, whether or not anything is there, or nothing where it can't be one.
   */
  public static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * Checks that a file is there.
   *
   * @param remedy what to do where it isn't
   * @throws RefusedException where it is a folder or isn't there
   */
  public static void check(Path file, String remedy) throws RefusedException {
    if (!Files.isRegularFile(file)) {
      String what = Files.isDirectory(file) ? "is a folder" : "no such file";
      throw new RefusedException(what, file.toString(), "", remedy);
    }
  }
}
