package org.ranklens;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a user names. */
public final class GivenFile {

  private GivenFile() {}

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
