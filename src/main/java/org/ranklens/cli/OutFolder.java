package org.ranklens.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where results go: the option of every command that writes a folder of them. */
final class OutFolder {

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the results; it is made if missing.")
  private Path folder;

  Path folder() {
    return folder;
  }
}
