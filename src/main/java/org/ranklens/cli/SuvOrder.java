package org.ranklens.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.ranklens.Execution;
import org.ranklens.pet.dicom.DicomReader;
import org.ranklens.pet.dicom.DicomReaderChoice;
import org.ranklens.plugin.PluginFolders;
import org.ranklens.study.Outcome;
import org.ranklens.study.StudySettings;
import org.ranklens.study.SuvRun;
import org.ranklens.study.Workplace;

/**
 * What {@code suv} is asked for.
 *
 * @param request the series and what is wanted of it
 * @param out folder of the results
 * @param reader what parses DICOM
 * @param settings file of settings that differ from the defaults
 * @param plugins where libraries are looked for
 * @param threads worker threads
 * @param quiet whether progress is kept back
 * @param verbose whether more is said
 */
record SuvOrder(
    SuvRun.Request request,
    Path out,
    DicomReaderChoice reader,
    Optional<Path> settings,
    Path plugins,
    int threads,
    boolean quiet,
    boolean verbose) {

  /** Does the work and returns the exit code. */
  int run() throws IOException {
    PluginFolders folders = PluginFolders.of(plugins);
    StudySettings read =
        settings.isPresent() ? StudySettings.read(settings.get()) : StudySettings.defaults();
    Execution execution = CommandExecution.of(threads, quiet, verbose);
    Workplace workplace = Workplace.of(read, folders, execution);
    Outcome outcome = SuvRun.run(request, out, DicomReader.of(reader, folders), workplace);
    if (outcome.good()) {
      return ExitCode.DONE;
    }
    Failures.say(outcome.reason());
    return ExitCode.INPUT_REFUSED;
  }
}
