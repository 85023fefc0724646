package org.ranklens.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ranklens.agreement.AgreementRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    mixinStandardHelpOptions = true,
    description = "Computes how machine and pathologists agree, with intervals, plots and a page.")
final class AgreementCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;
  @Mixin private OutFolder out;

  @Parameters(paramLabel = "READINGS.csv", description = "Readings of people and machine.")
  private Path readings;

  @Override
  public Integer call() throws IOException {
    AgreementRun.run(readings, out.folder(), common.execution().progress());
    return ExitCode.DONE;
  }
}
