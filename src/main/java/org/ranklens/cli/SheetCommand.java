package org.ranklens.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ranklens.plugin.PluginFolders;
import org.ranklens.review.ScoringSheets;
import org.ranklens.review.SheetCollector;
import org.ranklens.review.SheetSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Makes blinded pictures and scoring sheets of a result's slides, for reading by hand.",
      "With --collect, turns filled sheets and their key into readings.csv."
    })
final class SheetCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Parameters(
      arity = "1..*",
      paramLabel = "RESULTS_DIR | SHEET.csv",
      description = "A folder of results; with --collect, the filled sheets.")
  private List<Path> inputs;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the sheets, or of readings.csv.")
  private Path out;

  @Option(names = "--collect", description = "Collect filled sheets.")
  private boolean collect;

  @Option(
      names = "--key",
      paramLabel = "KEY.csv",
      description = "With --collect: the key that links codes to slides.")
  private Path key;

  @Option(
      names = "--slides",
      paramLabel = "DIR",
      description = "Where the slides lie, if not where they were when they were scored.")
  private Path slides;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Order and fields by chance, the same for the same seed (default: 1).")
  private long seed = 1;

  @Option(
      names = "--fields",
      paramLabel = "N",
      description = "Fields per slide (default: ${DEFAULT-VALUE}).")
  private int fields = SheetSettings.FIELDS;

  @Override
  public Integer call() throws IOException {
    if (collect) {
      if (key == null) {
        throw new UsageException("--collect needs --key");
      }
      common.listen();
      int readings = SheetCollector.collect(inputs, key, out).size();
      System.out.println(readings + " readings in " + out.resolve("readings.csv"));
      return ExitCode.DONE;
    }
    if (inputs.size() != 1) {
      throw new UsageException("give one folder of results");
    }
    if (fields < 1 || fields > 50) {
      throw new UsageException("--fields must be from 1 to 50, not " + fields);
    }
    int written =
        ScoringSheets.write(
            new SheetSettings(inputs.get(0), Optional.ofNullable(slides), out, seed, fields),
            PluginFolders.of(common.pluginFolder()),
            common.execution().progress());
    System.out.println("sheets of " + written + " slides in " + out);
    return ExitCode.DONE;
  }
}
