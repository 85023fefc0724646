package org.ranklens.cli;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.pet.suv.PatientOverrides;
import org.ranklens.pet.suv.Sex;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the user knows better than a scan's header; the manifest has columns of the same names. */
final class PatientArguments {

  private static final double BQ_PER_MBQ = 1e6;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--weight-kg",
      paramLabel = "KG",
      description = "Body weight, in place of the header's.")
  private Double weightKg;

  @Option(names = "--height-m", paramLabel = "M", description = "Body height, likewise.")
  private Double heightM;

  @Option(names = "--sex", paramLabel = "M|F|O", description = "Sex, likewise.")
  private String sex;

  @Option(
      names = "--injected-mbq",
      paramLabel = "MBQ",
      description = "Injected activity, likewise.")
  private Double injectedMbq;

  @Option(
      names = "--injection-datetime",
      paramLabel = "TIME",
      description = "Time of injection by the scanner's clock: 2024-03-31T10:15:00.")
  private String injection;

  PatientOverrides overrides() {
    try {
      return new PatientOverrides(
          number(weightKg),
          number(heightM),
          Optional.ofNullable(sex).map(this::sex),
          number(injectedMbq == null ? null : Double.valueOf(injectedMbq * BQ_PER_MBQ)),
          Optional.ofNullable(injection).map(this::time));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage());
    }
  }

  private Sex sex(String letter) {
    return switch (letter) {
      case "M", "m" -> Sex.MALE;
      case "F", "f" -> Sex.FEMALE;
      case "O", "o" -> Sex.OTHER;
      default ->
          throw new ParameterException(
              command.commandLine(), "--sex must be M, F or O, not " + letter);
    };
  }

  private LocalDateTime time(String text) {
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          command.commandLine(),
          "--injection-datetime must be a date and time as 2024-03-31T10:15:00, not "
              + text
              + (e.getCause() == null ? "" : ", which does not exist"),
          e);
    }
  }

  private static OptionalDouble number(Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
