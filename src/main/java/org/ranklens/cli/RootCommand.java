package org.ranklens.cli;

import java.util.List;
import org.ranklens.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

  private static final List<Class<?>> COMMANDS =
      List.of(
          RunCommand.class,
          MergeCommand.class,
          IhcCommand.class,
          PetCommand.class,
          SuvCommand.class,
          RegionCommand.class,
          InfoCommand.class,
          PhantomCommand.class,
          SheetCommand.class,
          AgreementCommand.class,
          SettingsCommand.class,
          ReadersCommand.class);

  @Spec private CommandSpec spec;

  /**
   * Returns the command line for these arguments: with the command that they name alone, since
   * describing all of them takes longer than a short command's work, or with all where they name
   * none.
   */
  static CommandLine commandLine(String... args) {
    CommandLine line = new CommandLine(new RootCommand());
    List<Class<?>> named =
        COMMANDS.stream().filter(c -> args.length > 0 && name(c).equals(args[0])).toList();
    for (Class<?> command : named.isEmpty() ? COMMANDS : named) {
      line.addSubcommand(command);
    }
    return line;
  }

  /** Reads the arguments, does what they ask for and returns the exit code. */
  static int run(String... args) {
    CommandLine command = commandLine(args);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setUsageHelpWidth(100);
    command.setUsageHelpLongOptionsMaxWidth(28);
    command.setParameterExceptionHandler(Failures::wrongUsage);
    command.setExecutionExceptionHandler((e, line, parsed) -> Failures.report(e));
    return command.execute(args);
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
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
