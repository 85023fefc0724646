package org.ranklens.cli;

/** What the process tells its caller when it ends; schedulers and scripts rely on it. */
final class ExitCode {

  static final int DONE = 0;

  /** Some items of a run failed; their rows say why. */
  static final int SOME_ITEMS_FAILED = 1;

  static final int WRONG_USAGE = 2;

  /** An input can't be read or is refused. */
  static final int INPUT_REFUSED = 3;

  static final int INTERNAL_ERROR = 4;

  /** As the kernel's own killer says it, so that schedulers retry with more memory. */
  static final int OUT_OF_MEMORY = 137;

  /** As a shell says it after Ctrl-C. */
  static final int STOPPED_BY_USER = 130;

  private ExitCode() {}
}
