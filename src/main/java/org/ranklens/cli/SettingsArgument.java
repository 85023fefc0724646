package org.ranklens.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.ranklens.study.StudySettings;
import picocli.CommandLine.Option;

/** The settings file: the option of every command that measures. */
final class SettingsArgument {

  @Option(
      names = "--settings",
      paramLabel = "s.json",
      description = "Settings that differ from the defaults; see 'ranklens settings'.")
  private Path file;

  StudySettings read() throws IOException {
    return file == null ? StudySettings.defaults() : StudySettings.read(file);
  }
}
