package org.ranklens.study;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in a sentence what the file system's exceptions say by their type alone. */
public final class Sentences {

  private Sentences() {}

  /** Returns one sentence that names the file and what is wrong with it. */
  public static String of(IOException e) {
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + ": no such file or folder.";
    }
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + ": may not be read or written.";
    }
    if (e instanceof FileSystemException broken && broken.getReason() != null) {
      return broken.getFile() + ": " + broken.getReason() + ".";
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
