package org.ranklens.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ranklens.pet.dicom.DicomReader;
import org.ranklens.pet.dicom.SeriesChoice;
import org.ranklens.plugin.PluginFolders;
import org.ranklens.study.Outcome;
import org.ranklens.study.SuvRun;
import org.ranklens.study.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    mixinStandardHelpOptions = true,
    description = "Computes the SUVs of a PET series: factor, its rule, minimum, median, maximum.")
final class SuvCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;
  @Mixin private SettingsArgument settingsArgument;
  @Mixin private PatientArguments patient;
  @Mixin private OutFolder out;
  @Mixin private ScanReaderArgument reader;

  @Parameters(paramLabel = "SERIES_DIR", description = "Folder that holds the PET series.")
  private Path folder;

  @Option(
      names = "--volume",
      paramLabel = "suv.nii.gz",
      description = "Write the SUVs (body weight, g/ml) as a NIfTI file.")
  private Path volume;

  @Option(
      names = "--mask",
      paramLabel = "FILE",
      description = "Measure inside this RTSTRUCT, SEG or NIfTI mask only.")
  private Path mask;

  @Option(
      names = "--series",
      paramLabel = "NAME",
      description = "Number, description or UID of the PET series, where several are there.")
  private String series;

  @Override
  public Integer call() throws IOException {
    PluginFolders plugins = PluginFolders.of(common.pluginFolder());
    Workplace workplace = Workplace.of(settingsArgument.read(), plugins, common.execution());
    SuvRun.Request request =
        new SuvRun.Request(
            folder,
            Optional.ofNullable(mask),
            Optional.ofNullable(volume),
            new SeriesChoice(Optional.ofNullable(series), Optional.empty()),
            patient.overrides());
    Outcome outcome =
        SuvRun.run(request, out.folder(), DicomReader.of(reader.choice(), plugins), workplace);
    if (outcome.good()) {
      common.sayWritten(out.folder().resolve("suv.csv"));
      return ExitCode.DONE;
    }
    Failures.say(outcome.reason());
    return ExitCode.INPUT_REFUSED;
  }
}
