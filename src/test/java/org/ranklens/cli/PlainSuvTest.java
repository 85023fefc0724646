package org.ranklens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The arguments that are read without picocli mean what picocli reads from them. */
class PlainSuvTest {

  private static SuvOrder byPicocli(String... args) {
    CommandLine line = RootCommand.commandLine(args);
    CommandLine suv = line.parseArgs(args).subcommand().commandSpec().commandLine();
    return ((SuvCommand) suv.getCommand()).order();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "suv pet --out results",
        "suv --out results pet",
        "suv pet --quiet --out results --threads 3 --verbose",
        "suv pet --out results --mask m.nii.gz --volume suv.nii.gz --series 4",
        "suv pet --settings s.json --plugins jars --out results"
      })
  void plainArgumentsMeanWhatPicocliReads(String line) {
    String[] args = line.split(" ");
    assertThat(PlainSuv.read(args)).contains(byPicocli(args));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "suv",
        "suv pet",
        "suv --out results",
        "suv pet other --out results",
        "suv pet --out",
        "suv pet --out --quiet",
        "suv pet --out=results",
        "suv pet --out results --out again",
        "suv pet --out results --quiet --quiet",
        "suv pet --out results --threads 0",
        "suv pet --out results --threads two",
        "suv pet --out results --weight-kg 70",
        "suv pet --out results --outt",
        "suv @arguments --out results",
        "suv --help",
        "info pet --out results"
      })
  void whateverElseIsLeftToPicocli(String line) {
    assertThat(PlainSuv.read(line.isEmpty() ? new String[0] : line.split(" "))).isEmpty();
  }

  /** So that an option added to the command later can't be taken for something else. */
  @Test
  void everyOptionOfTheCommandIsReadAlikeOrLeft() {
    CommandLine suv = RootCommand.commandLine("suv").getSubcommands().get("suv");
    for (OptionSpec option : suv.getCommandSpec().options()) {
      for (String name : option.names()) {
        List<String> args = new ArrayList<>(List.of("suv", "pet", "--out", "results"));
        args.add(name);
        if (option.arity().max() > 0) {
          args.add("2");
        }
        String[] given = args.toArray(String[]::new);
        PlainSuv.read(given)
            .ifPresent(
                order -> assertThat(order).as(Arrays.toString(given)).isEqualTo(byPicocli(given)));
      }
    }
  }
}
