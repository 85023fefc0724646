package org.ranklens.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ranklens.study.ControlCuts;
import org.ranklens.study.SettingsSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    mixinStandardHelpOptions = true,
    description =
        "Prints every setting with its default, unit and meaning, as JSON to copy and edit.")
final class SettingsCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Option(
      names = "--marker",
      paramLabel = "NAME",
      description =
          "Adds the protocols that are shipped for this marker; with --from-controls, the marker"
              + " whose controls count.")
  private String marker = "";

  @Option(
      names = "--from-controls",
      paramLabel = "RESULTS_DIR",
      description =
          "Prints the class cut-offs that the negative controls of this run suggest instead:"
              + " 1+ begins above the 95th percentile of their cells' DAB.")
  private Path fromControls;

  @Override
  public Integer call() throws IOException {
    common.listen();
    System.out.println(
        fromControls == null ? SettingsSheet.json(marker) : ControlCuts.json(fromControls, marker));
    return ExitCode.DONE;
  }
}
