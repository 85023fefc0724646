package org.ranklens.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears when it is whole, and leaves nothing behind where it can't be written. */
public final class WholeFile {

  /** Writes a file's content. */
  public interface Content {
    void write(Path file) throws IOException;
  }

  private WholeFile() {}

  /** Writes a file under a temporary name beside it, and moves it into place. */
  public static void write(Path file, Content content) throws IOException {
    Path target = file.toAbsolutePath();
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      // A device would be gone, with a file in its place.
      throw new OutputException(file + ": is no file that can be replaced; give another.");
    }
    Path temporary = target.resolveSibling(".ranklens-partial-" + target.getFileName());
    Unfinished unfinished = new Unfinished(() -> deleteWhatIsThere(temporary));
    try {
      content.write(temporary);
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      unfinished.close();
      Files.deleteIfExists(temporary);
    }
  }

  private static void deleteWhatIsThere(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The process ends; the next one over the same place writes over it.
    }
  }
}
