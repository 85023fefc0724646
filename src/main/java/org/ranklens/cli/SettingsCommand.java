package org.ranklens.cli;

import java.util.concurrent.Callable;
import org.ranklens.study.SettingsSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "settings",
    mixinStandardHelpOptions = true,
    description =
        "Prints every setting with its default, unit and meaning, as JSON to copy and edit.")
final class SettingsCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Option(
      names = "--marker",
      paramLabel = "NAME",
      description = "Adds the protocols that are shipped for this marker.")
  private String marker = "";

  @Override
  public Integer call() {
    common.listen();
    System.out.println(SettingsSheet.json(marker));
    return ExitCode.DONE;
  }
}
