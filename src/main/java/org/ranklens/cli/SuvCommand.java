package org.ranklens.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ranklens.pet.dicom.DicomReaderChoice;
import org.ranklens.pet.dicom.SeriesChoice;
import org.ranklens.study.SuvRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "suv",
    mixinStandardHelpOptions = true,
    description = {
      "Computes the SUVs of a PET series: the factor, the rule that gave it,",
      "minimum, median and maximum."
    })
final class SuvCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;
  @Mixin private SettingsArgument settingsArgument;
  @Mixin private PatientArguments patient;

  @Parameters(paramLabel = "SERIES_DIR", description = "Folder that holds the PET series.")
  private Path folder;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the results; it is made if missing.")
  private Path out;

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
      names = "--reader",
      paramLabel = "NAME",
      description = "auto, embedded or dcm4che (default: ${DEFAULT-VALUE}).")
  private DicomReaderChoice reader = DicomReaderChoice.AUTO;

  @Option(
      names = "--series",
      paramLabel = "NAME",
      description = "Number, description or UID of the PET series, where several are there.")
  private String series;

  @Override
  public Integer call() throws IOException {
    return order().run();
  }

  SuvOrder order() {
    SuvRun.Request request =
        new SuvRun.Request(
            folder,
            Optional.ofNullable(mask),
            Optional.ofNullable(volume),
            new SeriesChoice(Optional.ofNullable(series), Optional.empty()),
            patient.overrides());
    return new SuvOrder(
        request,
        out,
        reader,
        settingsArgument.file(),
        common.pluginFolder(),
        common.threads(),
        common.quiet(),
        common.verbose());
  }
}
