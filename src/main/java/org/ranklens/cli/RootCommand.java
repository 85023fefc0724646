package org.ranklens.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ranklens.GivenFile;
import org.ranklens.PlainNumber;
import org.ranklens.RefusedException;
import org.ranklens.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "ranklens",
    description = {
      "Scores RANK and RANKL on H-DAB slides and measures SUV and density changes of lesions",
      "between PET/CT scans. For research use only."
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = RootCommand.VersionLine.class,
    footer = {
      "",
      "Exit codes: 0 done, 1 some items of a run failed, 2 wrong usage, 3 an input can't be read or",
      "is refused, 4 internal error, 137 out of memory, 130 stopped. JVM options: RANKLENS_OPTS."
    })
final class RootCommand implements Runnable {

  /** In the order of the help. */
  private static final List<Map.Entry<String, Class<?>>> COMMANDS =
      List.of(
          Map.entry("run", RunCommand.class),
          Map.entry("merge", MergeCommand.class),
          Map.entry("ihc", IhcCommand.class),
          Map.entry("pet", PetCommand.class),
          Map.entry("suv", SuvCommand.class),
          Map.entry("region", RegionCommand.class),
          Map.entry("info", InfoCommand.class),
          Map.entry("phantom", PhantomCommand.class),
          Map.entry("sheet", SheetCommand.class),
          Map.entry("agreement", AgreementCommand.class),
          Map.entry("settings", SettingsCommand.class),
          Map.entry("readers", ReadersCommand.class));

  @Spec private CommandSpec spec;

  /**
   * Does what the arguments ask for and returns the exit code. The command that they name is
   * described alone, as if it were the whole program: to describe all of them, and this one above
   * it, takes longer than a short command's work.
   */
  static int run(String... words) {
    String[] args = withoutHelp(words);
    for (Map.Entry<String, Class<?>> command : COMMANDS) {
      if (args.length > 0 && command.getKey().equals(args[0])) {
        CommandLine alone = new CommandLine(command.getValue());
        alone.setCommandName("ranklens " + args[0]);
        return execute(alone, Arrays.copyOfRange(args, 1, args.length));
      }
    }
    CommandLine all = new CommandLine(new RootCommand());
    COMMANDS.forEach(command -> all.addSubcommand(command.getKey(), command.getValue()));
    // Behind a misspelt command --help would be told the help of all of them.
    boolean misspelt = args.length > 0 && !args[0].startsWith("-");
    return misspelt ? execute(all, args[0]) : execute(all, args);
  }

  /** Who types {@code help} or {@code help ihc} means the option. */
  private static String[] withoutHelp(String... args) {
    if (args.length == 0 || !"help".equals(args[0])) {
      return args;
    }
    boolean ofAll = args.length == 1 || "help".equals(args[1]);
    return ofAll ? new String[] {"--help"} : new String[] {args[1], "--help"};
  }

  private static int execute(CommandLine command, String... args) {
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.registerConverter(Double.class, RootCommand::number);
    command.registerConverter(Path.class, RootCommand::path);
    command.setUsageHelpWidth(100);
    command.setUsageHelpLongOptionsMaxWidth(28);
    command.setParameterExceptionHandler(Failures::wrongUsage);
    command.setExecutionExceptionHandler((e, line, parsed) -> Failures.report(e));
    return command.execute(args);
  }

  private static double number(String text) {
    return PlainNumber.of(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is not a number; write it as 70 or 0.5"));
  }

  private static Path path(String text) throws RefusedException {
    if (GivenFile.isAddress(text)) {
      throw new RefusedException("is an address, no path", text, "", GivenFile.TAKE_A_PATH);
    }
    // A script's variable that is not set: it would be the folder one stands in.
    if (text.isEmpty()) {
      throw new TypeConversionException("the path is empty; write . for this folder");
    }
    return GivenFile.path(text)
        .orElseThrow(
            () -> new TypeConversionException("'" + text + "' is not a path of this system"));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }

  static final class VersionLine implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"ranklens " + Version.current()};
    }
  }
}
