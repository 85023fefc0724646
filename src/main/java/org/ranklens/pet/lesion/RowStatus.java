package org.ranklens.pet.lesion;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns {@code status} and {@code reason} of a table's row. */
public final class RowStatus {

  private RowStatus() {}

  /** Returns the status: failed, warning or ok. */
  public static String of(List<String> warnings, Optional<String> failure) {
    if (failure.isPresent()) {
      return "failed";
    }
    return warnings.isEmpty() ? "ok" : "warning";
  }

  /** Returns all of it in one line, empty where there is nothing. */
  public static String reason(List<String> warnings, Optional<String> failure) {
    return Stream.concat(failure.stream(), warnings.stream()).collect(Collectors.joining("; "));
  }
}
