package org.ranklens.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ranklens.Execution;
import org.ranklens.pet.lesion.LesionCorrection;
import org.ranklens.plugin.PluginFolders;
import org.ranklens.study.CorrectionsFile;
import org.ranklens.study.Item;
import org.ranklens.study.Outcome;
import org.ranklens.study.StudyRun;
import org.ranklens.study.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Measures lesions in PET/CT scans of one patient and how they changed.",
      "Of one scan alone: its lesions."
    })
final class PetCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;
  @Mixin private SettingsArgument settingsArgument;
  @Mixin private OutFolder out;
  @Mixin private ScanReaderArgument reader;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "Folders of the scans, baseline first, then the follow-ups in order.")
  private List<Path> folders;

  @Option(
      names = "--lesions",
      paramLabel = "FILE",
      description = "Lesions of the baseline as RTSTRUCT, SEG or NIfTI mask, used as they are.")
  private Path lesions;

  @Option(
      names = "--names",
      paramLabel = "names.csv",
      description =
          "Names of lesions and corrections: a table of name,x_mm,y_mm,z_mm and, where needed,"
              + " action,timepoint.")
  private Path names;

  @Override
  public Integer call() throws IOException {
    Execution execution = common.execution();
    List<LesionCorrection> corrections = names == null ? List.of() : CorrectionsFile.read(names);
    Workplace workplace =
        Workplace.of(settingsArgument.read(), PluginFolders.of(common.pluginFolder()), execution)
            .withScans(reader.choice(), Optional.ofNullable(lesions), corrections);
    Outcome outcome = StudyRun.runOne(Item.scans(folders), out.folder(), workplace);
    if (outcome.good()) {
      common.sayWritten(out.folder().resolve("report.html"));
      return ExitCode.DONE;
    }
    Failures.say(outcome.reason());
    return ExitCode.INPUT_REFUSED;
  }
}
